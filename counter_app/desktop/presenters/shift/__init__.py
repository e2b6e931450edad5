"""Chốt ca: what the page of a shift's money decides."""
