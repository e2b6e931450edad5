"""What is seen to once a day beside somebody who works: yesterday's numbers, and the store's check.

The check takes long, and nobody notices. Both are looked for again and again: there are machines
that are never shut off.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Slot

from counter_app.app.counter import OpenCounter
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.domain.errors import CounterError
from counter_app.i18n import tr
from counter_app.services.counter.opening import void_expired
from counter_app.services.keeping.store_care import check_when_due
from counter_app.store.store import Store
from counter_app.store.verify import VerifyReport

AFTER = 60_000
"""Milliseconds: a busy opening comes first."""

AGAIN = 600_000
"""Milliseconds between two looks at whether another day has begun."""

_PIECE = 0.05
"""Seconds: what comes between two rests is never longer, but the time before the first is."""

_REST = 4.0
"""Times as long as it worked: a thread that computes without a rest holds up the window's."""


class Care(QObject):
    """Ends a day's numbers at its end, checks the store once a day, and says what is broken."""

    def __init__(
        self, jobs: Jobs, counter: OpenCounter, say: Callable[[Notice], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._counter, self._say = jobs, counter, say
        self._rests = Rests()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(AFTER)

    @Slot()
    def look(self) -> None:
        """See to what another day brings, and look again later."""
        self._timer.start(AGAIN)
        workplace = self._counter.workplace
        self._jobs.run(lambda: void_expired(workplace), _voided, _later)
        self.check()

    def check(self) -> None:
        """Check the store when that is due today."""
        home = self._counter.home
        now = home.clock.now().at
        self._jobs.run(lambda: self._report(home.store, now), self._checked)

    @Slot()
    def stop(self) -> None:
        """Give up a check under way: the program ends, tomorrow is another day."""
        self._timer.stop()
        self._rests.stop()

    def _report(self, store: Store, now: datetime) -> VerifyReport | None:
        try:
            return check_when_due(store, now, self._rests)
        except StoppedError:
            return None

    def _checked(self, report: VerifyReport | None) -> None:
        if report is not None and not report.is_whole:
            self._say(
                Notice(
                    tr("Kiểm tra kho dữ liệu thấy chỗ không khớp."),
                    tr("Hồ sơ đã ghi vẫn giữ nguyên. Báo quản trị viên chạy counter-app verify."),
                    NoticeKind.ERROR,
                    "database",
                )
            )


def _voided(_: int) -> None:
    """Nothing to say: no officer counts on numbers of yesterday."""


def _later(_: CounterError) -> None:
    """Nothing to say: the next look tries again."""


class StoppedError(Exception):
    """Work that rests was asked to stop. It ends where it is; nothing of it is noted."""


class Rests:
    """A pause after each piece of work, `share` times as long as that took; seconds."""

    def __init__(
        self,
        share: float = _REST,
        now: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._share, self._now, self._sleep = share, now, sleep
        self._since = now()
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Let the next rest end the work."""
        self._stopped.set()

    def __call__(self) -> None:
        """Rest now. Raises StoppedError."""
        if self._stopped.is_set():
            raise StoppedError
        worked = min(self._now() - self._since, _PIECE)
        self._sleep(worked * self._share)
        self._since = self._now()
