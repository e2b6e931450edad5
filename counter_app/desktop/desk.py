"""What a page works with once an officer sits at the counter: handed over, never looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notify
from counter_app.desktop.printing.outcome import Printing, PrintOutcome
from counter_app.desktop.printing.under_way import UnderWay
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.address import UnitTable
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.draft_book import DraftBook
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import RECEIPT, Document


@dataclass(frozen=True, slots=True)
class Desk:
    """One officer at one counter.

    `nudge` tells the sync that something waits; `received` tells the window of a new dossier,
    `printed` how its paper ended; `preview` shows a paper, which Enter prints; `notify` shows a
    notice. `fonts` and `units` were loaded behind the window. `under_way`: whose paper is on its
    way to the printer or into the journal.
    """

    workplace: Workplace
    session: Session
    jobs: Jobs
    printing: Printing
    drafts: DraftBook
    fonts: FontChoice
    units: UnitTable
    notify: Notify
    nudge: Callable[[], None]
    received: Callable[[Dossier], None]
    printed: Callable[[Dossier, PrintOutcome], None]
    preview: Callable[[Document, str, Callable[[Document], None]], None]
    under_way: UnderWay = field(default_factory=UnderWay)

    def print(self, document: Document, title: str, done: Callable[[PrintOutcome], None]) -> None:
        """Print `document`; where its form isn't printed in silence, after a look at it."""
        if self.printing.is_silent(document.form):
            self.printing.print(document, title, done)
        else:
            self.preview(document, title, lambda seen: self.printing.print(seen, title, done))

    def layout(self, form: str = RECEIPT) -> Layout:
        """Return how papers of `form` lie on the sheet, as the set-up says now."""
        return self.printing.layout(form)

    def now(self) -> datetime:
        """Return the present in Vietnam's time."""
        return vietnam_time(self.workplace.clock.now().at)

    def today(self) -> date:
        """Return the office's date."""
        return self.now().date()
