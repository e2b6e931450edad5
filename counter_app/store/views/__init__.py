"""What is read of many rows at once: lists, counts, what was done between two days."""
