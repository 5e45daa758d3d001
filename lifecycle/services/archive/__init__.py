"""A whole KIM in one file, and back again; docs/archive-format.md describes the file."""
