"""The small dialogs of the page: why a kept file goes, what becomes of pages that aren't kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.scanning_papers.page_state import Ask
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr

SAVE, DROP, REMOVE = "save", "drop", "remove"


class RemovalSheet(Sheet):
    """Gỡ tệp: the reason."""

    written = Signal(str)

    def __init__(self, look: Look, parent: QWidget, ask: Ask) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._reason = Field(look, tr("Lý do"))
        self.body.addWidget(self._reason)
        self.add_button(REMOVE, tr("Gỡ tệp"), default=True)
        self.chosen.connect(self._chosen)
        self._reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, name: str) -> None:
        if name == REMOVE:
            self.written.emit(self._reason.text())


class UnsavedSheet(Sheet):
    """Pages that weren't kept: keep them all, or leave without them."""

    def __init__(self, look: Look, parent: QWidget, ask: Ask) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.add_button(SAVE, tr("Lưu tất cả"), default=True)
        self.add_button(DROP, tr("Bỏ các trang chưa lưu"), "Delete")
