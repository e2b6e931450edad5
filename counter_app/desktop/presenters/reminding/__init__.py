"""Nhắc việc: what its page decides."""
