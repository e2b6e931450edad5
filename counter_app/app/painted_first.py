"""What a key sets off begins when the window has painted what that key changed.

Two threads of Python take the interpreter from each other a thousand times a second: a receipt that
is set while the page lays itself out makes both slow, and the officer looks at the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from counter_app.desktop.jobs import Jobs
from counter_app.domain.errors import CounterError

STILL = 30
"""Milliseconds in which a page has been laid out and painted: Qt asks for a picture 5 ms after the
change, and laying out a page asks for more. With 0 a receipt and the page that clears itself for
the next citizen kept each other up in 24 of 60 visits; with 30 in one or two."""

Result = TypeVar("Result")


class PaintedFirst(QObject):
    """`Jobs` that hands everything on, in its order, once the window stands still again."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL)
        self._timer.timeout.connect(self.hand_on)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[CounterError], None] | None = None,
    ) -> None:
        """Run `work` away from the window; see `desktop.jobs.Jobs`."""
        self.later(lambda: self._jobs.run(work, done, failed))

    def later(self, act: Callable[[], None]) -> None:
        """Do `act` behind what is to be painted."""
        self._waiting.append(act)
        if not self._timer.isActive():  # whoever types on must not put it off
            self._timer.start()

    @Slot()
    def hand_on(self) -> None:
        """Hand on what waits, at once: the window closes, and a draft must be kept."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
