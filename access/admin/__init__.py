"""The screens of access: thin, with the rules in `access.services`."""
