"""The main reports: what was received, processed, returned, paid, broken, and how long it took."""
