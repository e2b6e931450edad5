"""Chứng thực nhanh: the commune's commonest work, in one line."""
