"""The list of drafts that were put aside, over the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.parked.parked import ParkedState
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
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ParkedOverlay(Overlay):
    """Shows a `ParkedState`; Enter takes a draft up, Delete throws it away."""

    taken = Signal()
    thrown = Signal()
    selected = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Đang làm dở"), width=WIDTH)
        self._title = Line(look, "", Type.NAME)
        self._sentence = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._rows = PickerView(look, max_rows=7)
        self._rows.moved.connect(self.selected)
        self._rows.chosen.connect(self._choose)
        self._foot = HintLine(look)
        for widget in (self._title, self._sentence, self._rows):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(self._foot)

    def present(self, state: ParkedState) -> None:
        """Show the drafts of `state`."""
        self._title.set_text(state.title)
        self._sentence.set_text(state.sentence)
        self._rows.setAccessibleName(state.title)
        self._rows.set_rows(
            tuple(PickerRow(row.name, meta=row.meta, code=row.time) for row in state.rows)
        )
        self._rows.set_current(state.selected)
        self._rows.setVisible(bool(state.rows))
        hints: tuple[Hint, ...] = (Hint("Esc", tr("đóng")),)
        if state.rows:
            hints = (Hint("Enter", tr("làm tiếp")), Hint("Delete", tr("bỏ")), *hints)
        self._foot.set_hints(hints)
        if self.is_open:
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows move, Enter takes up, Delete throws away."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._rows.step(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Delete:
            self.thrown.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _choose(self, row: int) -> None:
        self.selected.emit(row)
        self.taken.emit()
