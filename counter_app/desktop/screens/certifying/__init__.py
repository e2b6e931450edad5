"""Chứng thực nhanh: the page."""
