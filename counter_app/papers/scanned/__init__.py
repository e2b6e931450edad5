"""Scanned and attached papers: checked, made compact, turned and put in order, as one PDF."""
