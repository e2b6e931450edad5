"""The floors: the same work done bare, by the libraries alone."""
