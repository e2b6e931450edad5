"""Help on keys (trợ giúp phím, F1): the keys that act here now."""
