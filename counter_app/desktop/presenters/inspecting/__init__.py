"""Nhật ký & kiểm chứng: what its page decides."""
