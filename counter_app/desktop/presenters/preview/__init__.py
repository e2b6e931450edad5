"""Looking at the very PDF before it is printed."""
