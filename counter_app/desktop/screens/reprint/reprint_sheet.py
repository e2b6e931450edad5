"""The one question before a paper comes again: 1 spoilt or jammed, 2 lost by the citizen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.detail.detail_state import AskState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr

JAMMED, LOST = "jammed", "lost"


class ReprintSheet(Sheet):
    """In lại: the first paper is spoilt (no mark), or the citizen lost it (a marked duplicate)."""

    def __init__(self, look: Look, parent: QWidget, ask: AskState) -> None:
        super().__init__(look, parent, ask.title, ask.sentence, width=560)
        self.add_button(
            JAMMED,
            tr("Bản trước hỏng / kẹt"),
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


class ReprintAsker(QObject):
    """Asks over `window`. Connect the answers to `ReprintPresenter`'s methods of the same names."""

    jammed = Signal()
    lost = Signal()

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window

    def ask(self, ask: AskState) -> None:
        """Open the question; Esc answers nothing and prints nothing."""
        sheet = ReprintSheet(self._look, self._window, ask)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.chosen.connect(self._answered)
        sheet.open()

    def _answered(self, name: str) -> None:
        if name == JAMMED:
            self.jammed.emit()
        elif name == LOST:
            self.lost.emit()
