"""The gate: every address of the installation is classified, and what is not is closed. See docs/isolation.md."""
