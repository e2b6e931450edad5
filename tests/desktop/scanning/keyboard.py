"""Real key events to a real window, by the way that the window system's take."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest

ALT = Qt.KeyboardModifier.AltModifier
PAD = ALT | Qt.KeyboardModifier.KeypadModifier
KEYS = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}
Event = tuple[Qt.Key, Qt.KeyboardModifier, str, int]


def window() -> QWindow:
    """Return who gets the next key: the window with the focus."""
    found = QGuiApplication.focusWindow()
    assert found is not None
    return found


def send(
    key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    scan_code: int = 0, *, pressed: bool | None = None, repeat: bool = False, native: int = 0,
    timestamp: int = 0,
) -> None:  # fmt: skip
    """Press (and release) a key with everything that a real one carries."""
    for down in (True, False) if pressed is None else (pressed,):
        kind = QEvent.Type.KeyPress if down else QEvent.Type.KeyRelease
        event = QKeyEvent(kind, key, modifiers, scan_code, native, 0, text, repeat)
        event.setTimestamp(timestamp)
        QCoreApplication.sendEvent(window(), event)


def click(char: str) -> None:
    """Press and release the key of `char`, ASCII by way of Qt's platform layer, shortcuts first."""
    if char in KEYS:
        QTest.keyClick(window(), KEYS[char])
    elif char == "\n":
        send(Qt.Key.Key_J, "\n", Qt.KeyboardModifier.ControlModifier)
    elif char.isascii():
        QTest.keyClick(window(), ord(char))
    else:
        send(0, char)


def alt_number(number: str) -> None:
    """Type Alt+number on the pad."""
    send(Qt.Key.Key_Alt, modifiers=ALT, pressed=True)
    for digit in number:
        send(Qt.Key.Key_0 + int(digit), digit, PAD)
    send(Qt.Key.Key_Alt, pressed=False)


def compose(text: str) -> None:
    """Let an input method show `text` as being composed."""
    receiver = QGuiApplication.focusObject()
    if receiver is not None:
        QCoreApplication.sendEvent(receiver, QInputMethodEvent(text, []))


def type_all(chars: Iterable[str], gap: int) -> None:
    """Click each key, `gap` milliseconds apart; 0 leaves the event loop no time at all."""
    for char in chars:
        click(char)
        if gap:
            QTest.qWait(gap)
