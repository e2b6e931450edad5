"""The scan router: scans reach the program from any screen and any focus, and no field (UX §4).

It watches windows rather than the application: Qt gives each key to the window with the focus
first, modal dialogs and open menus included, and a window has few other events.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from datetime import datetime
from statistics import median

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from counter_app.desktop.scanning.burst import (
    Answer,
    Burst,
    BurstScan,
    Fate,
    Rules,
    due,
    earlier_by,
    flush,
    is_scanning,
    step,
    tick,
)
from counter_app.desktop.scanning.decoding import decoded, gaps
from counter_app.desktop.scanning.key_reading import KeyReader, copied
from counter_app.desktop.scanning.profile import Mode, ScannerProfile
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.desktop.scanning.stroke import Stroke

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_INTERRUPTIONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.FocusOut})
_LATE = 5  # milliseconds: the thread was busy, so keys may be waiting behind the timer
_SECOND_LOOK = 1

_Event = QKeyEvent | QInputMethodEvent


class ScanRouter(QObject):
    """Tells scanners from persons in all windows, and tells of every scan by one signal.

    `scanned` carries each RawScan, of any device; `tampered` those that an input method changed,
    a second time. Both come from the event loop, never out of the middle of a key event.
    """

    scanned = Signal(object)
    tampered = Signal(object)
    _found = Signal(object)

    def __init__(
        self,
        clock: Callable[[], datetime],
        profile: ScannerProfile | None = None,
        parent: QObject | None = None,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._rules = Rules()
        self._burst = Burst()
        self._reader = KeyReader(platform)
        self._kept: dict[int, _Kept] = {}
        self._replaying = False
        self._composer: QObject | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._timed)
        self._awaited = 0.0
        self._looks_again = False
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.set_profile(profile or ScannerProfile())

    def set_profile(self, profile: ScannerProfile) -> None:
        """Read the keyboard by what is known of the scanner; other devices leave it as it is."""
        if profile.mode is Mode.KEYBOARD:
            self._interrupt()
            self._rules = profile.rules()

    def start(self) -> None:
        """Watch every window there is, and every one that gets the focus."""
        application = _application()
        for window in application.allWindows():
            window.installEventFilter(self)
        application.focusWindowChanged.connect(self._focus_window)
        application.focusObjectChanged.connect(self._focus_object)
        self._focus_object(application.focusObject())

    def stop(self) -> None:
        """Let every key pass again."""
        application = _application()
        application.focusWindowChanged.disconnect(self._focus_window)
        application.focusObjectChanged.disconnect(self._focus_object)
        self._focus_object(None)
        for window in application.allWindows():
            window.removeEventFilter(self)
        self._interrupt()

    def take(self, scan: RawScan) -> None:
        """Tell of a scan of another device. Call it in the thread of the window."""
        self._found.emit(scan)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Hold, swallow or let pass what a window with the focus is given."""
        kind = event.type()
        if kind in _KEYS:
            return watched.isWindowType() and self._key(watched, event)
        if kind is QEvent.Type.InputMethod:
            return not watched.isWindowType() and self._input_method(watched, event)
        if kind in _INTERRUPTIONS and watched.isWindowType():
            self._interrupt()
        return False

    def _key(self, window: QObject, event: QEvent) -> bool:
        if self._replaying:
            self._replaying = False
            return False
        assert isinstance(event, QKeyEvent)
        stroke = self._reader.stroke(event)
        if correction := self._reader.clock.correction:
            self._burst = earlier_by(self._burst, correction)
        burst, answer = step(self._burst, stroke, self._rules)
        if event.type() == QEvent.Type.ShortcutOverride and answer.fate is not Fate.DELIVER:
            event.accept()  # no shortcut fires; the press itself follows
            return True
        return self._follow(burst, answer, _Kept(stroke, event, window))

    def _input_method(self, receiver: QObject, event: QEvent) -> bool:
        if self._replaying:
            self._replaying = False
            return False
        assert isinstance(event, QInputMethodEvent)
        if not event.commitString() and not event.preeditString():
            return False
        stroke = self._reader.composed(event)
        burst, answer = step(self._burst, stroke, self._rules)
        return self._follow(burst, answer, _Kept(stroke, event, receiver))

    def _follow(self, burst: Burst, answer: Answer, kept: _Kept) -> bool:
        if answer.fate is Fate.HOLD:
            self._kept[kept.stroke.number] = kept.copied()
        self._carry_out(burst, answer)
        return answer.fate is not Fate.DELIVER

    def _carry_out(self, burst: Burst, answer: Answer) -> None:
        self._burst = burst
        released = [self._kept.pop(stroke.number) for stroke in answer.release]
        if answer.scan is not None:
            for stroke in answer.scan.strokes:
                self._kept.pop(stroke.number, None)
            self._found.emit(self._raw(answer.scan))
        self._await()
        # Asked before the first is sent: where that one moves the focus, the others follow.
        receivers = [kept.receiver() for kept in released]
        for kept, receiver in zip(released, receivers, strict=True):
            if receiver is not None and shiboken6.isValid(receiver):
                self._replaying = receiver.isWindowType() or receiver is self._composer
                QCoreApplication.sendEvent(receiver, kept.event)
                self._replaying = False

    def _raw(self, scan: BurstScan) -> RawScan:
        text = decoded(scan.strokes, self._rules.prefix)
        pauses = gaps(scan.strokes)
        if Damage.PREEDIT in text.damage:
            QGuiApplication.inputMethod().reset()  # what it composed belongs to no field
        return RawScan(
            text.text,
            Mode.KEYBOARD.value,
            sum(pauses),
            text.damage,
            self._clock(),
            typed=text.typed,
            gap=median(pauses),
            widest=max(pauses),
            terminator=scan.terminator,
        )

    def _await(self) -> None:
        now = self._reader.clock.now()
        moment = due(self._burst, now, self._rules)
        if moment is None:
            self._timer.stop()
            return
        self._awaited, self._looks_again = moment, False
        self._timer.start(max(0, math.floor(moment - now)) + 1)

    @Slot()
    def _timed(self) -> None:
        now = self._reader.clock.now()
        if not self._looks_again and now - self._awaited > _LATE:
            self._looks_again = True
            self._timer.start(_SECOND_LOOK)
            return
        self._carry_out(*tick(self._burst, now, self._rules))

    def _interrupt(self) -> None:
        """Give back what is held before a click or another window changes where keys go."""
        if self._burst.held and not is_scanning(self._burst, self._rules):
            self._carry_out(*flush(self._burst, self._rules))

    @Slot(object)
    def _tell(self, scan: RawScan) -> None:
        self.scanned.emit(scan)
        if scan.tampered:
            self.tampered.emit(scan)

    @Slot(QWindow)
    def _focus_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    @Slot(QObject)
    def _focus_object(self, receiver: QObject | None) -> None:
        """Watch who takes the input method's events: they don't come by way of the window."""
        if self._composer is not None and shiboken6.isValid(self._composer):
            self._composer.removeEventFilter(self)
        self._composer = None
        if receiver is not None and not receiver.isWindowType():
            receiver.installEventFilter(self)
            self._composer = receiver


class _Kept:
    """A held event: who was given it, and who had the focus then."""

    def __init__(
        self, stroke: Stroke, event: QKeyEvent | QInputMethodEvent, given: QObject
    ) -> None:
        self.stroke = stroke
        self.event = event
        self._given = given
        self._focus = QGuiApplication.focusObject()

    def copied(self) -> _Kept:
        """Return it with a copy of the event, which Qt destroys when the filter returns."""
        self.event = copied(self.event)
        return self

    def receiver(self) -> QObject | None:
        """Return who gets it now: where the focus was, even if the program moved it since."""
        moved = self._focus is not QGuiApplication.focusObject()
        if moved and self._focus is not None and shiboken6.isValid(self._focus):
            return self._focus
        return self._given if shiboken6.isValid(self._given) else None


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application
