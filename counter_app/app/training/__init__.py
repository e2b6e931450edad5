"""The training mode, wired: its place, its province, its past, its window."""
