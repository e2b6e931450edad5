"""Guided lessons: what the strip of the training mode says and does."""
