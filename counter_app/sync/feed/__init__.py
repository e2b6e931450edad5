"""What the feed brings: taking it in, reading it over, comparing a day."""
