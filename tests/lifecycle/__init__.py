"""What happens to a KIM after its first day."""
