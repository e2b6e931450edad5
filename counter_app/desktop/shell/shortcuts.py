"""The window's keys, made once from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from counter_app.desktop.commands import KEYS, Command


class Shortcuts(QObject):
    """`pressed` carries a Command. A dialog is a window of its own: nothing fires through it."""

    pressed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for command, keys in KEYS.items():
            for key in keys:
                _Key(window, self, command, key)

    def press(self, command: Command) -> None:
        """Do as if the key of `command` was pressed."""
        self.pressed.emit(command)


class _Key(QObject):
    """One key: a slot must be an object's own method, so each key is an object."""

    def __init__(self, window: QWidget, shortcuts: Shortcuts, command: Command, key: str) -> None:
        super().__init__(shortcuts)
        self._shortcuts = shortcuts
        self._command = command
        shortcut = QShortcut(QKeySequence(key), window)
        # A finger that rests on F9 must not receive the next citizen too. Growing text may repeat.
        shortcut.setAutoRepeat(command in (Command.BIGGER, Command.SMALLER))
        shortcut.activated.connect(self.fire)
        # Two keys of one sequence would be told as ambiguous and do nothing.
        shortcut.activatedAmbiguously.connect(self.fire)

    @Slot()
    def fire(self) -> None:
        """The key was pressed."""
        self._shortcuts.press(self._command)
