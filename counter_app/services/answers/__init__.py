"""What the server answered of an act and an officer must settle (lỗi, nội dung khác)."""
