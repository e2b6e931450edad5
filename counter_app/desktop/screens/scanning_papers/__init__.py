"""Số hóa giấy tờ: the checklist, the pages, the scanner."""
