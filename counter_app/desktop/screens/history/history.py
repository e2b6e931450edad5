"""The citizen's earlier dossiers (Ctrl+L): Enter opens one, Ctrl+D copies from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.history.history import HistoryState
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.i18n import tr

WIDTH = 640
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HistoryOverlay(Overlay):
    """Shows a `HistoryState`. `copied` also comes from the window's own Ctrl+D, through `copy`."""

    opened = Signal()
    copied = Signal()
    selected = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Hồ sơ trước"), width=WIDTH)
        self._title = Line(look, "", Type.NAME, elide=True)
        self._sentence = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._rows = PickerView(look, max_rows=6)
        self._rows.moved.connect(self.selected)
        self._rows.chosen.connect(self._choose)
        self._foot = HintLine(look)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        self.body.addSpacing(4)
        self.body.addWidget(self._foot)

    def present(self, state: HistoryState) -> None:
        """Show the dossiers of `state`."""
        self._title.set_text(state.title)
        self._sentence.set_text(state.sentence)
        self._rows.setAccessibleName(state.title)
        self._rows.set_rows(
            tuple(PickerRow(row.procedure, meta=row.meta, code=row.code) for row in state.rows)
        )
        self._rows.set_current(state.selected)
        self._rows.setVisible(bool(state.rows))
        hints = [Hint("Up Down", tr("chọn"))] if len(state.rows) > 1 else []
        if state.open_words:
            hints.append(Hint("Enter", state.open_words))
        if state.copy_words:
            hints.append(Hint("Ctrl+D", state.copy_words))
        self._foot.set_hints((*hints, Hint("Esc", tr("đóng"))))
        if self.is_open:
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows move, Enter opens, Ctrl+D copies."""
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _STEPS and not plain:
            self._rows.step(_STEPS[key])
        elif key in _ENTER and not plain:
            self.opened.emit()
        elif key == Qt.Key.Key_D and plain == Qt.KeyboardModifier.ControlModifier:
            self.copied.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _choose(self, row: int) -> None:
        self.selected.emit(row)
        self.opened.emit()
