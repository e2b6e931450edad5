"""Biểu mẫu: the form sets of this office, their papers with sample data, a changed set."""
