"""The office's own acts at the counter: obstacles that officers note."""
