"""The end of keeping: what personal data go, when, and by whose word."""
