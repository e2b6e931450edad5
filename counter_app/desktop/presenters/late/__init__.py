"""Trễ hẹn và xin lỗi: what its page decides."""
