"""Pages for applicants, on the hosts of hubs alone."""
