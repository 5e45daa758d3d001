"""The page editor made simple: examples, counters, checks, and a text field that is safe to touch."""
