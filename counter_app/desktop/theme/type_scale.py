"""The sizes of type: points and line height in pixels at 100 %, and the usual weight."""

from __future__ import annotations

from enum import Enum

REGULAR = 400
MEDIUM = 500
BOLD = 600
"""The heaviest weight there is: 600, as titles and the next act have it."""


class Type(Enum):
    """One step of the scale: (points, line in pixels, weight)."""

    KEYCAP = (8.5, 16, MEDIUM)
    CAPTION = (9.0, 18, REGULAR)
    FILTER = (9.5, 18, REGULAR)
    BODY = (10.0, 20, REGULAR)
    VALUE = (11.0, 24, REGULAR)
    NAME = (12.0, 24, BOLD)
    CLOCK = (13.0, 24, BOLD)
    MONEY = (14.0, 28, BOLD)
    PAGE = (15.0, 28, BOLD)
    LOCK = (40.0, 64, BOLD)

    def __init__(self, points: float, line: int, weight: int) -> None:
        self.points = points
        """The size in points."""
        self.line = line
        """The height of one line in pixels: at least 1.35 of the size, for stacked marks."""
        self.weight = weight
        """The weight that this step usually has."""

    # By identity: each step is there once, and a list asks for fonts a thousand times a second.
    __hash__ = object.__hash__
