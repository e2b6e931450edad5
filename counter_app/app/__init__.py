"""The composition root: here, and in `cli`, things are constructed and handed over."""
