"""The page of the print settings."""
