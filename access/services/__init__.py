"""What access does, apart from the views that show it."""
