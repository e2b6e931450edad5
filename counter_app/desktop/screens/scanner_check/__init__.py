"""The page that checks a scanner (Kiểm tra máy quét mã)."""
