"""Scanners for papers (máy scan), as each system gives them."""
