"""Photos: several at once, turning, room."""
