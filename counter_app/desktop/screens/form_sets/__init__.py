"""The page of the form sets."""
