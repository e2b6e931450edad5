"""What the training mode adds to every window: its border, its strip, its cards."""
