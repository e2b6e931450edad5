"""Thiết lập in: a printer, a paper and its place for each kind of document."""
