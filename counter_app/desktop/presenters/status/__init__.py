"""What the frame around every page says: the status bar and the counters of the rail."""
