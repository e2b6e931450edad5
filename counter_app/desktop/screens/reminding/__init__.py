"""Nhắc việc: its page."""
