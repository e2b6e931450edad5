"""`Card`: white ground with round corners and a hair line; nothing more, no shadow."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, edge, painter_on
from counter_app.desktop.widgets.cards.edge import Edge, edge_colour

__all__ = ["Card", "Edge"]

RADIUS = 8
EDGE = 4


class Card(QWidget):
    """Put things into `body`. With the accent edge it is the block that the keys are in."""

    def __init__(
        self,
        look: Look,
        *,
        padding: tuple[int, int] = (16, 12),
        edge: Edge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._edge = look, edge
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding[0] + 1, padding[1], padding[0] + 1, padding[1])
        self.body.setSpacing(8)
        look.changed.connect(self.update)

    def set_edge(self, edge: Edge | None) -> None:
        """Say what the card is now; nothing in it moves."""
        if edge is not self._edge:
            self._edge = edge
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground, the line and the edge."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if self._edge is Edge.ACCENT:
            box(painter, rect, RADIUS, tokens.card, tokens.accent, width=2)
            edge(painter, rect, RADIUS, tokens.accent, 6)
        else:
            box(painter, rect, RADIUS, tokens.card, tokens.line)
            if self._edge is not None:
                edge(painter, rect, RADIUS, edge_colour(tokens, self._edge), EDGE)
        painter.end()
