"""Sổ: its page."""
