"""Báo cáo: its page."""
