"""The locked screen (khóa màn hình)."""
