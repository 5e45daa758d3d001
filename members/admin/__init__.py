"""The screens of members: thin, with the rules in `members.services`."""
