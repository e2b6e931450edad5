"""Qt's key events as strokes, and copies of them that can be sent later."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QElapsedTimer, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from counter_app.desktop.scanning.stroke import Kind, Stroke

_VK_PACKET = 0xE7
_X11_OFFSET = 8  # X11 counts the places of keys from 8 on
_STALE = 60_000  # milliseconds: an event this old has another clock

_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
    }
)  # fmt: skip
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_PAD_WITHOUT_LOCK = {
    Qt.Key.Key_Insert: "0", Qt.Key.Key_End: "1", Qt.Key.Key_Down: "2", Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4", Qt.Key.Key_Clear: "5", Qt.Key.Key_Right: "6", Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8", Qt.Key.Key_PageUp: "9",
}  # fmt: skip
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class EventClock:
    """The moments of events on this program's clock, in milliseconds.

    A busy window gets events late; their timestamps still tell how fast they were typed. Their
    origin is the window system's, so it is learnt, and learnt anew when it jumps.
    """

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._offset: float | None = None
        self._latest = 0.0

    def now(self) -> float:
        """Return this moment."""
        return self._clock.nsecsElapsed() / 1e6

    def moment(self, timestamp: int) -> float:
        """Return when the event with this `timestamp` happened: never later than now."""
        now = self.now()
        if not timestamp:
            self._latest = now
            return now
        at = now + 1 if self._offset is None else timestamp + self._offset
        if at > now or now - at > _STALE:
            self._offset = now - timestamp
            at = now
        self._latest = max(at, self._latest)
        return self._latest


class KeyReader:
    """Turns events into strokes and numbers them."""

    def __init__(self, platform: str) -> None:
        self._windows = platform == "win32"
        self._offset = 0 if self._windows else _X11_OFFSET
        self._numbers = count(1)
        self.clock = EventClock()

    def stroke(self, event: QKeyEvent) -> Stroke:
        """Return the stroke of a press, a release or a shortcut override."""
        key, text, modifiers = event.key(), event.text(), event.modifiers()
        native = event.nativeScanCode()
        return Stroke(
            number=next(self._numbers),
            at=self.clock.moment(event.timestamp()),
            kind=self._kind(event),
            text=_pad_digit(event) or text or ("\t" if key == Qt.Key.Key_Tab else ""),
            code=native or int(key),
            scan_code=max(native - self._offset, 0),
            shift=bool(modifiers & Qt.KeyboardModifier.ShiftModifier),
            pressed=event.type() != QEvent.Type.KeyRelease,
            repeat=event.isAutoRepeat(),
        )

    def composed(self, event: QInputMethodEvent) -> Stroke:
        """Return the stroke of an input method's event."""
        text = event.commitString() or event.preeditString()
        return Stroke(next(self._numbers), self.clock.now(), Kind.PREEDIT, text)

    def _kind(self, event: QKeyEvent) -> Kind:
        key, text, modifiers = event.key(), event.text(), event.modifiers()
        if key in _MODIFIERS:
            return Kind.MODIFIER
        if key == Qt.Key.Key_Alt:
            return Kind.ALT
        if _pad_digit(event):
            return Kind.ALT_DIGIT
        if modifiers & _COMMANDS and not modifiers & Qt.KeyboardModifier.AltModifier:
            return _command_kind(key, text)
        if modifiers & Qt.KeyboardModifier.AltModifier and not modifiers & _COMMANDS:
            return Kind.OTHER  # AltGr comes as Ctrl+Alt and types
        if self._windows and event.nativeVirtualKey() == _VK_PACKET and text:
            return Kind.PACKET
        if key in _ENTERS:
            return Kind.OTHER if modifiers & Qt.KeyboardModifier.ShiftModifier else Kind.TERMINATOR
        if key == Qt.Key.Key_Backspace:
            return Kind.BACKSPACE
        return Kind.TEXT if text and (text.isprintable() or text == "\x1d") else Kind.OTHER


def _command_kind(key: int, text: str) -> Kind:
    """Return the kind of Ctrl+key: wedges type control characters so, Ctrl+M for CR among them.

    Ctrl+Enter has the text of Enter, but is a command of the window.
    """
    if len(text) != 1 or not text < " " or key in _ENTERS or key == Qt.Key.Key_Backspace:
        return Kind.OTHER
    return Kind.CONTROL


def _pad_digit(event: QKeyEvent) -> str:
    """Return the digit typed on the number pad with Alt down, Num Lock on or off."""
    wanted = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & (wanted | _COMMANDS) != wanted:
        return ""
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return str(key - Qt.Key.Key_0)
    return _PAD_WITHOUT_LOCK.get(Qt.Key(key), "")


def copied(event: QKeyEvent | QInputMethodEvent) -> QKeyEvent | QInputMethodEvent:
    """Return a copy that outlives the event."""
    if isinstance(event, QInputMethodEvent):
        copy = QInputMethodEvent(event.preeditString(), event.attributes())
        copy.setCommitString(
            event.commitString(), event.replacementStart(), event.replacementLength()
        )
        return copy
    again = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    again.setTimestamp(event.timestamp())
    return again
