"""What each person sees first in the admin, the menu, and the counting of readers."""
