"""Ghi vướng mắc: what stands in the way, and what the officer would do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.obstacles.obstacle import (
    PROPOSAL,
    TEXT,
    ObstacleAsk,
    ObstaclePresenter,
    ObstacleView,
    ask_of,
)
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.multi_line import MultiLine
from counter_app.i18n import tr
from counter_app.services.office.obstacles import Obstacle

NOTE = "note"


class ObstacleSheet(Sheet):
    """Two notes and a tick; F9 or Ctrl+Enter writes, Esc leaves."""

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        ask: ObstacleAsk,
        presenter: Callable[[ObstacleView], ObstaclePresenter],
    ) -> None:
        sentence = tr("Vào báo cáo của đơn vị. Không ghi tên, số giấy tờ, số điện thoại của ai.")
        super().__init__(look, parent, tr("Ghi vướng mắc"), sentence, width=560)
        self.stay = True
        self._ask = ask
        self.presenter = presenter(self)
        self._notes: dict[str, MultiLine] = {}
        self._words: dict[str, Line] = {}
        self._add_note(look, TEXT, tr("Khó khăn, vướng mắc"), 4)
        self._add_note(look, PROPOSAL, tr("Đề xuất (nếu có)"), 2)
        self._about = CheckRow(look, "", tr("Về thủ tục đang làm"), note=ask.procedure_name)
        self._about.setChecked(bool(ask.procedure))
        self._about.setVisible(bool(ask.procedure))
        self.body.addWidget(self._about)
        self.add_button(NOTE, tr("Ghi vướng mắc"), "F9")
        self.chosen.connect(self._chosen)
        self._notes[TEXT].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong(self, problems: dict[str, str], doubts: dict[str, str]) -> None:
        """Say beside the fields what is wrong, and what is doubtful."""
        self.set_error("")
        if doubts:
            again = tr("Nhấn F9 lần nữa nếu vẫn ghi.")
            doubts = {place: f"{words} {again}" for place, words in doubts.items()}
        said = doubts | problems
        for place, line in self._words.items():
            line.set_tone(Tone.ERROR if place in problems else Tone.WARN)
            line.set_text(said.get(place, ""))
            line.setVisible(place in said)
        first = next((place for place in self._notes if place in said), None)
        if first is not None:
            self._notes[first].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say why it wasn't written; what was typed stays."""
        self.set_error(words)

    def close_now(self) -> None:
        """Go away: it is written."""
        self.done(1)

    def is_waiting(self) -> bool:
        """Tell whether its presenter writes."""
        return self.presenter.is_working

    def type(self, text: str, proposal: str = "") -> None:
        """Put words into the notes, for pictures and tests."""
        self._notes[TEXT].set_text(text)
        self._notes[PROPOSAL].set_text(proposal)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Ctrl+Enter writes like F9."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._chosen(NOTE)
            return
        super().keyPressEvent(event)

    def _add_note(self, look: Look, place: str, label: str, lines: int) -> None:
        note = self._notes[place] = MultiLine(look, "", lines, label)
        note.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = self._words[place] = Line(look, "", Type.CAPTION, Tone.ERROR, wrap=True)
        head = Line(look, label, Type.BODY, weight=MEDIUM)
        head.setBuddy(note.edit)
        words.hide()
        for widget in (head, note, words):
            self.body.addWidget(widget)

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if name == NOTE:
            procedure = self._ask.procedure if self._about.isChecked() else ""
            text, proposal = (note.text() for note in self._notes.values())
            self.presenter.note(Obstacle(text, proposal, procedure))


class ObstacleAsker(QObject):
    """Opens the sheet over `window` for whatever page is shown."""

    def __init__(self, look: Look, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._look, self._window, self._desk = look, window, desk

    def ask(self, procedure: str) -> ObstacleSheet:
        """Open it; the procedure in hand, "" for none, goes along."""
        sheet = ObstacleSheet(
            self._look,
            self._window,
            ask_of(self._desk, procedure),
            lambda view: ObstaclePresenter(self._desk, view),
        )
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
        return sheet
