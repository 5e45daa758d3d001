"""`make bench-scale`: what pages cost with ten KIM and with as many as the country has villages."""
