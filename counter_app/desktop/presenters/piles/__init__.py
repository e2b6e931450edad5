"""Piles that change hands: what the page of them decides."""
