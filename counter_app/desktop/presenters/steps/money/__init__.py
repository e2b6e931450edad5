"""Fees: demanded, and taken."""
