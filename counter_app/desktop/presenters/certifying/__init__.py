"""Chứng thực nhanh: what its page decides."""
