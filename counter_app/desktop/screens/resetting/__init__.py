"""A forgotten password (cấp lại mật khẩu)."""
