"""Biểu mẫu: a changed form set is read, checked wholly, taken over, or left again."""
