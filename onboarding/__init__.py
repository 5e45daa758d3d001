"""From a legal paper to a living website: application, check, registration, first steps, import."""
