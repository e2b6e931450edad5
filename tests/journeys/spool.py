"""A print service for journeys: takes PDF files, keeps them, and goes wrong as real ones do.

It stands where CUPS or Windows' spooler would; everything above it is the program's own.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from counter_app.devices.spooler import Job, JobReport, JobState, Queue, Ticket
from counter_app.domain.errors.printing import PrinterGoneError

PRINTER = "HP 107a"

_DONE = JobReport(JobState.DONE)


@dataclass(frozen=True)
class Sheet:
    """A paper that the service took, and how it was to be printed."""

    pdf: bytes
    ticket: Ticket


@dataclass
class Spool:
    """`sheets` came out of the printer, oldest first. What goes wrong lasts until `repair`.

    `has_printer` False: no queue at all, so papers become files. Used from the printing thread.
    """

    has_printer: bool = True
    sheets: list[Sheet] = field(default_factory=list)
    takes_pdf: bool = True
    _jobs: dict[int, Sheet] = field(default_factory=dict)
    _cancelled: set[int] = field(default_factory=set)
    _out: set[int] = field(default_factory=set)
    _is_gone: bool = False
    _is_mute: bool = False
    _reasons: frozenset[str] = frozenset()
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def gone(self) -> None:
        """Somebody took the printer away."""
        self._is_gone = True

    def mute(self) -> None:
        """Papers come out, but the service forgets its jobs before it is asked."""
        self._is_mute = True

    def empty(self) -> None:
        """There is no paper in the tray."""
        self._reasons = frozenset({"media-empty"})

    def repair(self) -> None:
        """All is well again."""
        self._is_gone = self._is_mute = False
        self._reasons = frozenset()

    # Spooler.

    def queues(self) -> tuple[str, ...]:
        return (PRINTER,) if self.has_printer else ()

    def default(self) -> str:
        return PRINTER if self.has_printer else ""

    def queue(self, name: str) -> Queue:
        if self._is_gone or not self.has_printer:
            raise PrinterGoneError(printer=name)
        return Queue(name, reasons=self._reasons)

    def submit(self, name: str, pdf: bytes, ticket: Ticket) -> Job:
        self.queue(name)
        with self._lock:
            number = len(self._jobs) + 1
            self._jobs[number] = Sheet(pdf, ticket)
            if not self._reasons:
                self._come_out(number)
        return Job(name, number)

    def find(self, name: str, title: str) -> Job | None:
        del name, title
        return None

    def report(self, job: Job) -> JobReport:
        with self._lock:
            if self._is_mute:
                return JobReport(JobState.UNKNOWN)
            if job.number in self._cancelled:
                return JobReport(JobState.CANCELLED)
            if job.number in self._out:
                return _DONE
            if self._reasons:
                return JobReport(JobState.PRINTING, self._reasons)
            self._come_out(job.number)
            return _DONE

    def cancel(self, job: Job) -> None:
        with self._lock:
            if job.number not in self._out:
                self._cancelled.add(job.number)

    def _come_out(self, number: int) -> None:
        self._out.add(number)
        self.sheets.append(self._jobs[number])
