"""What happens to a KIM after its first day: papers, roster, closing, moving, export and restore."""
