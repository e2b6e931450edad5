"""Tổng quan: what the start page of the head of the Centre shows."""
