"""`DropButton`: a drop-down of the list's head, fed with the choices of the presenter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counter_app.desktop.presenters.dossiers.list_state import DropDown
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.quiet_button import QuietButton


class DropButton(QuietButton):
    """What it says is what is chosen; with nothing to choose it says why."""

    picked = Signal(str)

    def __init__(self, look: Look, icon: str, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "", icon, parent=parent)
        self._shown: DropDown | None = None
        self._choices = QMenu(self)
        self._choices.triggered.connect(self._triggered)
        self.set_menu(self._choices)

    def set_drop_down(self, drop_down: DropDown) -> None:
        """Show these choices; nothing is rebuilt when they are the same."""
        if drop_down == self._shown:
            return
        self._shown = drop_down
        self.setText(drop_down.text)
        self.setAccessibleName(drop_down.text)
        self.setEnabled(bool(drop_down.choices))
        self.setToolTip(drop_down.reason)
        self.setAccessibleDescription(drop_down.reason)
        self._choices.clear()
        for choice in drop_down.choices:
            action = QAction(choice.text, self._choices)
            action.setData(choice.key)
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            self._choices.addAction(action)
        self.restyle()

    def _triggered(self, action: QAction) -> None:
        self.picked.emit(action.data())
