"""`Banner`: a state of the whole page, above its content: offline, practice, a bad scan."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, edge, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.edge import Edge, edge_colour

__all__ = ["Banner", "Edge"]

_TONES = {
    Edge.SLATE: Tone.SLATE,
    Edge.ACCENT: Tone.ACCENT,
    Edge.OK: Tone.OK,
    Edge.WARN: Tone.WARN,
    Edge.ERROR: Tone.ERROR,
}


class Banner(QWidget):
    """Bold fact, calm rest, a word at the right; `keys` for what can be done."""

    def __init__(
        self,
        look: Look,
        icon: str = "info",
        edge: Edge = Edge.SLATE,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._edge, self._icon_name = look, edge, icon
        self._icon = IconView(look, icon, 22, _TONES[edge])
        self._bold = Line(look, "", Type.BODY, weight=BOLD, wrap=True)
        self._rest = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._aside = Line(look, "", Type.CAPTION, Tone.TEXT_2, digits=True)
        self.keys = QHBoxLayout()
        self.keys.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._bold)
        column.addWidget(self._rest)
        row = QHBoxLayout(self)
        row.setContentsMargins(21, 10, 17, 10)
        row.setSpacing(13)
        row.addWidget(self._icon)
        row.addLayout(column, 1)
        row.addWidget(self._aside)
        row.addLayout(self.keys)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def set(self, bold: str, rest: str = "", aside: str = "") -> None:
        """Say the fact, the rest, and a word at the right."""
        self._bold.set_text(bold)
        self._rest.set_text(rest)
        self._rest.setVisible(bool(rest))
        self._aside.set_text(aside)
        self._aside.setVisible(bool(aside))

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon_name:
            self._icon_name = icon
            self._icon.set(icon, _TONES[self._edge])

    def set_edge(self, edge: Edge) -> None:
        """Show another kind of state."""
        if edge is not self._edge:
            self._edge = edge
            self._icon.set(self._icon_name, _TONES[edge])
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint box and edge."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        box(painter, rect, 8, tokens.card, tokens.button_line, width=tokens.control_width)
        edge(painter, rect, 8, edge_colour(tokens, self._edge), 4)
        painter.end()
