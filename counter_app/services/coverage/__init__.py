"""Coverage: the approved list read from a file of the province, and kept at this office."""
