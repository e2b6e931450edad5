"""What the window says of updates: quietly, and only of what was verified."""
