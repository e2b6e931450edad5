"""Who looked: a dossier's page opened, a person searched by number; once an hour is enough."""

from __future__ import annotations

from datetime import timedelta

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.officers.permits import only_inspects
from counter_app.domain.text import masked
from counter_app.services.counter.workplace import Session, Workplace

AGAIN = timedelta(hours=1)
"""Within it one officer's further looks at the same thing are the same look."""

_MOST = 200  # looks of one officer in an hour
_NUMBERS = (9, 12)  # digits of an identity number


def record_view(workplace: Workplace, session: Session, what: str) -> bool:
    """Record that the officer looked at `what`: a code or a masked number; False when known.

    Every look of an inspector (kiểm tra) is recorded. Raises ClockDoubtfulError or a StoreError.
    """
    often = only_inspects(session.officer)
    if not often and _seen_lately(workplace, session, what):
        return False  # most looks end here, without the turn of writing
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        tx.journal.append(
            Kind.VIEWED,
            Viewed(what),
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    return True


def is_number(typed: str) -> bool:
    """Tell whether `typed` is a whole identity number: only then a person is searched for by it."""
    digits = "".join(typed.split())
    return digits.isascii() and digits.isdigit() and len(digits) in _NUMBERS


def record_search(workplace: Workplace, session: Session, typed: str) -> bool:
    """Record that a person was searched for by number; False when `typed` is no whole number."""
    if not is_number(typed):
        return False
    return record_view(workplace, session, masked("".join(typed.split())))


def _seen_lately(workplace: Workplace, session: Session, what: str) -> bool:
    now = vietnam_time(workplace.clock.now().at)
    since = now - AGAIN
    with workplace.store.reading() as tx:
        rows = tx.day_acts.latest(
            since.date(), now.date(), (Kind.VIEWED,), officer=session.officer.id, limit=_MOST
        )
    return any(row.body == Viewed(what) and row.entry.occurred_at > since for row in rows)
