"""Đánh giá: the indices of agencies and officers, and what citizens said."""
