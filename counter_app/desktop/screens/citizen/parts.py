"""Parts that several scenes of the citizen screen show: what is to be paid, when to come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.citizen.state import Appointment, Money, Transfer
from counter_app.desktop.screens.citizen.qr_view import QrView
from counter_app.desktop.screens.citizen.short_line import ShortLine
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.i18n import tr


class MoneyView(QWidget):
    """Phí, lệ phí: the amount in the biggest type, in words below it, paid or not."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        column.addWidget(Line(look, tr("Phí, lệ phí"), Type.CAPTION, Tone.TEXT_2))
        row = QHBoxLayout()
        row.setSpacing(16)
        self._value = Line(look, "", Type.PAGE, digits=True)
        self._aside = IconLine(look, "ok", "", Type.BODY, Tone.OK)
        row.addWidget(self._value)
        row.addWidget(self._aside)
        row.addStretch(1)
        column.addLayout(row)
        self._words = ShortLine(look, 2, Type.BODY, Tone.TEXT_2)
        column.addWidget(self._words)

    def present(self, money: Money | None) -> None:
        """Show it; None hides the part."""
        self.setVisible(money is not None)
        if money is not None:
            self._value.set_text(money.value)
            self._aside.set("ok", money.aside)
            self._aside.setVisible(bool(money.aside))
            self._words.set_text(money.words)
            self._words.setVisible(bool(money.words))


class AppointmentView(QWidget):
    """Hẹn trả: the hour in the biggest type, the day, and where."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        column.addWidget(Line(look, tr("Hẹn trả kết quả"), Type.CAPTION, Tone.TEXT_2))
        self._value = Line(look, "", Type.PAGE, digits=True)
        self._day = Line(look, "", Type.NAME, digits=True)
        self._detail = ShortLine(look, 2, Type.BODY, Tone.TEXT_2)
        for line in (self._value, self._day, self._detail):
            column.addWidget(line)

    def present(self, appointment: Appointment | None) -> None:
        """Show it; None hides the part."""
        self.setVisible(appointment is not None)
        if appointment is not None:
            self._value.set_text(appointment.value)
            self._day.set_text(appointment.day)
            self._day.setVisible(bool(appointment.day))
            self._detail.set_text(appointment.detail)


class TransferView(QWidget):
    """VietQR: the symbol, and beside it what must be the same on the telephone."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self)
        self._title = ShortLine(look, 2, Type.CAPTION, Tone.TEXT_2)
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.symbol = QrView(look, tr("Mã VietQR để chuyển khoản"))
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addSpacing(12)
        self._lines = tuple(ShortLine(look, 2, Type.CAPTION, weight=500) for _ in range(4))
        for line in self._lines:
            words.addWidget(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        column.addLayout(row)

    def present(self, transfer: Transfer | None) -> None:
        """Show it; None hides the part."""
        self.setVisible(transfer is not None)
        if transfer is None:
            return
        self.symbol.set_text(transfer.payload)
        self._title.set_text(transfer.title)
        for place, line in enumerate(self._lines):
            there = place < len(transfer.lines)
            line.setVisible(there)
            line.set_text(transfer.lines[place] if there else "")


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
