"""Lists of the training mode over whatever is shown: what can be scanned, which lesson is next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from counter_app.desktop.screens.overlay.rows_overlay import RowsOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.i18n import tr


class PickList(RowsOverlay):
    """Rows with an act each; Enter does the current one's, when the list has gone away."""

    def __init__(self, look: Look, parent: QWidget, *, title: str, sentence: str) -> None:
        super().__init__(look, parent, name=title)
        self._words = (title, sentence)
        self._offered: tuple[Callable[[], None], ...] = ()
        self._row = 0
        self.selected.connect(self._moved)
        self.entered.connect(self._do)

    def offer(self, rows: tuple[tuple[PickerRow, Callable[[], None]], ...]) -> None:
        """Open with these rows; an open list closes instead."""
        if self.escape():
            return
        self._offered = tuple(act for _, act in rows)
        self._row = 0
        hints = (Hint("Enter", tr("chọn dòng này")),)
        self.show_rows(*self._words, tuple(row for row, _ in rows), 0, hints)
        self.open()

    @Slot(int)
    def _moved(self, row: int) -> None:
        self._row = row

    @Slot()
    def _do(self) -> None:
        act = self._offered[self._row] if self._row < len(self._offered) else None
        self.close_now()
        if act is not None:
            act()
