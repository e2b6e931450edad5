"""The citizen's earlier dossiers (Ctrl+L): Enter opens one, Ctrl+D copies from it."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.history.history import HistoryState
from counter_app.desktop.screens.overlay.rows_overlay import RowsOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.i18n import tr

_COPY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)


class HistoryOverlay(RowsOverlay):
    """Shows a `HistoryState`. `copied` also comes from the window's own Ctrl+D, through `copy`."""

    opened = Signal()
    copied = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Hồ sơ trước"))
        self.entered.connect(self.opened)
        self.let_act({_COPY: self.copied})

    def present(self, state: HistoryState) -> None:
        """Show the dossiers of `state`."""
        rows = tuple(PickerRow(row.procedure, meta=row.meta, code=row.code) for row in state.rows)
        asked = (("Enter", state.open_words), ("Ctrl+D", state.copy_words))
        hints = tuple(Hint(keys, words) for keys, words in asked if words)
        self.show_rows(state.title, state.sentence, rows, state.selected, hints)
