"""Forms of the way to a website."""
