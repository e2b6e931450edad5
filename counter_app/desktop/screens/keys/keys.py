"""The overlay of keys (F1): two columns, the page's own keys and those of every page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from counter_app.desktop.presenters.keys.keys import KeyColumn, KeysState, KeyWords
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.i18n import tr

WIDTH = 860


class KeysOverlay(Overlay):
    """Shows a `KeysState`. F1 or Esc closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Trợ giúp phím"), width=WIDTH)
        self.body.setContentsMargins(24, 16, 24, 16)
        self.body.setSpacing(12)
        self._title = Line(look, "", Type.NAME)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(32)
        foot = HintLine(look)
        foot.set_hints((Hint("Esc", tr("hoặc"), joined=True), Hint("F1", tr("đóng bảng này"))))
        self.body.addWidget(self._title)
        self.body.addWidget(Divider(look))
        self.body.addLayout(self._columns, 1)
        self.body.addSpacing(4)
        self.body.addWidget(foot)
        self._state: KeysState | None = None

    def present(self, state: KeysState) -> None:
        """Show the keys of `state`."""
        if state == self._state:
            return
        self._state = state
        self._title.set_text(state.title)
        while (item := self._columns.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._columns.addWidget(_Column(self._look, state.here), 1)
        self._columns.addWidget(_Column(self._look, state.always), 1)
        if self.is_open:
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Close on F1 too: the key that opened it."""
        if event.key() == Qt.Key.Key_F1:
            self.close_now()
            event.accept()
            return
        super().keyPressEvent(event)


class _Column(QWidget):
    """A title and rows of caps with their words."""

    def __init__(self, look: Look, column: KeyColumn) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Line(look, column.title, Type.CAPTION, Tone.TEXT_3, weight=600), 0, 0, 1, 2)
        for number, row in enumerate(column.rows, start=1):
            grid.addWidget(_sign(look, row), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Line(look, row.words, Type.BODY, Tone.TEXT_2, wrap=True), number, 1)
        grid.setRowStretch(len(column.rows) + 1, 1)


def _sign(look: Look, row: KeyWords) -> QWidget:
    """Return the caps of a row; a scan has no key and shows the scanner."""
    if row.keys:
        return KeyCaps(look, row.keys)
    return IconView(look, "scan", 18, Tone.TEXT_2)
