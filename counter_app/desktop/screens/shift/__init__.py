"""Chốt ca: the page of a shift's money."""
