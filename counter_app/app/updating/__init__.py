"""Updates beside the window."""
