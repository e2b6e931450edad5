"""The status bar of log-in and lock: the line and the scanner, and which counter this is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.presenters.status.status import StatusState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.bar import Bar
from counter_app.desktop.widgets.bars.net_chip import NetChip
from counter_app.desktop.widgets.bars.status_item import StatusItem
from counter_app.desktop.widgets.basics.divider import Divider
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line


class FootBar(QWidget):
    """Shows of a `StatusState` what concerns nobody in particular; nothing of it can be clicked."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._net = NetChip(look)
        self._scanner = StatusItem(look, "scan")
        self._divider = Divider(look, upright=True)
        self._home = IconView(look, "home", 16)
        self._place = Line(look, "", Type.CAPTION, Tone.TEXT_2, elide=True)
        bar = Bar(look, 32, line="top")
        row = bar.row
        row.setContentsMargins(9, 0, 13, 0)
        row.setSpacing(8)
        for widget in (self._net, self._divider, self._scanner):
            row.addWidget(widget)
            widget.hide()
        row.addStretch()
        row.addWidget(self._home)
        row.addWidget(self._place)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(bar)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def present(self, state: StatusState) -> None:
        """Show how line and scanner stand; of what nobody knows yet the place stays empty."""
        net, scanner = state.net, state.scanner
        if net is not None:
            self._net.set(net.icon, net.words, offline=net.offline)
        if scanner is not None:
            self._scanner.set(scanner.icon, scanner.words, good=scanner.ok, fault=not scanner.ok)
        self._net.setVisible(net is not None)
        self._scanner.setVisible(scanner is not None)
        self._divider.setVisible(net is not None and scanner is not None)

    def set_place(self, words: str) -> None:
        """Show centre and counter."""
        self._place.set_text(words)
        self._home.setVisible(bool(words))
