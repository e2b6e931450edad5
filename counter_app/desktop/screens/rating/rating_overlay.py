"""The officer's sheet of a rating: the citizen says it, or it stands on a slip; digits take it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.rating.rating_state import RatingRow, RatingState
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.i18n import tr

WIDTH = 560
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Backspace)


class RatingOverlay(Overlay):
    """Shows a `RatingState`. Any key of the window closes it: a rating holds nobody up.

    `picked` carries the digit of an answer; `entered` is Enter, `stepped_back` the arrow left.
    """

    picked = Signal(str)
    entered = Signal()
    stepped_back = Signal()
    passed = Signal()
    """Space: the question was left open."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Đánh giá của công dân"), width=WIDTH)
        self._title = Line(look, "", Type.NAME, elide=True)
        self._aside = Line(look, "", Type.CAPTION, Tone.TEXT_3, digits=True)
        self._dossier = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True, elide=True)
        self._question = Line(look, "", Type.VALUE, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._made: list[ChoiceRow | CheckRow] = []
        self._state: RatingState | None = None
        self._way = IconLine(look, "note", "", Type.BODY, Tone.TEXT_2)
        self._error = WarnBox(look)
        self._foot = HintLine(look)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self._aside)
        self.body.addLayout(head)
        self.body.addWidget(self._dossier)
        self.body.addSpacing(4)
        self.body.addWidget(self._question)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._way)
        self.body.addWidget(self._error)
        self.body.addStretch(1)
        self.body.addSpacing(4)
        self.body.addWidget(self._foot)

    def present(self, state: RatingState) -> None:
        """Show the whole state."""
        before, self._state = self._state, state
        self._title.set_text(state.title)
        self._aside.set_text(state.aside)
        self._dossier.set_text(state.dossier)
        self._dossier.setVisible(bool(state.dossier))
        self._question.set_text(state.question)
        self._way.set("note", state.way)
        self._error.setVisible(bool(state.error))
        self._error.set(state.error)
        self._foot.set_hints(state.hints)
        if before is None or _keys(before) != _keys(state):
            self._build(state)
        for made, row in zip(self._made, state.rows, strict=True):
            made.setChecked(row.chosen)
        if self.is_open:
            self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Digits answer, Enter writes, the arrow left goes back."""
        key = Qt.Key(event.key())
        if event.isAutoRepeat():
            event.accept()  # a finger that rests answers one question
        elif key in _ENTER:
            self.entered.emit()
            event.accept()
        elif key in _BACK:
            self.stepped_back.emit()
            event.accept()
        elif key == Qt.Key.Key_Space:
            self.passed.emit()
            event.accept()
        elif event.text() and event.text() in {row.key for row in self._rows_shown()}:
            self.picked.emit(event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Make way for a key of the window (F9, Ctrl+K …): it does what it always does."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
            held = event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)
            if (control or function) and not held:
                self.close_now()
        return super().event(event)

    def _rows_shown(self) -> tuple[RatingRow, ...]:
        return self._state.rows if self._state is not None else ()

    def _build(self, state: RatingState) -> None:
        for made in self._made:
            made.hide()
            made.deleteLater()
        self._made = []
        for row in state.rows:
            made = self._row(row, several=state.several)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # digits are quicker, Tab leads nowhere
            made.clicked.connect(self._clicked)
            self._rows.addWidget(made)
            made.show()
            self._made.append(made)

    def _row(self, row: RatingRow, *, several: bool) -> ChoiceRow | CheckRow:
        if several:
            return CheckRow(self._look, row.key, row.text, as_key=True, parent=self.card)
        made = ChoiceRow(self._look, row.key, row.text, parent=self.card)
        made.setAutoExclusive(False)
        return made

    def _clicked(self) -> None:
        made = self.sender()
        if self._state is not None and made in self._made:
            assert isinstance(made, ChoiceRow | CheckRow)
            row = self._state.rows[self._made.index(made)]
            made.setChecked(row.chosen)
            self.picked.emit(row.key)


def _keys(state: RatingState) -> tuple[tuple[str, str], ...]:
    return tuple((row.key, row.text) for row in state.rows)
