"""Copies of the store: backup and restore."""
