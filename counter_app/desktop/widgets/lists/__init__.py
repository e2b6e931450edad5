"""Lists with many rows: picker, table, timeline. Cells and rows are frozen values."""
