"""Coverage: what was approved, configured, published and used; how far each agency is."""
