"""The admin of hubs: curation, and what a KIM sees of it."""
