"""Declarations: the citizen's own papers, set and filled in by the office."""
