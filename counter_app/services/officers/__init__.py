"""What the officer who logged in may do here."""
