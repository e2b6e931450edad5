"""The page Cập nhật."""
