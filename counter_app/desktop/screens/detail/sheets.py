"""The small dialogs of the dossier's page: contact log, cancelling."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import AskState, PaperAsk
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.domain.acts.steps import ContactWay
from counter_app.i18n import tr
from counter_app.wording.steps import CONTACT_WAYS

WRITE = "write"


_DIGITS = 9


class ContactSheet(Sheet):
    """Ghi liên hệ: the way, whether somebody answered, one sentence."""

    written = Signal(object, str, bool)

    def __init__(self, look: Look, parent: QWidget, ask: AskState) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._field = Field(look, tr("Đã báo điều gì"))
        self._field.set_text(ask.prefilled)
        self._ways: dict[ContactWay, ChoiceRow] = {}
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (way, words) in enumerate(CONTACT_WAYS.items()):
            row = self._ways[way] = ChoiceRow(look, "", tr(words))
            grid.addWidget(row, place // 2, place % 2)
        self._ways[ContactWay.PHONE].setChecked(True)
        self._missed = CheckRow(look, "", tr("Chưa liên lạc được"))
        grid.addWidget(self._missed, len(self._ways) // 2, len(self._ways) % 2)
        self.body.addWidget(self._field)
        self.body.addLayout(grid)
        self.add_button(WRITE, tr("Ghi liên hệ"), default=True)
        self.chosen.connect(self._chosen)
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.edit.selectAll()

    def _chosen(self, name: str) -> None:
        if name == WRITE:
            way = next(way for way, row in self._ways.items() if row.isChecked())
            self.written.emit(way, self._field.text(), not self._missed.isChecked())


class PaperSheet(Sheet):
    """In giấy khác: one of the dossier's papers, by its digit."""

    def __init__(self, look: Look, parent: QWidget, ask: PaperAsk) -> None:
        super().__init__(look, parent, ask.title)
        for number, (form, words) in enumerate(ask.papers, 1):
            keys = str(number) if number <= _DIGITS else ""
            self.add_button(form, words, keys, default=number == 1)


class CancelSheet(Sheet):
    """Hủy tiếp nhận: why it was a mistake."""

    written = Signal(str)

    def __init__(self, look: Look, parent: QWidget, ask: AskState) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._reason = Field(look, tr("Lý do"))
        self.body.addWidget(self._reason)
        self.add_button(WRITE, tr("Hủy tiếp nhận"), default=True)
        self.chosen.connect(self._chosen)
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, name: str) -> None:
        if name == WRITE:
            self.written.emit(self._reason.text())
