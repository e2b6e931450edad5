"""Entries: judged, kept for ever, told to the office."""
