"""The panel of a further step: one frame for all of them."""
