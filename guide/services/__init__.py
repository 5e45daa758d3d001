"""The work of the guide: reading its pages, finding, matching screens."""
