"""Logging in (đăng nhập)."""
