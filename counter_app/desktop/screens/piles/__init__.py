"""Piles that change hands: the page."""
