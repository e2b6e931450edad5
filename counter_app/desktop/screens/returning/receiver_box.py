"""`ReceiverBox`: who receives. Green once a card fits, white while it is expected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.returning.return_state import ReceiverKind, ReceiverState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.cards.warn_box import OkBox
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.i18n import tr


class ReceiverBox(QWidget):
    """`other` asks for another person (F4)."""

    other = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ok = OkBox(look)
        self._plain = Banner(look, "user", Edge.SLATE)
        self._advice = IconLine(look, "scan", "", Type.CAPTION, Tone.TEXT_2, icon_size=16)
        self._form_head = QWidget()
        head = QHBoxLayout(self._form_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Line(look, tr("Người khác nhận"), Type.BODY, weight=BOLD), 1)
        self._links = [
            LinkKey(look, tr("Người khác"), "F4"),
            LinkKey(look, tr("Người khác"), "F4"),
            LinkKey(look, tr("Bỏ"), "F4"),
        ]
        for place, link in zip((self._ok.keys, self._plain.keys, head), self._links, strict=True):
            place.addWidget(link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._ok)
        column.addWidget(self._plain)
        column.addWidget(self._form_head)
        column.addWidget(self._advice)
        for link in self._links:
            link.clicked.connect(self.other)

    def present(self, state: ReceiverState) -> None:
        """Show the receiver; another person is shown by the form below."""
        self._ok.setVisible(state.kind is ReceiverKind.MATCHED)
        self._plain.setVisible(state.kind is ReceiverKind.EXPECTED)
        self._form_head.setVisible(state.kind is ReceiverKind.OTHER)
        self._advice.setVisible(bool(state.advice))
        self._advice.set("scan", state.advice)
        self._ok.set(state.name, state.detail)
        self._plain.set(state.name, state.detail)
