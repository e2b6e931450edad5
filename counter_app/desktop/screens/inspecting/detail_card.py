"""The chosen act in full: when, who, where, what, both values, its place in the chain."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.inspecting.log_state import LineDetail
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import several, tr

_SHOWN = 3
"""So many changed values have room; the inspection on paper has all."""


class DetailCard(QWidget):
    """`open` and `print` are buttons for the dossier of the act."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = QuietButton(look, tr("Mở hồ sơ"), "folder", "Enter")
        self.print = QuietButton(look, tr("In phiếu kiểm tra"), "print", "F10")
        self._title = Line(look, "", Type.BODY, weight=600, elide=True)
        self._text = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._changes = [Line(look, "", Type.BODY, wrap=True) for _ in range(_SHOWN + 1)]
        self._place = Line(look, "", Type.CAPTION, Tone.TEXT_3, digits=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._title, self._text, *self._changes, self._place):
            words.addWidget(line)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        card = Card(look)
        card.body.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)

    def show_detail(self, detail: LineDetail | None, *, can_open: bool, can_print: bool) -> None:
        """Show an act; None hides the card."""
        self.setVisible(detail is not None)
        if detail is None:
            return
        self._title.set_text(detail.title)
        self._text.set_text(detail.text)
        changes = [*detail.changes[:_SHOWN]]
        further = len(detail.changes) - len(changes)
        if further > 0:
            changes.append(several("và {n} chỗ khác", further).format(n=further))
        for place, line in enumerate(self._changes):
            line.set_text(changes[place] if place < len(changes) else "")
            line.setVisible(place < len(changes))
        self._place.set_text(detail.place)
        self.open.setVisible(can_open)
        self.print.setVisible(can_print)
