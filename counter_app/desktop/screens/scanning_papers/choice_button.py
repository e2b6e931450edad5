"""`ChoiceButton`: what is chosen, with a menu of what else could be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from counter_app.desktop.presenters.scanning_papers.page_state import Choice
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.quiet_button import QuietButton


class ChoiceButton(QuietButton):
    """Hidden while there is nothing to choose from. `chosen` tells the name."""

    chosen = Signal(str)

    def __init__(self, look: Look, icon: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(look, "", icon, parent=parent)
        self._what = what
        self._choices: tuple[Choice, ...] = ()
        self._words = QMenu(self)
        self._words.triggered.connect(self._triggered)
        self.set_menu(self._words)
        self.hide()

    def set_choices(self, choices: tuple[Choice, ...]) -> None:
        """Offer other choices."""
        if choices == self._choices:
            return
        self._choices = choices
        self._words.clear()
        group = QActionGroup(self._words)
        for choice in choices:
            action = QAction(choice.words, self._words)
            action.setData(choice.name)
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            group.addAction(action)
            self._words.addAction(action)
        words = next((choice.words for choice in choices if choice.chosen), "")
        self.setText(words)
        self.setAccessibleName(f"{self._what}: {words}")
        self.setVisible(bool(choices))
        self.restyle()

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
