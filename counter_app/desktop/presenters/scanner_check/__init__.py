"""The check of a scanner (Kiểm tra máy quét mã): what is shown, what came, what is wrong."""
