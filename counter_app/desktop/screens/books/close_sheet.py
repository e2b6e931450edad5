"""The question before a book is closed: what must be known, and that it never opens again."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr

CLOSE = "close"


class CloseSheet(Sheet):
    """`agreed`: the supervisor closes the book all the same."""

    agreed = Signal()

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, sentence: str, doubts: tuple[str, ...]
    ) -> None:
        super().__init__(look, parent, title, sentence)
        for words in doubts:
            self.body.addWidget(IconLine(look, "warn", words, Type.BODY, Tone.WARN, wrap=True))
        self.add_button(CLOSE, tr("Khóa sổ"), "F9")
        self.chosen.connect(self._chosen)

    @Slot(str)
    def _chosen(self, name: str) -> None:
        if name == CLOSE:
            self.agreed.emit()
