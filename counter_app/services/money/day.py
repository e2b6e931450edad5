"""Bảng kê cả ngày: the shifts that were closed at this counter on one day, whoever closed them."""

from __future__ import annotations

from datetime import date

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.money import ShiftClosed
from counter_app.domain.cash import MoneyDay
from counter_app.domain.dates import vietnam_time
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.money.shift import FARTHEST, MONEY, money_lines, taken_back
from counter_app.services.officers.permits import require_kind
from counter_app.store.views.day_acts import ActRow


def closed_day(workplace: Workplace, session: Session, day: date) -> MoneyDay:
    """Return the money of the shifts closed on `day` with their counts, as one.

    A shift that began the day before belongs to the day of its count, as on its own sheet: so the
    day's sums are those of its shifts. Money that nobody counted yet is on no sheet; its officers
    are `waiting`. Raises NotPermittedError.
    """
    require_kind(workplace, session, Kind.SHIFT_CLOSED)
    known = {each.id: each.name for each in workplace.reference.officers.officers}
    known[session.officer.id] = session.officer.name
    with workplace.store.reading() as tx:
        rows = tx.day_acts.between(day - FARTHEST, day, MONEY, counter=workplace.enrolment.counter)
        counts, of_day, uncounted = _shifts(rows, day)
        lines = money_lines(of_day, taken_back(tx, of_day))
        waiting = [
            known.get(officer, officer)
            for officer, own in uncounted.items()
            if money_lines(own, taken_back(tx, own))
        ]
    return MoneyDay(day, counts, lines, tuple(waiting))


def _shifts(
    rows: tuple[ActRow, ...], day: date
) -> tuple[tuple[ShiftClosed, ...], list[ActRow], dict[str, list[ActRow]]]:
    """Return the day's counts, the rows that they counted, and by officer what none counted."""
    open_rows: dict[str, list[ActRow]] = {}
    counts: list[ShiftClosed] = []
    counted: list[ActRow] = []
    for row in rows:
        own = open_rows.setdefault(row.entry.officer, [])
        if not isinstance(row.body, ShiftClosed):
            own.append(row)
            continue
        if vietnam_time(row.body.closed_at).date() == day:
            counts.append(row.body)
            counted += own
        own.clear()
    counted.sort(key=lambda row: row.position)
    return tuple(counts), counted, open_rows
