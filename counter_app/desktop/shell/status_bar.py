"""The status bar: line · scanner · printer · last receipt, always in this order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.presenters.status.status import DevicePart, StatusState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.bars.net_chip import NetChip
from counter_app.desktop.widgets.bars.status_item import StatusItem
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.link_key import LinkKey


class StatusBar(QWidget):
    """Shows a `StatusState`. `net`, `scanner`, `printer` and `again` were clicked."""

    net = Signal()
    scanner = Signal()
    printer = Signal()
    again = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        bar = Bar(look, 32, line="top")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(bar)
        self._net = NetChip(look)
        self._scanner = StatusItem(look, "scan")
        self._printer = StatusItem(look, "print")
        self._date = StatusItem(look, "clock")
        self._net.clicked.connect(self.net)
        self._scanner.clicked.connect(self.scanner)
        self._printer.clicked.connect(self.printer)
        self._date.clicked.connect(self.net)
        self._paper = IconView(look, "paper", 16)
        self._before = Line(look, type_=Type.CAPTION, tone=Tone.TEXT_2, elide=True)
        self._code = Line(look, type_=Type.CAPTION, weight=500, digits=True)
        self._after = Line(look, type_=Type.CAPTION, tone=Tone.TEXT_2, elide=True)
        self._again = LinkKey(look, "", "F10", Type.CAPTION)
        self._again.clicked.connect(self.again)
        self._dividers = (Divider(look, upright=True), Divider(look, upright=True))
        row = self._row = bar.row
        row.setContentsMargins(9, 0, 13, 0)
        row.setSpacing(8)
        row.addWidget(self._net)
        row.addWidget(self._dividers[0])
        row.addWidget(self._scanner)
        row.addWidget(self._dividers[1])
        row.addWidget(self._printer)
        row.addWidget(self._date)
        row.addStretch()
        self._last = (self._paper, self._before, self._code, self._after, self._again)
        for widget in self._last:
            row.addWidget(widget)
            widget.hide()
        for item in (self._net, self._scanner, self._printer, self._date, *self._dividers):
            item.hide()

    def present(self, state: StatusState) -> None:
        """Show `state`; a part of which nothing is known keeps its place empty."""
        if state.net is not None:
            self._net.set(state.net.icon, state.net.words, offline=state.net.offline)
            self._net.setToolTip(state.net.tip)
        self._net.setVisible(state.net is not None)
        self._device(self._scanner, state.scanner)
        self._device(self._printer, state.printer)
        self._device(self._date, state.date)
        self._dividers[0].setVisible(state.net is not None and state.scanner is not None)
        self._dividers[1].setVisible(state.scanner is not None and state.printer is not None)
        receipt = state.receipt
        for widget in self._last:
            widget.setVisible(receipt is not None)
        if receipt is not None:
            self._before.set_text(receipt.before)
            self._before.set_tone(Tone.TEXT_2 if receipt.ok else Tone.WARN)
            self._paper.set("paper" if receipt.ok else "warn", None if receipt.ok else Tone.WARN)
            self._code.set_text(receipt.code)
            self._after.set_text(receipt.after)
            self._again.setText(receipt.again)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Let words give way where letters are big."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the code and its key whole: first the time goes, then the words before it."""
        if self._code.isHidden():
            return
        for widget in (self._before, self._after):
            widget.show()
        for widget in (self._after, self._before):
            self._row.invalidate()
            if self._row.sizeHint().width() > self.width():
                widget.hide()

    def _device(self, item: StatusItem, part: DevicePart | None) -> None:
        item.setVisible(part is not None)
        if part is not None:
            item.set(part.icon, part.words, good=part.ok, fault=not part.ok)
