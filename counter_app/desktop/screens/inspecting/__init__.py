"""Nhật ký & kiểm chứng: its page."""
