"""Parcels: what a counter without a line has carried by stick, and what comes back."""
