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

    @property
    def points(self) -> float:
        """Return the size in points."""
        return self.value[0]

    @property
    def line(self) -> int:
        """Return the height of one line in pixels: at least 1.35 of the size, for stacked marks."""
        return self.value[1]

    @property
    def weight(self) -> int:
        """Return the weight that this step usually has."""
        return self.value[2]
