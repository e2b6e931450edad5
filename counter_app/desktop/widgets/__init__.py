"""Parts that every screen is put together from. They know the look, not the office's work."""
