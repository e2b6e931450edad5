"""What is received often here: it comes first in the search, and lies on Ctrl+1 to Ctrl+9."""

from __future__ import annotations

from datetime import date, timedelta

from counter_app.domain.dates import vietnam_time
from counter_app.domain.procedures.search import Uses
from counter_app.services.counter.workplace import Workplace
from counter_app.store.transaction import Transaction

FAVOURITES = 9


def uses(workplace: Workplace, officer_id: str) -> Uses:
    """Return how often each procedure was received this and last month, by code."""
    today = _today(workplace)
    with workplace.store.reading() as tx:
        rows = tx.usage.receptions(_begin(today), today, officer_id, workplace.enrolment.counter)
    return Uses(
        {row.procedure: row.by_officer for row in rows if row.by_officer},
        {row.procedure: row.at_counter for row in rows if row.at_counter},
    )


def favourites(workplace: Workplace, officer_id: str) -> tuple[str, ...]:
    """Return up to nine procedures in force: pinned ones as pinned, then the most used.

    Most used up to yesterday: a key must not change its meaning during the day. What was received
    today for the first time follows behind.
    """
    today = _today(workplace)
    yesterday, counter = today - timedelta(days=1), workplace.enrolment.counter
    with workplace.store.reading() as tx:
        codes = [*_pinned(tx, officer_id)]
        for first, last in ((_begin(today), yesterday), (today, today)):
            rows = tx.usage.receptions(first, last, officer_id, counter)
            codes += [row.procedure for row in rows]
    procedures = workplace.reference.procedures
    in_force = (code for code in dict.fromkeys(codes) if procedures.version_on(code, today))
    return tuple(in_force)[:FAVOURITES]


def pinned(workplace: Workplace, officer_id: str) -> tuple[str, ...]:
    """Return the codes that the officer pinned, the first on Ctrl+1."""
    with workplace.store.reading() as tx:
        return _pinned(tx, officer_id)


def pin(workplace: Workplace, officer_id: str, code: str, at: int | None = None) -> tuple[str, ...]:
    """Pin `code` at place `at` (from 0; None: behind the others) and return all pinned codes.

    There is room for nine: what stands behind the ninth is no longer pinned.
    """
    with workplace.store.writing() as tx:
        codes = [each for each in _pinned(tx, officer_id) if each != code]
        codes.insert(min(len(codes), FAVOURITES - 1) if at is None else at, code)
        return _keep(tx, officer_id, codes)


def unpin(workplace: Workplace, officer_id: str, code: str) -> tuple[str, ...]:
    """Take the pin off `code` and return what is still pinned."""
    with workplace.store.writing() as tx:
        codes = [each for each in _pinned(tx, officer_id) if each != code]
        return _keep(tx, officer_id, codes)


def _pinned(tx: Transaction, officer_id: str) -> tuple[str, ...]:
    kept = tx.setup.get(_name(officer_id))
    return tuple(str(each) for each in kept) if isinstance(kept, list) else ()


def _keep(tx: Transaction, officer_id: str, codes: list[str]) -> tuple[str, ...]:
    codes = codes[:FAVOURITES]
    tx.setup.put(_name(officer_id), [*codes])
    return tuple(codes)


def _name(officer_id: str) -> str:
    return f"favourites/{officer_id}"


def _today(workplace: Workplace) -> date:
    return vietnam_time(workplace.clock.now().at).date()


def _begin(today: date) -> date:
    """Return the first day of last month."""
    return (today.replace(day=1) - timedelta(days=1)).replace(day=1)
