"""Grounds that controls are built on: what is pressed, the frame of an input."""
