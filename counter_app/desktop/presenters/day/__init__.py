"""Chốt số liệu ngày: what its page decides."""
