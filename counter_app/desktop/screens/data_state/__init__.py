"""The state of the data (tình trạng dữ liệu), as a page."""
