"""The small dialogs of the dossier's page: contact log, withdrawal, reprint."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.domain.acts.steps import ContactWay
from counter_app.i18n import tr
from counter_app.wording.steps import CONTACT_WAYS

WRITE, LOST, JAMMED = "write", "lost", "jammed"


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


class WithdrawalSheet(Sheet):
    """Rút hồ sơ: the reason, and who came."""

    written = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget, ask: AskState) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._reason = Field(look, tr("Lý do"))
        self._who = Field(look, tr("Người đến rút"))
        self._who.set_text(ask.prefilled)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._who)
        self.add_button(WRITE, tr("Ghi công dân rút hồ sơ"), default=True)
        self.chosen.connect(self._chosen)
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, name: str) -> None:
        if name == WRITE:
            self.written.emit(self._reason.text(), self._who.text())


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


class ReprintSheet(Sheet):
    """In lại: the first paper is spoilt (no mark), or the citizen lost it (a marked duplicate)."""

    def __init__(self, look: Look, parent: QWidget, ask: AskState) -> None:
        super().__init__(look, parent, ask.title, ask.sentence, width=560)
        self.add_button(
            JAMMED,
            tr("Bản trước hỏng, kẹt giấy"),
            "1",
            default=True,
            detail=tr("In thay bản trước, không ghi dấu in lại."),
        )
        self.add_button(
            LOST,
            tr("Công dân làm mất"),
            "2",
            detail=tr("Phiếu ghi BẢN IN LẠI và lần in."),
        )
