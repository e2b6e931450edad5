"""`Panel`: the card at the right of a page: sections, and the next act at its foot."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.cards.card import Card

_SIDE, _TOP = 16, 12
_RING = 4  # px inside the foot for the ring of a flush button


class Panel(Card):
    """Sections are parted by hair lines from edge to edge; the foot never moves."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=(0, 1), parent=parent)
        self.body.setSpacing(0)
        self._is_first = True

    def add_section(self, widget: QWidget) -> None:
        """Add a section under the last one."""
        if not self._is_first:
            self.body.addWidget(Divider(self._look))
        self._is_first = False
        self.body.addLayout(_padded(widget))

    def add_stretch(self) -> None:
        """Leave the free height here, above the foot."""
        self.body.addStretch(1)

    def add_foot(self, widget: QWidget) -> None:
        """Add the foot: what is still to do, and the button of the next act."""
        self.body.addWidget(Divider(self._look))
        widget.setContentsMargins(_RING, _RING, _RING, _RING)
        column = _padded(widget)
        column.setContentsMargins(_SIDE - _RING, _TOP - _RING, _SIDE - _RING, _TOP - _RING)
        self.body.addLayout(column)


def _padded(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
    column.addWidget(widget)
    return column
