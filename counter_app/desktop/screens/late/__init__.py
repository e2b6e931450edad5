"""Trễ hẹn và xin lỗi: its page."""
