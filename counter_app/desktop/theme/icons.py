"""Icons: one SVG each on a grid of 24, tinted and drawn at the size and density that is asked."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from counter_app.config import resource

_GRID = 24
_STROKE = 'stroke-width="1.75"'
_SMALL_STROKE = 'stroke-width="2"'
SMALL = 15
"""Up to this size in pixels the stroke is 2 of 24, or it would fade."""


class Icons:
    """The family of icons. Files are read once; pixmaps are kept by name, size, colour, density."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        """Return the icon, `size` logical pixels square, sharp at `ratio` device pixels each.

        Raises PartMissingError for a name that the family doesn't have.
        """
        key = (name, size, colour, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._draw(name, size, colour, ratio)
        return found

    def _draw(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        source = self._source(name).replace("currentColor", colour)
        if size <= SMALL:
            source = source.replace(_STROKE, _SMALL_STROKE)
        side = max(1, round(size * ratio))
        pixmap = QPixmap(QSize(side, side))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        source = self._sources.get(name)
        if source is None:
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        return source
