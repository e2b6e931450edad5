"""Niêm yết: the booklet of posting sheets, made from the window."""
