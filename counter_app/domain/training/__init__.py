"""Guided lessons of the training mode (bài tập huấn), as data and rules."""
