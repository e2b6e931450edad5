"""Acts as narrow rows, brought up to the journal when a report asks for them.

What never changes of an act stands in its row. What can still change is told when it is counted:
an entry that another took the place of, a dossier that the province took away (`COUNTED_ROW`).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    select,
    text,
    true,
    update,
)

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.delay import KnownBy
from counter_app.domain.journal.entry import Origin
from counter_app.domain.reports.recording import LOOKS, Measured
from counter_app.store.figure_tables import acted, actor
from counter_app.store.subjects.setup import Setup
from counter_app.store.tables import delivery, fact, journal, tombstone

FOLLOWED = "acts_followed"
"""Up to which position of the journal the rows were brought."""

BITE = 10_000
"""Entries of one transaction: some 100 ms, so an officer who registers hardly waits for it."""

TAKEN = "taken:"
"""How the flag of a reception begins that tells what was collected at once, in đồng."""

MONEY_KINDS = (Kind.RECEIVED, Kind.PAID, Kind.PAYMENT_CANCELLED, Kind.CERTIFIED)

_GONE = text("delivery.state = 'superseded'")  # word for word what the partial index says
_HIDDEN = select(tombstone.c.dossier).where(tombstone.c.state == "hidden")

COUNTED_ROW = and_(
    acted.c.position.not_in(select(delivery.c.position).where(_GONE)),
    acted.c.position.not_in(select(delivery.c.position).where(delivery.c.dossier.in_(_HIDDEN))),
)
"""What reports of use count: nothing that another took the place of, nothing taken away."""

NOT_SUPERSEDED = acted.c.position.not_in(select(delivery.c.position).where(_GONE))
"""What reports of money count: it passed through somebody's hands, whatever became of it."""


def has_flag(flag: str) -> ColumnElement[bool]:
    """Return the condition that a fact bears a flag."""
    return fact.c.flags.contains(f'"{flag}"')


def _only(kinds: tuple[Kind, ...]) -> ColumnElement[bool]:
    return fact.c.kind.in_([kind.value for kind in kinds])


_DATED = has_flag(KnownBy.DATE.value)
_MEASURED = case(
    (fact.c.kind == Kind.RECEIVED.value, Measured.RECEIVED.value),
    (fact.c.kind == Kind.RETURNED.value, Measured.RETURNED.value),
    (fact.c.kind == Kind.RESULT_TAKEN_IN.value, Measured.RESULT_IN.value),
    (fact.c.kind != Kind.HANDED_OVER.value, ""),
    (has_flag("back"), Measured.BACK.value),
    else_=Measured.HANDED.value,
)
_DATED_RESULT = and_(fact.c.kind == Kind.RESULT_TAKEN_IN.value, _DATED)
_USES = and_(~_only(LOOKS), journal.c.origin == Origin.COUNTER.value)
# SQLite reads a number up to the first other letter: the digits behind the flag's name.
_AT_ONCE = cast(func.substr(fact.c.flags, func.instr(fact.c.flags, TAKEN) + len(TAKEN)), Integer)
_AMOUNT = case(
    (and_(fact.c.kind == Kind.RECEIVED.value, fact.c.flags.contains(TAKEN)), _AT_ONCE),
    (fact.c.kind == Kind.RECEIVED.value, None),
    (_only(MONEY_KINDS), fact.c.amount),
    else_=None,
)
_AT = cast(func.strftime("%s", journal.c.occurred_at), Integer)
_SERVER = func.substr(delivery.c.receipt, 1, func.instr(delivery.c.receipt, " ") - 1)
_HALF_SECOND = 0.5
_SENT = case(
    (delivery.c.receipt.is_(None), None),
    else_=func.max(
        0,
        cast(
            (
                (func.julianday(_SERVER) - func.julianday(journal.c.occurred_at)) * 86_400
                + _HALF_SECOND
            )
            / 60,
            Integer,
        ),
    ),
)
_VALUES = {
    "at_s": _AT,
    "position": fact.c.position,
    "actor": actor.c.key,
    "kind": fact.c.kind,
    "uses": _USES,
    "measured": _MEASURED,
    # A result's date says nothing of when it came: beside its own line the act is of this moment.
    "minutes": case((_DATED, None), else_=fact.c.delay_minutes),
    "signed_minutes": case((_DATED_RESULT, func.coalesce(fact.c.delay_minutes, 0)), else_=None),
    "own": delivery.c.own,
    "sent_minutes": case((delivery.c.own.is_(True), _SENT), else_=None),
    "amount": _AMOUNT,
    "procedure": case((_AMOUNT.is_not(None), fact.c.procedure), else_=None),
    "field_name": case((_AMOUNT.is_not(None), fact.c.field_name), else_=None),
}
_SPAN = and_(fact.c.position > bindparam("behind"), fact.c.position <= bindparam("upto"))
_WHO = (journal.c.officer, journal.c.counter, fact.c.agency)
_PUT_ACTORS = (
    insert(actor)
    .prefix_with("OR IGNORE")
    .from_select(
        ["officer", "counter", "agency"],
        select(*_WHO)
        .select_from(fact)
        .join(journal, journal.c.position == fact.c.position)
        .where(_SPAN, ~has_flag("practice"))
        .distinct(),
    )
)
_PUT = insert(acted).from_select(
    list(_VALUES),
    select(*(value.label(name) for name, value in _VALUES.items()))
    .select_from(fact)
    .join(journal, journal.c.position == fact.c.position)
    .join(delivery, delivery.c.position == fact.c.position)
    .join(
        actor,
        and_(
            actor.c.officer == journal.c.officer,
            actor.c.counter == journal.c.counter,
            actor.c.agency == fact.c.agency,
        ),
    )
    .where(_SPAN, ~has_flag("practice")),
)
# "= 1": as the partial index says it
_AWAITED = and_(acted.c.own == true(), acted.c.sent_minutes.is_(None))
_ARRIVED = (
    select(acted.c.position)
    .join(delivery, delivery.c.position == acted.c.position)
    .where(_AWAITED, delivery.c.receipt.is_not(None))
)
_ANSWERED = (
    update(acted)
    .values(
        sent_minutes=select(_SENT)
        .select_from(delivery)
        .join(journal, journal.c.position == delivery.c.position)
        .where(delivery.c.position == acted.c.position)
        .scalar_subquery()
    )
    .where(acted.c.position.in_(_ARRIVED.limit(bindparam("most"))))
)


