"""Signing in: passwords, who was let in before, and passwords given anew (đăng nhập)."""
