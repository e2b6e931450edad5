"""Lists of dossiers: one page at a time, and how many there are in each.

What is open is few next to what is closed, and lies in an index of its own that holds all that a
list asks for: its lists and counts read that index only, and then the rows of one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.sql.functions import Function

from counter_app.domain.dossiers.code import split_digits
from counter_app.domain.dossiers.dossier_line import DossierLine, Order, Page, Place
from counter_app.domain.dossiers.status import Status
from counter_app.domain.text import words
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.lines import LINE_COLUMNS, UNDATED, line_of, page_of
from counter_app.store.subjects.projection import milliseconds
from counter_app.store.tables import OPEN, SEARCH_COLUMNS, delivery, dossier
from counter_app.store.views.search import MOST_WORDS, PAGE, oldest_key

_IS_OPEN = "dossier.closed = 0"
_IN_QUEUE = f"dossier.uid IN (SELECT delivery.dossier FROM delivery WHERE {OPEN})"  # noqa: S608
_RUNNING = dossier.c.status.in_([int(Status.RECEIVED), int(Status.IN_PROGRESS)])
"""The time runs and the agency has it: only such a dossier is late or soon due."""

_KEY_ASIDE: ColumnElement[int] = literal_column("+dossier.key", Integer)
"""The key, but the plus keeps SQLite from reading the whole table in the order of the keys."""

_DUE = func.coalesce(dossier.c.due_ms, UNDATED)

_LINE = Prepared(select(*LINE_COLUMNS).where(dossier.c.uid == bindparam("wanted")))


@dataclass(frozen=True, slots=True)
class DossierFilter:
    """Which dossiers a list shows; the default is all of them, newest first.

    `due_from` and `due_before` compare with the promise of those whose time runs. `typed` words
    must all be there, the last as a beginning; they serve open and waiting dossiers, all others
    are searched by `Search`.
    """

    statuses: frozenset[Status] = frozenset()
    procedure: str = ""
    agency: str = ""
    counter: str = ""
    received_from: datetime | None = None
    received_to: datetime | None = None
    due_from: datetime | None = None
    due_before: datetime | None = None
    only_open: bool = False
    result_is_here: bool | None = None
    waiting: bool = False
    attention: bool = False
    practice: bool | None = None
    typed: str = ""
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many dossiers are open, by what they wait for; `soon` and `later` as asked for."""

    open: int
    new: int
    supplement: int
    result_is_here: int
    overdue: int
    soon: int
    later: int
    unsent: int


class Lists:
    """The lists inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self, which: DossierFilter | None = None, after: Place | None = None, limit: int = PAGE
    ) -> Page:
        """Return one page behind `after`, where the page before ended."""
        query = page_query(which or DossierFilter(), after, limit + 1)
        return page_of(list(self._connection.execute(query)), limit)

    def line(self, uid: str) -> DossierLine | None:
        """Return the line of the dossier `uid`; None when it isn't known here."""
        row = _LINE.first(self._connection, {"wanted": uid})
        return None if row is None else line_of(row)

    def counts(
        self,
        now: datetime,
        soon_before: datetime,
        later_before: datetime,
        *,
        counter: str = "",
        received_from: datetime | None = None,
    ) -> ListCounts:
        """Count what is open (received at `counter`, "" for any), in one pass over its index.

        `received_from` leaves out older ones, but never one that is late or soon due. `unsent` are
        dossiers with an entry that the server hasn't answered, of this machine.
        """
        query = counts_query(now, soon_before, later_before, counter, received_from)
        return ListCounts(*(number or 0 for number in self._connection.execute(query).one()))


def page_query(which: DossierFilter, after: Place | None, limit: int) -> Select[Any]:
    """Return the query of a page: the keys by an index, then the rows of these keys."""
    by_due = which.order is Order.DUE
    is_open = which.only_open or which.due_before is not None
    key = _KEY_ASIDE if is_open else dossier.c.key
    order: tuple[Any, ...] = (_DUE, key) if by_due else (key.desc(),)
    keys = _filtered(select(dossier.c.key), which, key)
    if after is not None and by_due:
        keys = keys.where(tuple_(_DUE, key) > tuple_(after.due, after.key))
    elif after is not None:
        keys = keys.where(key < after.key)
    chosen = keys.order_by(*order).limit(limit).subquery("chosen")
    return select(*LINE_COLUMNS).join(chosen, chosen.c.key == dossier.c.key).order_by(*order)


