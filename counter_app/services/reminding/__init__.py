"""Nhắc việc: what must be looked after today, as counts and as a list to print."""