class Acts:
    """The rows inside one transaction."""

    def __init__(self, connection: Connection, setup: Setup) -> None:
        self._connection = connection
        self._setup = setup

    def missing(self) -> int:
        """Return how many entries and receipts aren't in the rows yet; 0: they are whole."""
        last = self._connection.execute(select(func.max(journal.c.position))).scalar() or 0
        arrived = select(func.count()).select_from(_ARRIVED.subquery())
        return last - self._followed() + self._connection.execute(arrived).scalar_one()

    def follow(self, most: int = BITE) -> None:
        """Bring the rows `most` entries nearer to the journal's end (in a writing transaction)."""
        last = self._connection.execute(select(func.max(journal.c.position))).scalar() or 0
        behind = self._followed()
        if behind < last:
            upto = min(last, behind + most)
            span = {"behind": behind, "upto": upto}
            self._connection.execute(_PUT_ACTORS, span)
            self._connection.execute(_PUT, span)
            self._setup.put(FOLLOWED, upto)
            return
        self._connection.execute(_ANSWERED, {"most": most})

    def forget(self) -> None:
        """Drop the rows; the next report reads them from the beginning."""
        self._connection.execute(delete(acted))
        self._connection.execute(delete(actor))
        self._setup.put(FOLLOWED, None)

    def _followed(self) -> int:
        kept = self._setup.get(FOLLOWED)
        return kept if isinstance(kept, int) else 0


def written(first: date, last: date) -> ColumnElement[bool]:
    """Return the condition that an act was written on these days."""
    return and_(acted.c.at_s >= _begin(first), acted.c.at_s < _begin(last + timedelta(days=1)))


def _begin(day: date) -> int:
    return int(datetime.combine(day, time(), VIETNAM).timestamp())


LOCAL_S = acted.c.at_s + 7 * 3600
"""Seconds of Vietnam's clock since 1970."""

DAY = LOCAL_S // 86_400
"""The day of an act, counted from 1970 (`day_of`)."""

HOUR = LOCAL_S // 3600 % 24
MINUTE_OF_DAY = LOCAL_S // 60 % 1440


def day_of(days: int) -> date:
    """Return the day of a `DAY`."""
    return date(1970, 1, 1) + timedelta(days=days)
