"""Chốt số liệu ngày: its page."""
