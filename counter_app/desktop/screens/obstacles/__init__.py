"""Ghi vướng mắc: a small sheet over any page."""
