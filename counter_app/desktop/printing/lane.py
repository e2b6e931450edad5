"""The one thread that talks to the print service: papers go out in the order they were asked for.

It knows nothing of Qt. While papers are on their way each is looked after four times a second, and
now and then the printer's standing is asked for the status bar.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from counter_app.services.printing.outcome import PrinterLine, PrintKind, PrintOutcome
from counter_app.services.printing.print_room import Sent
from counter_app.services.printing.profiles import PrintProfile
from counter_app.services.printing.receipt_paper import Document

FOLLOW_SECONDS = 0.25
LOOK_SECONDS = 15.0

Alarm = Callable[[BaseException], None]

_log = logging.getLogger(__name__)


class Room(Protocol):
    """What the lane needs of `services.printing.print_room.PrintRoom`."""

    def send(self, document: Document, title: str) -> Sent | PrintOutcome:
        """Hand a paper over."""

    def follow(self, sent: Sent) -> PrintOutcome | None:
        """Ask how a paper stands."""

    def line(self) -> PrinterLine:
        """Say how the receipts' printer stands."""

    def profiles(self) -> Mapping[str, PrintProfile]:
        """Return the profiles of all forms."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A paper's outcome, with the number it was asked under."""

    number: int
    outcome: PrintOutcome


@dataclass(frozen=True, slots=True)
class Standing:
    """The printer's line, and how each form is printed."""

    line: PrinterLine
    profiles: Mapping[str, PrintProfile]


@dataclass(frozen=True, slots=True)
class _Paper:
    number: int
    document: Document
    title: str


class _Word(Enum):
    LOOK = "look"
    STOP = "stop"


class Lane:
    """Runs in a daemon thread. `tell` is called there, with Ended and Standing; None at the end."""

    def __init__(
        self,
        room: Room,
        tell: Callable[[Ended | Standing | None], None],
        alarm: Alarm,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self._room = room
        self._tell = tell
        self._alarm = alarm
        self._look_seconds = look_seconds
        self._asked: queue.SimpleQueue[_Paper | _Word] = queue.SimpleQueue()
        self._sent: dict[int, Sent] = {}
        self._thread = threading.Thread(target=self._run, name="printing", daemon=True)

    def start(self) -> None:
        """Begin. Once."""
        self._thread.start()

    def send(self, number: int, document: Document, title: str) -> None:
        """Ask for a paper; its Ended comes later, always."""
        self._asked.put(_Paper(number, document, title))

    def look(self) -> None:
        """Ask for the Standing now, without waiting for its time."""
        self._asked.put(_Word.LOOK)

    def stop(self) -> None:
        """End when every paper that was asked for is with the service; nobody follows them."""
        self._asked.put(_Word.STOP)

    def _run(self) -> None:
        next_look = 0.0
        while True:
            now = time.monotonic()
            if now >= next_look:
                self._safely(self._look)
                next_look = time.monotonic() + self._look_seconds
            wait = FOLLOW_SECONDS if self._sent else max(0.0, next_look - time.monotonic())
            try:
                asked = self._asked.get(timeout=wait)
            except queue.Empty:
                asked = None
            if asked is _Word.STOP:
                break
            if isinstance(asked, _Paper):
                self._send(asked)
            elif asked is _Word.LOOK:
                next_look = 0.0
            for number in tuple(self._sent):
                self._follow(number)
        self._tell(None)

    def _send(self, paper: _Paper) -> None:
        try:
            sent = self._room.send(paper.document, paper.title)
        except BaseException as error:  # noqa: BLE001 (our bug; the officer is told all the same)
            self._alarm(error)
            sent = PrintOutcome(PrintKind.UNCONFIRMED, paper.title)
        if isinstance(sent, PrintOutcome):
            self._end(paper.number, sent)
        else:
            _log.info("print.sent", extra={"facts": {"job": paper.number}})
            self._sent[paper.number] = sent

    def _follow(self, number: int) -> None:
        sent = self._sent[number]
        try:
            outcome = self._room.follow(sent)
        except BaseException as error:  # noqa: BLE001 (as above)
            self._alarm(error)
            outcome = PrintOutcome(
                PrintKind.UNCONFIRMED, sent.following.title, sent.following.printer
            )
        if outcome is not None:
            del self._sent[number]
            self._end(number, outcome)

    def _end(self, number: int, outcome: PrintOutcome) -> None:
        """Tell how a paper ended; the log has its state, never which paper it was."""
        facts = {"job": number, "state": outcome.kind.value}
        if outcome.error is not None:
            facts["why"] = outcome.error.code
        _log.info("print.ended", extra={"facts": facts})
        self._tell(Ended(number, outcome))

    def _look(self) -> None:
        self._tell(Standing(self._room.line(), self._room.profiles()))

    def _safely(self, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 (a look that fails isn't worth a thread)
            self._alarm(error)
