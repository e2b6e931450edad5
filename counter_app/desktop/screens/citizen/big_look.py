"""`BigLook`: the look of a screen that is read from a metre away, as big as the screen allows."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Slot

from counter_app.desktop.theme.look import Look

_BASE_LONG, _BASE_SHORT = 1366, 768
_SCALE = 1.8
"""At 1366×768 (15 inches) a line of text is then some 6 mm high."""

_SMALLEST = 0.7
_EDGES_LONG, _EDGES_SHORT = 90, 150
"""What margins and gaps take of every room: they don't grow with the text."""


class BigLook(Look):
    """Takes its colours from the officer's look, its size from the room alone.

    How big the officer likes text has nothing to do with who sits on the other side.
    """

    def __init__(self, officers: Look, parent: QObject | None = None) -> None:
        super().__init__(officers.scheme, parent=parent)
        self._officers = officers
        self._scale = _SCALE
        officers.changed.connect(self.follow)

    def fit(self, room: QSize) -> None:
        """Be as big as `room` (logical pixels) allows, upright or across."""
        long, short = max(room.width(), room.height()), min(room.width(), room.height())
        share = min(
            (long - _EDGES_LONG) / (_BASE_LONG - _EDGES_LONG),
            (short - _EDGES_SHORT) / (_BASE_SHORT - _EDGES_SHORT),
        )
        scale = max(_SMALLEST, _SCALE * share)
        if abs(scale - self._scale) > 0.01:
            self._scale = scale
            self._fonts.clear()
            self._changed()

    @Slot()
    def follow(self) -> None:
        """Take the colours of the officer's look."""
        self.set_scheme(self._officers.scheme)
