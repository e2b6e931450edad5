"""What a job's reports mean: printed, not printed and why, or nobody knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.devices.spooler import JobReport, JobState
from counter_app.domain.errors.printing import (
    AbortedError,
    CancelledError,
    CoverOpenError,
    HeldError,
    JammedError,
    NoInkError,
    NoPaperError,
    OfflineError,
    PrinterError,
)
from counter_app.services.printing.outcome import PrintKind, PrintOutcome

PATIENCE = 20.0
"""Seconds after which a job that neither ended nor complains counts as unconfirmed."""

GRACE = 2.0
"""Seconds for which a fault must last: one may be left over from the job before."""

OFFLINE_GRACE = 8.0
"""The same for a printer that can't be reached: every job begins by connecting."""

_FAULTS: tuple[tuple[type[PrinterError], frozenset[str]], ...] = (
    (JammedError, frozenset({"media-jam"})),
    (
        CoverOpenError,
        frozenset({"cover-open", "door-open", "interlock-open", "input-tray-missing"}),
    ),
    (NoPaperError, frozenset({"media-empty", "media-needed"})),
    (NoInkError, frozenset({"toner-empty", "marker-supply-empty", "developer-empty"})),
    (HeldError, frozenset({"paused", "moving-to-paused", "printer-stopped"})),
    (OfflineError, frozenset({"offline", "connecting-to-device", "timed-out", "shutdown"})),
)
"""Worst first. A held or stopped job without such a reason is `HeldError` too."""


def fault(reasons: frozenset[str]) -> type[PrinterError] | None:
    """Return what keeps a printer with these reasons from printing, None when nothing does."""
    return next((error for error, words in _FAULTS if reasons & words), None)


@dataclass(slots=True)
class Following:
    """One job on its way; `sent_at` and later times are seconds of one clock."""

    printer: str
    title: str
    sent_at: float
    patience: float = PATIENCE
    _fault: type[PrinterError] | None = None
    _since: float = field(default=0.0)

    def told(self, report: JobReport, at: float) -> PrintOutcome | None:
        """Take a report; return how the job ended, None while it goes on."""
        if report.state is JobState.DONE:
            return PrintOutcome(PrintKind.DONE, self.title, self.printer)
        if report.state is JobState.CANCELLED:
            return self._failed(fault(report.reasons - {"paused"}) or CancelledError, report)
        if report.state is JobState.ABORTED:
            return self._failed(AbortedError, report)
        if report.state is JobState.UNKNOWN:
            return self._unconfirmed()
        found = fault(report.reasons)
        if found is None and report.state in (JobState.HELD, JobState.STOPPED):
            found = HeldError
        if found is not self._fault:
            self._fault, self._since = found, at
        if found is not None:
            grace = OFFLINE_GRACE if found is OfflineError else GRACE
            if at - self._since >= min(grace, self.patience):
                return self._failed(found, report)
        if at - self.sent_at >= self.patience:
            return self._unconfirmed()
        return None

    def _failed(self, error: type[PrinterError], report: JobReport) -> PrintOutcome:
        reason = report.message or ", ".join(sorted(report.reasons)) or "–"
        facts = {"printer": self.printer, "title": self.title, "reason": reason}
        return PrintOutcome(PrintKind.FAILED, self.title, self.printer, error=error(**facts))

    def _unconfirmed(self) -> PrintOutcome:
        return PrintOutcome(PrintKind.UNCONFIRMED, self.title, self.printer)
