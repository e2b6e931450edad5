"""The pictures being counted: the worker says how far it is, the window may stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.reports.making import follow
from counter_app.services.reports.overview.report import Overview, make_overview


class OverviewCount:
    """One count. Both threads look at it; each value is written by one of them only."""

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

    def make(self, workplace: Workplace, session: Session) -> Overview | None:
        """Return the pictures; None when it was stopped. Raises as `make_overview`."""
        if self._stopped or not follow(workplace, self._tell, lambda: self._stopped):
            return None
        return make_overview(workplace, session)

    def _tell(self, done: int, whole: int) -> None:
        self._share = done / whole if whole else None


@dataclass(frozen=True, slots=True)
class OverviewActs:
    """What the page does with the pictures besides showing them; each is called behind the window.

    `save_png` is given what the window painted.
    """

    document: Callable[[Overview], Document]
    save_pdf: Callable[[Overview, Path], object]
    save_png: Callable[[Overview, bytes, Path], object]
