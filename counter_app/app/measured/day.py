"""The window measured from inside, for `counter-app bench`: real key events, answers as JSON lines.

`counter-app --home DIR window --measure start` says when the log-in was painted and took a key,
and when the store behind it was ready. `--measure day:300` lets one officer work: log in, scan,
choose, F9, so many times, then walk through the list; it tells times in milliseconds, the longest
stalls of the window, and the memory held. `loads` lets heavy things happen meanwhile.
Nothing here runs in an officer's window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.app.measured.heartbeat import Heartbeat

if TYPE_CHECKING:
    from counter_app.app.sitting import Sitting
    from counter_app.app.window import OfficersWindow
    from counter_app.desktop.shell.office import Office

PASSWORD = "mat-khau-do"  # noqa: S105 (of a home that is thrown away)
PACE = 2  # milliseconds between two looks at a condition: what a figure may be off by
HAND = 80  # milliseconds between two letters
SETTLED = 1_500  # milliseconds until a citizen has sat down
MOST_ENTERS = 8
_UNWATCHED = ("start", "log-in")
PAGES = 40
PATIENCE = 120.0  # seconds for one condition

Condition = Callable[[], bool]
Script = Generator[Condition, None, None]


class StuckError(Exception):
    """The window did not come to what was waited for: our bug, or that of the script."""


def say(**facts: object) -> None:
    """Answer with one line."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class StartWatch(QObject):
    """Types a letter into the painted log-in; says when it arrived, and when the store is ready."""

    def __init__(self, program: OfficersWindow) -> None:
        super().__init__(program)
        self._program = program
        self._said: set[str] = set()
        self._field = QApplication.focusWidget() or program.login.focusWidget()
        opening = program.opening
        opening.opened.connect(self._ready)
        for other in (opening.failed, opening.not_enrolled, program.alarm.raised):
            other.connect(self._stopped)
        program.login.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Wait for the first paint."""
        if event.type() is QEvent.Type.Paint:
            self._program.login.removeEventFilter(self)
            QTimer.singleShot(0, self._type)
        return super().eventFilter(watched, event)

    @Slot()
    def _type(self) -> None:
        field = QApplication.focusWidget() or self._field
        if isinstance(field, QLineEdit):
            field.textChanged.connect(self._took)
            QTest.keyClick(field, Qt.Key.Key_A)
        else:
            raise StuckError(f"the keys are in {field!r}")

    @Slot()
    def _took(self) -> None:
        self._tell("painted")

    @Slot()
    def _ready(self) -> None:
        QTimer.singleShot(0, self._store)

    @Slot()
    def _stopped(self) -> None:
        """End: there is no store to wait for. Who measures misses its line."""
        self._program.closing.begin()

    @Slot()
    def _store(self) -> None:
        self._tell("store")

    def _tell(self, what: str) -> None:
        if what not in self._said:
            self._said.add(what)
            say(reached=what)
        if len(self._said) == 2:
            self._program.closing.begin()


@dataclass
class Figures:
    """What a day showed; times in milliseconds."""

    cards: list[float] = field(default_factory=list)
    prints: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    memory: float = 0.0


class Day:
    """The script of a day: each step yields what must hold before the next."""

    def __init__(self, program: OfficersWindow, visits: int) -> None:
        self._program = program
        self._visits = visits
        self.figures = Figures()
        self.doing = "start"
        self._procedures: tuple[str, ...] = ()
        self._counted = 0, 0  # when papers came last, how many there are

    def script(self) -> Script:
        """Yield condition after condition; between two of them keys are pressed."""
        from counter_app.bench.machine import resident_megabytes

        yield from self._log_in()
        self._procedures = self._known_procedures()
        for number in range(self._visits):
            yield from self._visit(number)
        yield from self._list()
        self.figures.memory = resident_megabytes()

    def _log_in(self) -> Script:
        self.doing = "log-in"
        yield lambda: self._program.sitting is not None and self._program.login.isVisible()
        yield lambda: isinstance(QApplication.focusWidget(), QLineEdit)
        for letter in PASSWORD:  # as slowly as a hand: what is faster is a scan
            QTest.keyClick(self._program.window.windowHandle(), Qt.Key(ord(letter.upper())))
            yield after(HAND)
        self._press(Qt.Key.Key_Return)
        yield self._is_in
        yield after(SETTLED)

    def _visit(self, number: int) -> Script:
        from counter_app.bench import people

        presenter = self._office.pages.reception.presenter
        self.doing = "card"
        # A shape that a plain scanner types, of somebody who was never here.
        stranger = 6_000_000 + 6 * self._papers()
        name = people.name(stranger)
        began = perf_counter()
        self._scan(people.card(stranger))
        yield lambda: presenter.draft.applicant is not None
        self.figures.cards.append(_since(began))
        assert presenter.draft.applicant is not None
        if presenter.draft.applicant.name != name:
            raise StuckError(f"{presenter.draft.applicant.name} was scanned for {name}")
        self.doing = "procedure"
        presenter.choose(self._procedures[number % len(self._procedures)])
        yield lambda: bool(presenter.draft.procedure)
        for _ in range(MOST_ENTERS):
            yield after(HAND)
            if presenter.draft.papers_confirmed:
                break
            self._press(Qt.Key.Key_Return)
        self.doing = "print"
        before = self._papers()
        began = perf_counter()
        self._press(Qt.Key.Key_F9)
        yield lambda: self._papers() > before
        self.figures.prints.append(_since(began))
        yield lambda: presenter.draft.is_empty

    def _list(self) -> Script:
        self.doing = "list"
        self._press(Qt.Key.Key_F3)
        yield lambda: bool(self._office.page.title())
        for _ in range(PAGES):
            began = perf_counter()
            self._press(Qt.Key.Key_PageDown)
            yield lambda: True
            self.figures.pages.append(_since(began))

    @property
    def _sitting(self) -> Sitting:
        if self._program.sitting is None:
            raise StuckError("the home isn't open")
        return self._program.sitting

    @property
    def _office(self) -> Office:
        if self._sitting.office is None:
            raise StuckError("nobody is logged in")
        return self._sitting.office

    def _is_in(self) -> bool:
        return self._program.sitting is not None and self._program.sitting.office is not None

    def _known_procedures(self) -> tuple[str, ...]:
        from counter_app.bench.counter import receivable

        reference = self._sitting.counter.workplace.reference
        return tuple(code for code, case in receivable(reference) if not case)

    def _papers(self) -> int:
        """Return how many papers came out. Asked every other moment: so it costs one `stat`."""
        folder = self._sitting.counter.home.folders.outbox
        changed = folder.stat().st_mtime_ns if folder.exists() else 0
        if changed != self._counted[0]:
            self._counted = changed, sum(1 for each in folder.iterdir() if each.suffix == ".pdf")
        return self._counted[1]

    def _scan(self, text: str) -> None:
        """Send `text` and Return as a scanner does: in one stroke, into whatever has the keys.

        Posted, because a key that QTest sends lets other events in before the next, which on a
        busy machine makes two scans of one.
        """
        window = self._program.window.windowHandle()
        for letter in f"{text}\r":
            code = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.postEvent(
                    window, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter)
                )

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._program.window.windowHandle(), key)


class Drive(QObject):
    """Runs a script and watches the heartbeat of the window's thread meanwhile."""

    def __init__(self, program: OfficersWindow, day: Day) -> None:
        super().__init__(program)
        self._program, self._day = program, day
        self._script = day.script()
        self._condition: Condition = next(self._script)
        self._since = perf_counter()
        self._steps = self._timer(PACE, self._step)
        self._heart = Heartbeat(self._watched, self)
        self._heart.start()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(slot)
        timer.start(milliseconds)
        return timer

    @Slot()
    def _step(self) -> None:
        if not self._condition():
            if perf_counter() - self._since > PATIENCE:
                self._end(stuck=self._day.doing)
            return
        try:
            self._condition = next(self._script)
            self._since = perf_counter()
        except StopIteration:
            self._end()

    def _watched(self) -> str:
        """Return what the window is held to: its start isn't a stall."""
        return "" if self._day.doing in _UNWATCHED else self._day.doing

    def _end(self, stuck: str = "") -> None:
        self._steps.stop()
        self._heart.stop()
        figures = self._day.figures
        say(
            stuck=stuck,
            cards=figures.cards,
            prints=figures.prints,
            pages=figures.pages,
            stall_in=self._heart.stalls.worst,
            stalls=self._heart.stalls.own,
            seen=self._heart.stalls.seen,
            memory=figures.memory,
        )
        self._program.closing.begin()


def after(milliseconds: float) -> Condition:
    """Return what holds so many milliseconds from now."""
    until = perf_counter() + milliseconds / 1000
    return lambda: perf_counter() >= until


def _since(began: float) -> float:
    return (perf_counter() - began) * 1000
