"""The counter of the Vietnamese one-stop shop (bộ phận một cửa)."""

__version__ = "0.1.0"
