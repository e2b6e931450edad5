"""Help on keys (trợ giúp phím), as an overlay."""
