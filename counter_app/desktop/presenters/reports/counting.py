"""A count under way: the worker says how far it is, the window may stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import ReportSheet
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reports.asked import Report
from counter_app.services.reports.making import follow, make_report


class Count:
    """One question. Both threads look at it; each value is written by one of them only."""

    def __init__(self) -> None:
        self._stopped = False
        self._share: float | None = None

    @property
    def share(self) -> float | None:
        """Return how much of the journal was followed; None before anything is known."""
        return self._share

    def stop(self) -> None:
        """Let the worker end at its next bite; what it has followed stays followed."""
        self._stopped = True

    def make(
        self, workplace: Workplace, session: Session, report: Report, period: Period
    ) -> ReportSheet | None:
        """Return the sheet; None when it was stopped. Raises as `make_report`."""
        if self._stopped or not follow(workplace, self._tell, self._is_stopped):
            return None
        return make_report(workplace, session, report, period)

    def _tell(self, done: int, whole: int) -> None:
        self._share = done / whole if whole else None

    def _is_stopped(self) -> bool:
        return self._stopped


@dataclass(frozen=True, slots=True)
class ReportActs:
    """What the page does with a sheet besides showing it; each is called behind the window."""

    document: Callable[[ReportSheet], Document]
    save_pdf: Callable[[ReportSheet, Path], object]
    save_xlsx: Callable[[ReportSheet, Path], object]
