"""What a print service can be asked, on every system alike. Reasons are IPP's words (RFC 8011).

A submission proves nothing: a job may be cancelled at the printer while every program that sent it
reports success. So the job is followed until the service says how it ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

Range = tuple[int, int]


class JobState(Enum):
    """Where a job stands."""

    WAITING = "waiting"
    PRINTING = "printing"
    HELD = "held"
    STOPPED = "stopped"
    DONE = "done"
    CANCELLED = "cancelled"
    ABORTED = "aborted"
    UNKNOWN = "unknown"
    """The service doesn't know the job (any more)."""


NEAR = 100
"""Hundredths of a millimetre within which two sizes of paper are the same."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job in a queue."""

    queue: str
    number: int


@dataclass(frozen=True, slots=True)
class JobReport:
    """A job's state; `reasons` of job and printer without severity; `message` in foreign words."""

    state: JobState
    reasons: frozenset[str] = frozenset()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a job is to be printed. `tray` is a name that the queue gave; empty: its own choice.

    `width` and `height` are those of the sheet of paper, upright, in hundredths of a millimetre.
    """

    title: str
    width: int
    height: int
    copies: int = 1
    tray: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as its service describes it now.

    `sizes` are ((least, most) width, (least, most) height) in hundredths of a millimetre, upright;
    empty when it doesn't say.
    """

    name: str
    stopped: bool = False
    accepting: bool = True
    reasons: frozenset[str] = frozenset()
    trays: tuple[str, ...] = ()
    sizes: tuple[tuple[Range, Range], ...] = ()

    def takes(self, width: int, height: int) -> bool:
        """Tell whether this size may be asked for; True when the queue doesn't say."""
        if not self.sizes:
            return True
        return any(_within(width, w) and _within(height, h) for w, h in self.sizes)


def _within(length: int, between: Range) -> bool:
    return between[0] - NEAR <= length <= between[1] + NEAR


class Spooler(Protocol):
    """The system's print service. All may raise the errors of `domain.errors.printing`."""

    @property
    def takes_pdf(self) -> bool:
        """True when PDF files are handed over; False when the system paints pages itself."""

    def queues(self) -> tuple[str, ...]:
        """Return the names of all queues."""

    def default(self) -> str:
        """Return the name of the user's default queue; empty when there is none."""

    def queue(self, name: str) -> Queue:
        """Describe one queue. Raises PrinterGoneError."""

    def submit(self, name: str, pdf: bytes, ticket: Ticket) -> Job:
        """Hand a PDF over. Raises PrinterGoneError, HeldError, SpoolerError."""

    def find(self, name: str, title: str) -> Job | None:
        """Return the newest job of this title: those that the system's own painter sent."""

    def report(self, job: Job) -> JobReport:
        """Tell how a job stands."""

    def cancel(self, job: Job) -> None:
        """Take a job back, so that it doesn't come out later; harmless when it ended."""
