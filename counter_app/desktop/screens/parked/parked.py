"""The list of drafts that were put aside, over the page."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.parked.parked import ParkedState
from counter_app.desktop.screens.overlay.rows_overlay import RowsOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.i18n import tr

_DELETE = QKeyCombination(Qt.Key.Key_Delete)


class ParkedOverlay(RowsOverlay):
    """Shows a `ParkedState`; Enter takes a draft up, Delete throws it away."""

    taken = Signal()
    thrown = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Đang làm dở"))
        self.entered.connect(self.taken)
        self.let_act({_DELETE: self.thrown})

    def present(self, state: ParkedState) -> None:
        """Show the drafts of `state`."""
        rows = tuple(PickerRow(row.name, meta=row.meta, code=row.time) for row in state.rows)
        hints = (Hint("Enter", tr("làm tiếp")), Hint("Delete", tr("bỏ"))) if rows else ()
        self.show_rows(state.title, state.sentence, rows, state.selected, hints)
