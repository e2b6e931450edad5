"""Báo cáo: what its page decides."""
