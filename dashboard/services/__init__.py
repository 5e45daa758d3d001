"""What the dashboard knows, in plain functions."""
