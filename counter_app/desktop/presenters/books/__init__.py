"""Sổ: which book, of which year, and what is done with it."""
