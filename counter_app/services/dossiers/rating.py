"""Record how a citizen rated (đánh giá) what was done for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dates import shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.rating import AlreadyRatedError
from counter_app.domain.office.rating import RatingForm, RatingWay
from counter_app.domain.problems import Problem, false
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record_within
from counter_app.store.subjects.dossiers import Told


def rate(
    workplace: Workplace,
    session: Session,
    uid: str,
    form: RatingForm,
    scores: tuple[int, ...],
    way: RatingWay,
    remark: str = "",
    *,
    instead: bool = False,
) -> Dossier:
    """Record a rating of the last return and return the dossier after it.

    `scores` answer the questions of `form` in their order, 0 the worst. Raises FalseStepError
    where nothing was returned yet or an answer is missing, AlreadyRatedError for a second rating
    of the same return unless it is meant `instead` of the first: the later one then counts, and
    the first stays in the history.
    """

    def look(dossier: Dossier) -> tuple[Problem, ...]:
        found = [] if dossier.returned_at else [false("rating_not_returned")]
        if not form.fits(scores):
            found.append(false("rating_not_whole", "/scores"))
        return tuple(found)

    with workplace.store.writing() as tx:
        before = _last_rating(tx.dossiers.timeline(uid))
        dossier = tx.dossiers.get(uid)
        if before is not None and dossier is not None and not instead:
            raise AlreadyRatedError(code=dossier.shown_code, at=shown_moment(before))
        body = Rated(scores, remark, workplace.moment(tx).at, way.value)
        return record_within(workplace, session, tx, uid, body, look=look)


def _last_rating(told: Sequence[Told]) -> datetime | None:
    """Return when the last return was rated; None when it wasn't."""
    rated: datetime | None = None
    for each in told:
        if each.entry.kind is Kind.RETURNED:
            rated = None
        elif each.entry.kind is Kind.RATED:
            rated = each.entry.occurred_at
    return rated
