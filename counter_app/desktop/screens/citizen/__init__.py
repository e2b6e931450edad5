"""The second display, turned to the citizen."""
