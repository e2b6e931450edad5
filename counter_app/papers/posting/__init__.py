"""Niêm yết: the booklet of posting sheets."""
