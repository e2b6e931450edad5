"""Cử cán bộ tạm thời: its sheet."""
