"""Table models over tuples of frozen snapshots: no widget and no query per row."""
