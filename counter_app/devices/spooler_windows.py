"""The print service of Windows: jobs are painted by Qt, found by name, and read by status bits.

A job leaves the queue when it is done, so what was last seen of it decides: a job that was being
printed without a fault and vanished is done, one that was seen being deleted is cancelled, and one
that nobody saw printing is unknown. The decisions are tested; the spooler's own answers are not
yet proven on a Windows machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from counter_app.devices.spooler import Job, JobReport, JobState, Queue, Ticket
from counter_app.domain.errors.printing import PrinterGoneError, SpoolerError

PAUSED, ERROR, DELETING, SPOOLING, PRINTING = 0x1, 0x2, 0x4, 0x8, 0x10
OFFLINE, PAPER_OUT, PRINTED, DELETED, BLOCKED = 0x20, 0x40, 0x80, 0x100, 0x200
USER_INTERVENTION, COMPLETE, RETAINED = 0x400, 0x1000, 0x2000
"""JOB_STATUS_… of winspool.h."""

_JOB_REASONS = {
    OFFLINE: "offline",
    PAPER_OUT: "media-empty",
    BLOCKED: "printer-stopped",
    USER_INTERVENTION: "printer-stopped",
    ERROR: "printer-stopped",
}

_PRINTER_REASONS = {
    0x1: "paused",
    0x8: "media-jam",
    0x10: "media-empty",
    0x40: "media-empty",
    0x80: "offline",
    0x1000: "offline",
    0x40000: "toner-empty",
    0x400000: "door-open",
}
"""PRINTER_STATUS_…: paused, jam, paper out or problem, offline or not available, toner, door."""


@dataclass(frozen=True, slots=True)
class WindowsJob:
    """A job in a queue: its document's name, its status bits, the driver's own words."""

    number: int
    document: str
    status: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class WindowsPrinter:
    """A printer's status bits."""

    status: int


class WindowsService(Protocol):
    """What `winspool.Winspool` offers; a double in tests."""

    def names(self) -> tuple[str, ...]:
        """Return the printers."""

    def default(self) -> str:
        """Return the default printer."""

    def printer(self, name: str) -> WindowsPrinter:
        """Return a printer's status. Raises PrinterGoneError."""

    def jobs(self, name: str) -> tuple[WindowsJob, ...]:
        """Return the jobs of a printer."""

    def delete(self, name: str, number: int) -> None:
        """Take a job back."""


class WindowsSpooler:
    """Windows' print service behind the questions of `devices.spooler`."""

    def __init__(self, service: WindowsService) -> None:
        self._service = service
        self._seen: dict[Job, int] = {}

    @property
    def takes_pdf(self) -> bool:
        """No: Windows has no PDF in its spooler."""
        return False

    def queues(self) -> tuple[str, ...]:
        """Return the printers."""
        return self._service.names()

    def default(self) -> str:
        """Return the default printer; empty when there is none."""
        return self._service.default()

    def queue(self, name: str) -> Queue:
        """Describe a printer. Raises PrinterGoneError. Windows' driver knows the sizes, not we."""
        if name not in self._service.names():
            raise PrinterGoneError(printer=name, title="")
        status = self._service.printer(name).status
        return Queue(name, stopped=bool(status & 0x1), reasons=_words(status, _PRINTER_REASONS))

    def submit(self, name: str, pdf: bytes, ticket: Ticket) -> Job:  # noqa: ARG002
        """Refuse: pages are painted. Raises SpoolerError."""
        raise SpoolerError(printer=name, title=ticket.title, reason="PDF")

    def find(self, name: str, title: str) -> Job | None:
        """Return the job of this title, if it is still in the queue."""
        for job in self._service.jobs(name):
            if job.document == title:
                found = Job(name, job.number)
                self._seen[found] = self._seen.get(found, 0) | job.status
                return found
        return None

    def report(self, job: Job) -> JobReport:
        """Tell how a job stands, by its bits or by those that it was last seen with."""
        found = next((j for j in self._service.jobs(job.queue) if j.number == job.number), None)
        if found is None:
            return JobReport(_left(self._seen.pop(job, 0)))
        self._seen[job] = self._seen.get(job, 0) | found.status
        reasons = _words(found.status, _JOB_REASONS)
        state = _standing(found.status)
        if state is JobState.PRINTING:
            reasons |= self.queue(job.queue).reasons
        return JobReport(state, reasons, found.words)

    def cancel(self, job: Job) -> None:
        """Take a job back."""
        self._service.delete(job.queue, job.number)


def _standing(status: int) -> JobState:
    if status & (PRINTED | COMPLETE):
        return JobState.DONE
    if status & (DELETING | DELETED):
        return JobState.CANCELLED
    if status & PAUSED:
        return JobState.HELD
    return JobState.PRINTING


def _left(seen: int) -> JobState:
    """Tell what became of a job that is no longer in the queue, by all bits it was seen with."""
    if seen & (PRINTED | COMPLETE):
        return JobState.DONE
    if seen & (DELETING | DELETED):
        return JobState.CANCELLED
    return JobState.DONE if seen & PRINTING else JobState.UNKNOWN


def _words(status: int, table: dict[int, str]) -> frozenset[str]:
    return frozenset(word for bit, word in table.items() if status & bit)
