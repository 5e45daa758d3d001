"""A post from the phone in three fields."""
