"""The HTTP side: limits, signatures, problems, routes."""
