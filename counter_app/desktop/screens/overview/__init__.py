"""Tổng quan: the start page of the head of the Centre."""
