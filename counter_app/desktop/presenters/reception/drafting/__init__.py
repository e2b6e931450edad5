"""What was entered of a reception: the value that everything else is about."""
