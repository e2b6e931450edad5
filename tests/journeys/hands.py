"""An officer's hands and a scanner at a window: real key events, counted.

A chord counts every key of it (Ctrl+1 is two), as UX §2 does, and so do the keys that an input
method in Telex wants for Vietnamese letters ("ầ" is three).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.desktop.scanning import keyboard

SCANNER_GAP = 3
"""Milliseconds between two keys of a scanner."""

KEY, POINT, BUTTON, HOMING, THINK, SCAN = 0.28, 1.10, 0.10, 0.40, 1.35, 1.2
"""Seconds of the keystroke-level model (UX §2)."""

_TELEX_TWO = {
    "\N{COMBINING BREVE}", "\N{COMBINING CIRCUMFLEX ACCENT}", "\N{COMBINING HORN}",
    "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING TILDE}",
    "\N{COMBINING HOOK ABOVE}", "\N{COMBINING DOT BELOW}",
}  # fmt: skip


@dataclass(frozen=True)
class Effort:
    """What something took."""

    keys: int = 0
    clicks: int = 0
    scans: int = 0
    thoughts: int = 0

    @property
    def seconds(self) -> float:
        """By the keystroke-level model: a click is a way to the mouse and back, too."""
        return (
            self.keys * KEY
            + self.clicks * (POINT + 2 * BUTTON + 2 * HOMING)
            + self.scans * SCAN
            + self.thoughts * THINK
        )

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.keys + other.keys,
            self.clicks + other.clicks,
            self.scans + other.scans,
            self.thoughts + other.thoughts,
        )

    def __sub__(self, other: Effort) -> Effort:
        return self + Effort(-other.keys, -other.clicks, -other.scans, -other.thoughts)


class KeyboardScanner:
    """A wedge: types 3 ms a key into whatever window has the focus, Return behind it."""

    def __init__(self, prefix: str = "", suffix: str = "\r") -> None:
        self._prefix, self._suffix = prefix, suffix

    def scan(self, text: str) -> None:
        """Type `text` as the device does."""
        keyboard.type_all(self._prefix + text + self._suffix, SCANNER_GAP)


class FileScanner:
    """`--scan-file`: a line is a scan."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def scan(self, text: str) -> None:
        """Append `text`."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(text + "\n")


class Hands:
    """Presses keys one at a time, as a person does: the next when the one before has arrived."""

    def __init__(
        self, window: QWidget, scanner: KeyboardScanner | FileScanner, arrived: Callable[[], None]
    ) -> None:
        self._window = window
        self.scanner = scanner
        self._arrived = arrived
        self.effort = Effort()

    def press(self, *keys: str) -> None:
        """Press keys by the names that Qt gives them: "F9", "Return", "Ctrl+1"."""
        for name in keys:
            combination = QKeySequence(name)[0]
            QTest.keyClick(_target(self._window), combination.key(), combination.keyboardModifiers())
            self.effort += Effort(keys=name.count("+") + 1)
            self._arrived()

    def type(self, text: str) -> None:
        """Type `text`, letter by letter."""
        for char in text:
            keyboard.click(char)
            self.effort += Effort(keys=telex(char))
            self._arrived()

    def scan(self, text: str) -> None:
        """Scan `text`."""
        self.scanner.scan(text)
        self.effort += Effort(scans=1)

    def think(self) -> None:
        """Stop for the moment that a decision takes (M of the model)."""
        self.effort += Effort(thoughts=1)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on `widget`."""
        where = widget.rect().center() if at is None else at
        place = widget.mapTo(self._window, where)
        QTest.mouseClick(_target(self._window), Qt.MouseButton.LeftButton, pos=place)
        self.effort += Effort(clicks=1)
        self._arrived()


def telex(char: str) -> int:
    """Return how many keys `char` takes: its letter, its marks, Shift for a capital."""
    if char in "đĐ":
        return 2 + (char == "Đ")
    marks = sum(mark in _TELEX_TWO for mark in unicodedata.normalize("NFD", char))
    return 1 + marks + char.isupper()


def _target(window: QWidget):  # noqa: ANN202  QWindow
    return QGuiApplication.focusWindow() or window.windowHandle()
