"""The overlay of what is done for a visitor besides receiving."""
