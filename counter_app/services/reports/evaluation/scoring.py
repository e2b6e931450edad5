"""Points of the indices: what the system knows of each dossier, and what citizens answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from counter_app.domain.office.evaluation import (
    FULL,
    EvaluationBook,
    Index,
    Source,
    points_of,
)
from counter_app.domain.office.rating import RatingBook, RatingForm
from counter_app.domain.reports.life import Pace
from counter_app.domain.reports.period import Period
from counter_app.services.reports.asked import Asked
from counter_app.services.reports.handling.counting import FEW
from counter_app.store.reports.evaluation import (
    Handled,
    Rating,
    handled,
    ratings_of_handled,
)

TIMES = {Pace.EARLY.value: FULL, Pace.ON_TIME.value: 1, Pace.LATE.value: 0}
"""Points for the time against the promise."""


@dataclass(slots=True)
class Points:
    """Σ points and Σ dossiers of each index, in the book's order; `dossiers` were processed."""

    dossiers: int = 0
    rated: int = 0
    unread: int = 0
    sums: dict[int, int] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, at: int, points: int, count: int = 1) -> None:
        """Add the points of so many dossiers to the index `at`."""
        self.sums[at] = self.sums.get(at, 0) + points * count
        self.counts[at] = self.counts.get(at, 0) + count

    def tenths(self, at: int) -> int | None:
        """Return the index `at` in tenths of a point, rounded down; None of too few."""
        count = self.counts.get(at, 0)
        return None if count < FEW else self.sums[at] * 10 // count

    def index(self, which: Sequence[int]) -> tuple[int | None, tuple[int, ...]]:
        """Return the sum of indices in tenths, and those that have too few dossiers.

        Each is its Σ points / Σ dossiers; only their sum is rounded down. None: all have too few.
        """
        few = tuple(at for at in which if self.counts.get(at, 0) < FEW)
        known = [at for at in which if at not in few]
        if not known:
            return None, few
        total = sum(Fraction(self.sums[at], self.counts[at]) for at in known)
        return int(total * 10), few


def scored(
    asked: Asked, period: Period, key: Callable[[Handled | Rating], str]
) -> dict[str, Points]:
    """Return the points of what was processed in a period, by agency or officer."""
    book, connection = asked.reference.evaluation, asked.tx.lives.connection
    found: dict[str, Points] = {}
    for group in handled(connection, period.first, period.last):
        points = found.setdefault(key(group), Points())
        points.dossiers += group.count
        for at, index in enumerate(book.indices):
            known = _known(asked, index, group)
            if known is not None:
                points.add(at, known, group.count)
    forms = asked.reference.rating
    for rating in ratings_of_handled(connection, period.first, period.last):
        points = found.setdefault(key(rating), Points())
        points.rated += 1
        points.unread += not rating.questions
        for at, given in _said(book, forms, rating):
            points.add(at, given)
    return found


def together(found: Iterable[Points]) -> Points:
    """Return the points of all."""
    whole = Points()
    for each in found:
        whole.dossiers += each.dossiers
        whole.rated += each.rated
        whole.unread += each.unread
        for at, count in each.counts.items():
            whole.sums[at] = whole.sums.get(at, 0) + each.sums[at]
            whole.counts[at] = whole.counts.get(at, 0) + count
    return whole


def form_of(book: RatingBook, questions: int) -> RatingForm | None:
    """Return the newest form with so many questions: a rating doesn't say which it answers."""
    found = [each for each in book.forms if len(each.indices) == questions]
    return max(found, key=lambda each: each.effective_from, default=None)


def _known(asked: Asked, index: Index, group: Handled) -> int | None:
    match index.source:
        case Source.TIME:
            return TIMES.get(group.pace)
        case Source.SUPPLEMENTS:
            return index.of_count(group.supplements)
        case Source.VISITS:
            return index.of_count(group.visits)
        case Source.AGENCIES:
            return index.of_count(group.places)
        case Source.ONE_STOP:
            return FULL if group.here and not group.places else int(group.here)
        case Source.PUBLICATION:
            known = asked.reference.procedures
            found = known.with_version(group.procedure, group.version)
            found = found or known.version_on(group.procedure, asked.today)
            return None if found is None else FULL * found.published
        case _:
            return None


def _said(book: EvaluationBook, forms: RatingBook, rating: Rating) -> Iterable[tuple[int, int]]:
    form = form_of(forms, rating.questions)
    if form is None:
        return
    answers = dict(rating.answers)
    for at, index in enumerate(book.indices):
        for asked in index.asked:
            given = answers.get(asked.question)
            if asked.form == form.id and given is not None:
                yield at, points_of(given, len(form.indices[asked.question].grades))
