"""The small questions of a shift: the e-receipt of a payment, and why one is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.shift.shift_state import ReceiptAsk
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr

WRITE = "write"


class ReceiptSheet(Sheet):
    """Biên lai điện tử: its symbol, number and look-up code, as the provider printed them."""

    written = Signal(str, str, str)

    def __init__(self, look: Look, parent: QWidget, ask: ReceiptAsk) -> None:
        super().__init__(
            look, parent, ask.title,
            tr("Ghi như nhà cung cấp đã phát hành. Chương trình không tự đánh số biên lai."),
        )  # fmt: skip
        self.stay = True
        self._symbol = Field(look, tr("Ký hiệu"))
        self._number = Field(look, tr("Số"), digits=True)
        self._lookup = Field(look, tr("Mã tra cứu"))
        for field, text in zip(
            (self._symbol, self._number, self._lookup),
            (ask.symbol, ask.number, ask.lookup),
            strict=True,
        ):
            field.set_text(text)
            self.body.addWidget(field)
        self.add_button(WRITE, tr("Ghi biên lai"), default=True)
        self.chosen.connect(self._chosen)
        self._symbol.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if name == WRITE:
            self.written.emit(self._symbol.text(), self._number.text(), self._lookup.text())


class CancelPaymentSheet(Sheet):
    """Hủy khoản thu: why it is taken back."""

    written = Signal(str)

    def __init__(self, look: Look, parent: QWidget, title: str, sentence: str) -> None:
        super().__init__(look, parent, title, sentence)
        self.stay = True
        self._reason = Field(look, tr("Lý do"))
        self.body.addWidget(self._reason)
        self.add_button(WRITE, tr("Hủy khoản thu"), default=True)
        self.chosen.connect(self._chosen)
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if name == WRITE:
            self.written.emit(self._reason.text())
