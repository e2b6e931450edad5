"""The question of F10: 1 jammed, 2 lost."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reprint.reprint import ReprintQuestion
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet

_JAMMED, _LOST = "jammed", "lost"


class ReprintAsker(QObject):
    """Asks over `window`. Connect the answers to `ReprintPresenter`'s methods of the same names."""

    jammed = Signal()
    lost = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window

    def ask(self, question: ReprintQuestion) -> None:
        """Open the question; Esc answers nothing and prints nothing."""
        sheet = Sheet(self._look, self._window, question.title, question.sentence, width=560)
        sheet.add_button(_JAMMED, question.jammed, "1")
        sheet.add_button(_LOST, question.lost, "2")
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.chosen.connect(self._answered)
        sheet.open()

    def _answered(self, name: str) -> None:
        if name == _JAMMED:
            self.jammed.emit()
        elif name == _LOST:
            self.lost.emit()
