"""Which book is wanted: its key, its year, whose it is, and which days of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.problems import Problem, doubt, false
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction
from counter_app.wording.office_acts import BOOKS

OF_A_COUNTER = frozenset({"register", "certifications"})
"""Books that only a counter has: each counts its own numbers."""

_EARLIEST = 2000


@dataclass(frozen=True, slots=True)
class BookAsk:
    """A book of a year; `quyen` is a counter's number, "" for the office's (see `OF_A_COUNTER`).

    `first` and `last` cut a span out of the book, None for the whole year.
    """

    book: str
    year: int
    quyen: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def begins(self) -> date:
        """Return the first day."""
        return self.first or date(self.year, 1, 1)

    @property
    def ends(self) -> date:
        """Return the last day."""
        return self.last or date(self.year, 12, 31)

    @property
    def is_whole(self) -> bool:
        """Tell whether it is the whole book."""
        return (self.begins, self.ends) == (date(self.year, 1, 1), date(self.year, 12, 31))

    def holds(self, day: date) -> bool:
        """Tell whether a day is in the span."""
        return self.begins <= day <= self.ends


@dataclass(frozen=True, slots=True)
class Reading:
    """What a book is read with. `position` is the journal's at the reading."""

    workplace: Workplace
    tx: Transaction
    ask: BookAsk
    now: datetime
    position: int

    def officer(self, identifier: str) -> str:
        """Return an officer's name; who isn't in the list any more keeps the id."""
        found = self.workplace.reference.officers.with_id(identifier)
        return found.name if found else identifier

    def agency(self, code: str) -> str:
        """Return an agency's name; an unknown one keeps its code."""
        found = self.workplace.reference.agencies.with_code(code)
        return found.name if found else code

    def procedure(self, code: str) -> str:
        """Return a procedure's name of today's list; an unknown one keeps its code."""
        found = self.workplace.reference.procedures.version_on(code, self.now.date())
        return found.name if found else code


def ask_problems(workplace: Workplace, ask: BookAsk) -> tuple[Problem, ...]:
    """Return what is wrong with the question; a doubt is no reason not to look."""
    today = workplace.clock.now().at.date()
    if ask.book not in BOOKS:
        return (false("book_unknown", "/book", book=ask.book),)
    found = []
    if not _EARLIEST <= ask.year <= today.year:
        found.append(false("book_year_odd", "/year", year=ask.year))
    if ask.book in OF_A_COUNTER and not ask.quyen:
        found.append(false("book_needs_counter", "/quyen", book=BOOKS[ask.book]))
    known = {each.number for each in workplace.reference.centre.counters}
    known.add(workplace.enrolment.counter)
    if ask.quyen and ask.quyen not in known:  # it may have been closed since
        found.append(doubt("book_counter_unknown", "/quyen", counter=ask.quyen))
    if ask.begins > ask.ends:
        found.append(false("book_days_turned", "/first"))
    elif {ask.begins.year, ask.ends.year} != {ask.year}:
        found.append(false("book_days_outside", "/first", year=ask.year))
    return tuple(found)