def counts_query(
    now: datetime,
    soon_before: datetime,
    later_before: datetime,
    counter: str,
    received_from: datetime | None,
) -> Select[Any]:
    """Return the query whose one row has the fields of `ListCounts`."""
    columns = dossier.c
    fresh = oldest_key(received_from) <= _KEY_ASIDE
    due, here = columns.due_ms, text("dossier.result_is_here = 1")

    def due_until(moment: datetime) -> ColumnElement[bool]:
        return and_(_RUNNING, due >= milliseconds(now), due < milliseconds(moment))

    unsent = select(func.count(delivery.c.dossier.distinct())).where(OPEN).scalar_subquery()
    query = select(
        _number(fresh),
        _number(and_(fresh, columns.status == int(Status.NEW))),
        _number(and_(fresh, columns.status == int(Status.WAITING_SUPPLEMENT))),
        _number(and_(fresh, here)),
        _number(and_(_RUNNING, due < milliseconds(now))),
        _number(due_until(soon_before)),
        _number(due_until(later_before)),
        unsent,
    ).where(text(_IS_OPEN))
    return query.where(at_counter(counter)) if counter else query


def at_counter(counter: str) -> ColumnElement[bool]:
    """What `counter` received, and what nobody has received yet: that is every counter's."""
    return dossier.c.counter.in_((counter, ""))


def _number(condition: Any) -> Function[Any]:
    return func.sum(condition, type_=Integer)


def _filtered(query: Select[Any], which: DossierFilter, key: ColumnElement[int]) -> Select[Any]:
    columns = dossier.c
    if which.statuses:
        query = query.where(columns.status.in_(sorted(map(int, which.statuses))))
    for name in ("procedure", "agency"):
        if wanted := getattr(which, name):
            query = query.where(columns[name] == wanted)
    if which.counter:
        query = query.where(at_counter(which.counter))
    if which.received_from is not None:
        query = query.where(key >= oldest_key(which.received_from))
    if which.received_to is not None:
        query = query.where(key < oldest_key(which.received_to))
    if which.due_from is not None:
        query = query.where(columns.due_ms >= milliseconds(which.due_from))
    if which.due_before is not None:
        query = query.where(_RUNNING, columns.due_ms < milliseconds(which.due_before))
    # Written out, so that SQLite sees that its partial indexes hold what is asked for.
    conditions = {
        _IS_OPEN: which.only_open or which.due_before is not None,
        "dossier.result_is_here = 1": which.result_is_here is True,
        "dossier.result_is_here = 0": which.result_is_here is False,
        # By way of the queue, which is short and has its index.
        _IN_QUEUE: which.waiting,
        "dossier.attention > 0": which.attention,
    }
    for condition, holds in conditions.items():
        if holds:
            query = query.where(text(condition))
    if which.practice is not None:
        query = query.where(columns.practice.is_(which.practice))
    return query.where(*_with_words(which.typed))


def _with_words(typed: str) -> list[ColumnElement[bool]]:
    """Return a condition for each word, the last of which may be a beginning."""
    wanted = words(typed)[:MOST_WORDS]
    ends = [" "] * (len(wanted) - 1) + [""]
    return [_is_there(word, end) for word, end in zip(wanted, ends, strict=False)]


def _is_there(word: str, end: str) -> ColumnElement[bool]:
    as_typed = _stands(f" {word}{end}")
    if (parts := split_digits(word)) is None:
        return as_typed
    return or_(as_typed, and_(_stands(f" {parts[0]} "), _stands(f" {parts[1]}{end}")))


def _stands(text_: str) -> ColumnElement[bool]:
    return or_(*(func.instr(" " + dossier.c[name] + " ", text_) > 0 for name in SEARCH_COLUMNS))
