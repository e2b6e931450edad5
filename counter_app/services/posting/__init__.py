"""Niêm yết: the booklet of what is posted of every procedure."""
