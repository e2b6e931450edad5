"""Thư xin lỗi một lượt: letters are prepared together, signed on paper, recorded together."""
