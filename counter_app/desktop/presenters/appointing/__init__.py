"""Cử cán bộ tạm thời: the small sheet by which the head appoints on the spot."""
