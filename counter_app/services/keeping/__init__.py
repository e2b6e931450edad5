"""Keeping what was written: copies of the store, and checks that it is whole."""
