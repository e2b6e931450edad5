"""`RowsOverlay`: a title, a sentence and rows over the page; arrows choose, keys act on a row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

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
ROWS = 6
"""So many rows are seen at once; PageUp and PageDown go as far."""

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -ROWS,
    Qt.Key.Key_PageDown: ROWS,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class RowsOverlay(Overlay):
    """A list of few rows. Enter and a click emit `entered`; `selected` tells the current row.

    A key counts only as it is said: with a modifier that isn't meant it does nothing.
    """

    entered = Signal()
    selected = Signal(int)

    def __init__(self, look: Look, parent: QWidget, *, name: str) -> None:
        super().__init__(look, parent, name=name, width=WIDTH)
        self._acts: Mapping[QKeyCombination, SignalInstance] = {}
        self._title = Line(look, "", Type.NAME, elide=True)
        self._sentence = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._rows = PickerView(look, max_rows=ROWS)
        self._rows.moved.connect(self.selected)
        self._rows.chosen.connect(self._choose)
        self._foot = HintLine(look)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._rows)
        self.body.addStretch(1)
        self.body.addSpacing(4)
        self.body.addWidget(self._foot)

    def let_act(self, acts: Mapping[QKeyCombination, SignalInstance]) -> None:
        """Emit a signal on each of these keys."""
        self._acts = acts

    def show_rows(
        self,
        title: str,
        sentence: str,
        rows: tuple[PickerRow, ...],
        selected: int,
        hints: tuple[Hint, ...],
    ) -> None:
        """Show `rows`; the hints of choosing and closing stand around `hints`."""
        self._title.set_text(title)
        self._sentence.set_text(sentence)
        self._rows.setAccessibleName(title)
        self._rows.set_rows(rows)
        self._rows.set_current(selected)
        self._rows.setVisible(bool(rows))
        choose = (Hint("Up Down", tr("chọn")),) if len(rows) > 1 else ()
        self._foot.set_hints((*choose, *hints, Hint("Esc", tr("đóng"))))
        if self.is_open:
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows and pages move, Enter enters, the keys of `let_act` act."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~_KEYPAD
        act = self._acts.get(QKeyCombination(modifiers, key))
        if act is not None:
            act.emit()
        elif key in _STEPS and not modifiers:
            self._rows.step(_STEPS[key])
        elif key in _ENTER and not modifiers:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _choose(self, row: int) -> None:
        self.selected.emit(row)
        self.entered.emit()
