"""A contributor's page waits for the chair of its KIM."""
