"""The work, in functions that check their actor; views only ask and show."""
