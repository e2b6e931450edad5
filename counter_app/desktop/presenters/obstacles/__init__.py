"""Ghi vướng mắc: what the small sheet over any page decides."""
