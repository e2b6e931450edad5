"""The alarm: what nobody expected, from any thread, becomes one kept report and one calm notice.

A `CounterError` has words of its own and belongs to whoever asked. All else that reaches a hook is
our bug: it is written down with masked numbers in the home's log folder, shown once, and never
sent anywhere by itself.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)

from counter_app.services.support.crash_report import Report, keep, report_of
from counter_app.services.support.masking import masked_message

QUIET_SECONDS = 10.0
"""The same bug again within this time is counted, not told anew."""

CRASH_FILE = "crash.txt"
_CRASH_BYTES = 1_000_000

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AlarmNotice:
    """What is shown. `path` None: it couldn't be written. `times` this bug came in this run."""

    report: Report
    path: Path | None
    times: int = 1


class Alarm(QObject):
    """Hears every hook of Python and Qt. `raised` carries an AlarmNotice in the window's thread.

    `interrupted` is called for Ctrl-C and SIGTERM that surface in a slot: they end the program and
    are no bug. Between `install` and `remove` the hooks are ours.
    """

    raised = Signal(object)
    _caught = Signal(object)

    def __init__(
        self,
        log_dir: Path,
        now: Callable[[], datetime],
        interrupted: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._log_dir = log_dir
        self._now = now
        self._interrupted = interrupted
        self._times: dict[str, int] = {}
        self._told_at: dict[str, float] = {}
        self._crash: TextIO | None = None
        self._crashes_before = False
        self._before: tuple[Any, Any, Any, Any] | None = None
        self._caught.connect(self._come_home, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks of Python and Qt."""
        hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._before = (*hooks, qInstallMessageHandler(self._on_qt))
        self.watch_crashes()

    def watch_crashes(self) -> None:
        """Let a crash of the interpreter leave its stacks in the log folder, if there is one yet.

        Called again when a first run has made the home.
        """
        if self._crash is not None or not self._log_dir.is_dir():
            return
        path = self._log_dir / CRASH_FILE
        with suppress(OSError):
            if path.exists() and path.stat().st_size > _CRASH_BYTES:
                path.unlink()
            self._crash = path.open("a", encoding="utf-8")
            self._crashes_before = faulthandler.is_enabled()
            faulthandler.enable(self._crash)

    def remove(self) -> None:
        """Give the hooks back. Harmless when they weren't taken."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, of_qt = self._before
            qInstallMessageHandler(of_qt)
            self._before = None
        if self._crash is not None:
            faulthandler.disable()
            if self._crashes_before:
                faulthandler.enable()
            self._crash.close()
            self._crash = None

    def caught(self, error: BaseException) -> None:
        """Take a bug that somebody caught, in any thread."""
        self._take(error, "")

    def _take(self, error: BaseException, place: str) -> None:
        report = report_of(error, self._now(), threading.current_thread().name, place)
        with suppress(RuntimeError):  # the window is gone already
            self._caught.emit(report)

    @Slot(object)
    def _come_home(self, report: Report) -> None:
        times = self._times[report.digest] = self._times.get(report.digest, 0) + 1
        path = keep(report, self._log_dir) if times == 1 else self._path_of(report)
        _log.error("bug", extra={"facts": {"digest": report.digest, "times": times}})
        told = self._told_at.get(report.digest)
        if told is None or time.monotonic() - told > QUIET_SECONDS:
            self._told_at[report.digest] = time.monotonic()
            self.raised.emit(AlarmNotice(report, path, times))

    def _path_of(self, report: Report) -> Path | None:
        return next(iter(self._log_dir.glob(f"su-co-*-{report.digest}.txt")), None)

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._interrupted()
            return
        self._take(error.with_traceback(trace), "")

    def _on_thread(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._take(happened.exc_value, "")

    def _on_unraisable(self, happened: sys.UnraisableHookArgs) -> None:
        if happened.exc_value is not None:
            # Of the object only its kind: its text could hold anything.
            self._take(happened.exc_value, type(happened.object).__name__)

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        """Log what Qt complains about. A fatal message ends the process: it is kept first."""
        words = masked_message(message or "")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtWarningMsg):
            _log.warning("Qt: %s (%s)", words, context.category or "")
        elif kind is QtMsgType.QtFatalMsg and self._crash is not None:
            self._crash.write(f"{self._now():%H:%M:%S %d/%m/%Y} Qt: {words}\n")
            self._crash.flush()
