"""Rating, on the officer's screen."""
