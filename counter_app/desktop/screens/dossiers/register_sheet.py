"""The question before a register is printed: 1 today, 2 this month, 3 the days that are typed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.presenters.dossiers.register_print import Days, RegisterAsk
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.field import Field
from counter_app.i18n import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegisterSheet(Sheet):
    """In sổ theo dõi. `picked` carries Days and what stands in the two lines."""

    picked = Signal(object, str, str)

    def __init__(self, look: Look, parent: QWidget | None, ask: RegisterAsk) -> None:
        super().__init__(look, parent, ask.title, ask.sentence)
        self.stay = True
        self._first = Field(look, tr("Từ ngày"), digits=True)
        self._last = Field(look, tr("Đến ngày"), digits=True)
        self._first.set_text(ask.first)
        self._last.set_text(ask.last)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._first)
        row.addWidget(self._last)
        self.add_button(Days.TODAY.value, tr("Hôm nay"), "1", default=True, detail=ask.today)
        self.add_button(Days.MONTH.value, tr("Tháng này"), "2", detail=ask.month)
        self.add_button(Days.SPAN.value, tr("Những ngày ghi ở trên"), "3")
        self.body.addLayout(row)
        self.chosen.connect(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter in a line of days means these days, not today."""
        if event.key() in _ENTER and (self._first.edit.hasFocus() or self._last.edit.hasFocus()):
            self._chosen(Days.SPAN.value)
            return
        super().keyPressEvent(event)

    def _chosen(self, name: str) -> None:
        if name:
            self.set_error("")
            self.picked.emit(Days(name), self._first.text(), self._last.text())


class RegisterAsker(QObject):
    """Implements `RegisterView` over the window of `page`. `left`: Esc, nothing is printed."""

    picked = Signal(object, str, str)
    left = Signal()

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._sheet: RegisterSheet | None = None

    def ask(self, ask: RegisterAsk) -> None:
        """Open the question."""
        sheet = RegisterSheet(self._look, self._page.window(), ask)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.picked.connect(self.picked)
        sheet.chosen.connect(self._answered)
        sheet.destroyed.connect(self._forget)
        self._sheet = sheet
        sheet.open()

    def say(self, words: str) -> None:
        """Say something calm in the question."""
        if self._sheet is not None:
            self._sheet.set_error("")
            self._sheet.set_sentence(words)

    def refuse(self, words: str) -> None:
        """Say what is wrong with the days."""
        if self._sheet is not None:
            self._sheet.set_error(words)

    def close(self) -> None:
        """Close the question."""
        if self._sheet is not None:
            self._sheet.done(1)

    def _answered(self, name: str) -> None:
        if not name:
            self.left.emit()

    def _forget(self) -> None:
        self._sheet = None
