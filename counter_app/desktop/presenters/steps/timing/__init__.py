"""Extension and apology."""
