"""Received on paper first (ghi nhận bằng giấy trước): the quiet line above the form."""
