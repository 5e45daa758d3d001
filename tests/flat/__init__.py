"""No screen of the admin may cost more because there are more tenants."""
