"""The panel in which a result is returned."""
