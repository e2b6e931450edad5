"""An officer's hands and a scanner at a window: real key events, counted.

A chord counts every key of it (Ctrl+1 is two), as UX §2 does, and so do the keys that an input
method in Telex wants for Vietnamese letters ("ầ" is three).
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

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
    """A wedge: types 3 ms a key into whatever window has the focus, Return behind it.

    Its keys bear the moments at which the device sent them, as those of a window system do, and
    come all at once, as after a stall: a machine that stood still in between would else bring the
    window's timers before keys that were long due.
    """

    def __init__(self, prefix: str = "", suffix: str = "\r") -> None:
        self._prefix, self._suffix = prefix, suffix

    def scan(self, text: str) -> None:
        """Type `text` as the device does."""
        keys, began = self._prefix + text + self._suffix, _event_time()
        time.sleep(len(keys) * SCANNER_GAP / 1000)
        for number, char in enumerate(keys):
            _send(char, began + number * SCANNER_GAP)


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
        self._activate()
        for name in keys:
            combination = QKeySequence(name)[0]
            QTest.keyClick(
                _target(self._window), combination.key(), combination.keyboardModifiers()
            )
            self.effort += Effort(keys=name.count("+") + 1)
            self._arrived()

    def type(self, text: str) -> None:
        """Type `text`, letter by letter."""
        self._activate()
        for char in text:
            keyboard.click(char)
            self.effort += Effort(keys=telex(char))
            self._arrived()

    def scan(self, text: str) -> None:
        """Scan `text`."""
        self._activate()
        self.scanner.scan(text)
        self.effort += Effort(scans=1)
        self._arrived()

    def think(self) -> None:
        """Stop for the moment that a decision takes (M of the model)."""
        self.effort += Effort(thoughts=1)

    def _activate(self) -> None:
        """Give the window the keys again after a dialog, as a window manager would."""
        if QGuiApplication.focusWindow() is None:
            window = QApplication.activeModalWidget() or self._window
            window.activateWindow()
            QTest.qWaitForWindowActive(window)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on `widget`."""
        self._activate()
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


class _Timestamp(QObject):
    """Reads the window system's clock off a key event: Qt doesn't tell it otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.origin: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        if isinstance(event, QKeyEvent):
            self.origin = time.monotonic() * 1000 - event.timestamp()
        return True


_timestamp = _Timestamp()


def _event_time() -> int:
    """Return this moment in milliseconds, as Qt would stamp a key now."""
    if _timestamp.origin is None:
        lonely = QWindow()
        lonely.installEventFilter(_timestamp)
        QTest.keyClick(lonely, Qt.Key.Key_Shift)
        lonely.destroy()
    assert _timestamp.origin is not None
    return round(time.monotonic() * 1000 - _timestamp.origin)


def _send(char: str, moment: int) -> None:
    """Press and release the key of `char` at `moment`."""
    key = Qt.Key.Key_Return if char == "\r" else ord(char.upper()) if char.isascii() else 0
    shift = Qt.KeyboardModifier.ShiftModifier if char.isupper() else Qt.KeyboardModifier(0)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keys"
        event = QKeyEvent(kind, key, shift, char)
        event.setTimestamp(moment)
        event.ignore()
        QCoreApplication.sendEvent(window, event)


def _target(window: QWidget) -> QWindow:
    return QGuiApplication.focusWindow() or window.windowHandle()
