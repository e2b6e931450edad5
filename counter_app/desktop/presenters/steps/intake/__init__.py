"""What came online or by post: accepted, compared."""
