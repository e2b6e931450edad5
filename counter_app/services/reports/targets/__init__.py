"""Chỉ tiêu: what is to be reached, what was, and how much is missing."""
