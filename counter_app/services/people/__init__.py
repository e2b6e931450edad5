"""Persons at the counter: recognised, found, and where they live."""
