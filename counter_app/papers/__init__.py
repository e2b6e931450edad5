"""Printed papers: forms as data, one renderer, symbols that were read back before printing."""
