"""What went wrong with copies of the data: second journal, queue file, purge."""
