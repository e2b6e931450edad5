"""`PaperLineBox`: when, under which number and why it was received on paper first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.presenters.reception.on_paper.state import PaperLineState, PaperPart
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.screens.reception.card_parts import LARGE
from counter_app.desktop.screens.reception.head_hints import HeadHints
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr


class PaperLineBox(Card):
    """One row above the cards. Enter goes from field to field, then on with the reception."""

    typed = Signal(object, str)  # PaperPart
    left = Signal()

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._state: PaperLineState | None = None
        title = Line(look, tr("Đã nhận bằng giấy, ghi vào Hệ thống bây giờ"), Type.BODY, wrap=True)
        title.set_weight(MEDIUM)
        self._hints = HeadHints(look)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._hints)
        labels = {
            PaperPart.MOMENT: tr("Giờ, ngày trên giấy"),
            PaperPart.NUMBER: tr("Số trên giấy, nếu có"),
            PaperPart.REASON: tr("Vì sao nhận bằng giấy"),
        }
        self.fields = {part: Field(look, label) for part, label in labels.items()}
        self.fields[PaperPart.MOMENT].set_placeholder(tr("như 9h15 20/11"))
        first = QHBoxLayout()
        first.setSpacing(12)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addLayout(first, 9)
        for part, field in self.fields.items():
            field.edit.textEdited.connect(lambda text, part=part: self.typed.emit(part, text))
            field.edit.editingFinished.connect(self.left)
            gate.watch(field.edit, Block.PAPER_FIRST)
            if part is PaperPart.REASON:
                self._row.addWidget(field, 7, Qt.AlignmentFlag.AlignTop)
            else:
                first.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addLayout(self._row)
        look.changed.connect(self._fit)
        self._fit()

    def show_state(self, state: PaperLineState | None, *, current: bool) -> None:
        """Show the line, or hide it; what is being typed stays."""
        self.setVisible(state is not None)
        self.set_edge(Edge.ACCENT if current else None)
        keys = "Esc" if current else KEYS[Command.PAPER_FIRST][0]
        self._hints.set_hints((Hint(keys, tr("bỏ dòng này")),))
        if state is None or state == self._state:
            return
        self._state = state
        moment, number, reason = (self.fields[part] for part in PaperPart)
        for field, text in ((moment, state.moment), (number, state.number), (reason, state.reason)):
            field.set_text(text)
        moment.set_note(state.read)
        moment.set_problem(state.problem, doubt=state.doubt)
        reason.set_note("" if state.reason else state.reasons)
        reason.set_problem(state.reason_problem)

    def take_focus(self) -> None:
        """Put the keys into the first field that something is wrong with, or that is empty."""
        state = self._state
        if state is None:
            return
        part = PaperPart.MOMENT
        if state.moment and not (state.problem and not state.doubt):
            part = PaperPart.REASON
        self.fields[part].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self) -> bool:
        """Go to the next field (Enter); False when the keys aren't here, or in the last one."""
        at = next((at for at, each in enumerate(PaperPart) if self._has_keys(each)), None)
        if at is None or at == len(PaperPart) - 1:
            return False
        self.fields[tuple(PaperPart)[at + 1]].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _has_keys(self, part: PaperPart) -> bool:
        return self.fields[part].edit.hasFocus()

    def _fit(self) -> None:
        large = self._look.scale >= LARGE
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if large else direction.LeftToRight)
