"""Appointed officers: their decisions, and what was received outside of them."""
