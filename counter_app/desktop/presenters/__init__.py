"""Decisions without Qt: what a page shows, and what a key does there."""
