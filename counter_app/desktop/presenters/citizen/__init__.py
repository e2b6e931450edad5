"""What the citizen sees on the second display (màn hình công dân)."""
