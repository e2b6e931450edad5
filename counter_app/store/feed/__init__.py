"""What the feed brings besides entries: a reading from the beginning, and what was taken away."""
