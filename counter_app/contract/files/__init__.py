"""Scanned papers on the wire."""
