"""What the views, commands and tests of accounts call."""
