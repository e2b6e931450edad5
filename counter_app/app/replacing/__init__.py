"""Thay máy on an open home."""
