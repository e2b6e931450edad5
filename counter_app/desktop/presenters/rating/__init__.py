"""Asking a citizen how it was (đánh giá mức độ hài lòng)."""
