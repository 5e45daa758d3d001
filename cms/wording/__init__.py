"""How the portal says things in Indonesian where packages say them otherwise or not at all. See docs/glossary.md."""
