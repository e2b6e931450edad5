"""Tổng quan: the start page of the head of the Centre, its four pictures and their sheet."""
