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
_TAB, _BACKSPACE = Qt.Key.Key_Tab.value, Qt.Key.Key_Backspace.value
_ALT_KEY, _ZERO = Qt.Key.Key_Alt.value, Qt.Key.Key_0.value
_PAD_WITHOUT_LOCK = {
    Qt.Key.Key_Insert: "0", Qt.Key.Key_End: "1", Qt.Key.Key_Down: "2", Qt.Key.Key_PageDown: "3",
    Qt.Key.Key_Left: "4", Qt.Key.Key_Clear: "5", Qt.Key.Key_Right: "6", Qt.Key.Key_Home: "7",
    Qt.Key.Key_Up: "8", Qt.Key.Key_PageUp: "9",
}  # fmt: skip
# As numbers: a scan is hundreds of events, and joining Qt's flags takes longer than all the rest.
_SHIFT = Qt.KeyboardModifier.ShiftModifier.value
_ALT = Qt.KeyboardModifier.AltModifier.value
_PAD = Qt.KeyboardModifier.KeypadModifier.value
_COMMANDS = Qt.KeyboardModifier.ControlModifier.value | Qt.KeyboardModifier.MetaModifier.value


class EventClock:
    """The moments of events on this program's clock, in milliseconds.

    A busy window gets events late; their timestamps still tell how fast they were typed. Their
    origin is the window system's, so it is learnt, and learnt anew when it jumps. The first that
    is seen may be late itself: when a later one shows that, all before it were earlier than was
    thought, and `correction` says by how much.
    """

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._offset: float | None = None
        self._latest = 0.0
        self.correction = 0.0
        """By how much `moment` last found that every moment before was too late."""

    def now(self) -> float:
        """Return this moment."""
        return self._clock.nsecsElapsed() / 1e6

    def moment(self, timestamp: int) -> float:
        """Return when the event with this `timestamp` happened: never later than now."""
        now = self.now()
        self.correction = 0.0
        if not timestamp:
            self._latest = now
            return now
        if self._offset is None or now - (timestamp + self._offset) > _STALE:
            self._offset = now - timestamp
        elif (ahead := timestamp + self._offset - now) > 0:
            self._offset -= ahead
            if ahead <= _STALE:
                self.correction = ahead
                self._latest -= ahead
        self._latest = max(timestamp + self._offset, self._latest)
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
        key, text, modifiers = event.key(), event.text(), event.modifiers().value
        native = event.nativeScanCode()
        digit = _pad_digit(key, modifiers)
        kind = Kind.ALT_DIGIT if digit else self._kind(event, key, text, modifiers)
        return Stroke(
            number=next(self._numbers),
            at=self.clock.moment(event.timestamp()),
            kind=kind,
            text=digit or text or ("\t" if key == _TAB else ""),
            code=native or key,
            scan_code=max(native - self._offset, 0),
            shift=bool(modifiers & _SHIFT),
            pressed=event.type() != QEvent.Type.KeyRelease,
            repeat=event.isAutoRepeat(),
        )

    def composed(self, event: QInputMethodEvent) -> Stroke:
        """Return the stroke of an input method's event."""
        text = event.commitString() or event.preeditString()
        return Stroke(next(self._numbers), self.clock.now(), Kind.PREEDIT, text)

    def _kind(self, event: QKeyEvent, key: int, text: str, modifiers: int) -> Kind:
        if key in _MODIFIERS:
            return Kind.MODIFIER
        if key == _ALT_KEY:
            return Kind.ALT
        if modifiers & _COMMANDS and not modifiers & _ALT:
            return _command_kind(key, text)
        if modifiers & _ALT and not modifiers & _COMMANDS:
            return Kind.OTHER  # AltGr comes as Ctrl+Alt and types
        if self._windows and event.nativeVirtualKey() == _VK_PACKET and text:
            return Kind.PACKET
        if key in _ENTERS:
            return Kind.OTHER if modifiers & _SHIFT else Kind.TERMINATOR
        if key == _BACKSPACE:
            return Kind.BACKSPACE
        return Kind.TEXT if text and (text.isprintable() or text == "\x1d") else Kind.OTHER


def _command_kind(key: int, text: str) -> Kind:
    """Return the kind of Ctrl+key: wedges type control characters so, Ctrl+M for CR among them.

    Ctrl+Enter has the text of Enter, but is a command of the window.
    """
    if len(text) != 1 or not text < " " or key in _ENTERS or key == _BACKSPACE:
        return Kind.OTHER
    return Kind.CONTROL


def _pad_digit(key: int, modifiers: int) -> str:
    """Return the digit typed on the number pad with Alt down, Num Lock on or off."""
    if modifiers & (_ALT | _PAD | _COMMANDS) != _ALT | _PAD:
        return ""
    if _ZERO <= key <= _ZERO + 9:
        return str(key - _ZERO)
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
