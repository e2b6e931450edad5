"""The lives of dossiers as rows, brought up to the journal when a report asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    true,
)

from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.outcome import State
from counter_app.domain.reports.life import Ended, FactAt, Life, life_of
from counter_app.store.figure_tables import life
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.fact_rows import fact_in
from counter_app.store.subjects.projection import milliseconds, moment
from counter_app.store.subjects.setup import Setup
from counter_app.store.tables import delivery, dossier, fact, journal, tombstone

FOLLOWED = "lives_followed"
"""Up to which position of the journal the rows were brought."""

HEARD = "lives_heard"
"""Counter → the moment of its newest entry that is known here."""

FILLING = "lives_filling"
"""How far the first reading came: `upto` which position it goes, `behind` which dossier it is."""

BITE = 1_500
"""Entries of one transaction: some 100 ms, so an officer who registers hardly waits for it."""

_GONE = State.SUPERSEDED.value
_TOUCHED = (
    select(delivery.c.dossier)
    .where(
        delivery.c.position > bindparam("behind"),
        delivery.c.position <= bindparam("upto"),
        delivery.c.dossier.is_not(None),
    )
    .distinct()
)
_ACTS = (
    select(
        delivery.c.dossier.label("home"),
        journal.c.uid,
        journal.c.officer,
        journal.c.counter,
        journal.c.occurred_at,
        *fact.c,
    )
    .join(fact, fact.c.position == delivery.c.position)
    .join(journal, journal.c.position == delivery.c.position)
    .where(delivery.c.state != _GONE)
    .order_by(delivery.c.dossier, delivery.c.position)
)
_NEWEST = (
    select(journal.c.counter, func.max(journal.c.occurred_at).label("at"))
    .where(journal.c.position > bindparam("behind"), journal.c.position <= bindparam("upto"))
    .group_by(journal.c.counter)
)
_BETWEEN = and_(delivery.c.dossier > bindparam("behind"), delivery.c.dossier <= bindparam("upto"))
_NEXT = (
    select(delivery.c.dossier)
    .where(delivery.c.dossier > bindparam("behind"))
    .distinct()
    .order_by(delivery.c.dossier)
    .limit(bindparam("most"))
)
_NAMES = tuple(column.name for column in life.c)
_PUT = Prepared(insert(life).prefix_with("OR REPLACE"), _NAMES)

COUNTED = and_(
    life.c.counts == true(),  # "= 1": as the partial indexes say it
    life.c.dossier.not_in(select(tombstone.c.dossier).where(tombstone.c.state == "hidden")),
)
"""What a report counts: received, no practice, no mistake, and not taken away by the server."""


@dataclass(frozen=True, slots=True)
class Followed:
    """How far the rows are: `position` of `last`."""

    position: int
    last: int

    @property
    def is_whole(self) -> bool:
        """Tell whether every entry is counted."""
        return self.position >= self.last


class Lives:
    """The rows inside one transaction."""

    def __init__(self, connection: Connection, setup: Setup) -> None:
        self._connection = connection
        self._setup = setup

    def followed(self) -> Followed:
        """Return how far the rows are behind the journal."""
        last = self._connection.execute(select(func.max(journal.c.position))).scalar() or 0
        filling = self._setup.get(FILLING)
        if isinstance(filling, dict):
            done, of = (int(str(filling[name])) for name in ("done", "of"))
            return Followed(min(last - 1, last * done // of), last)
        kept = self._setup.get(FOLLOWED)
        return Followed(kept if isinstance(kept, int) else 0, last)

    def follow(self, most: int = BITE) -> Followed:
        """Bring the rows `most` entries nearer to the journal's end (in a writing transaction).

        A long journal that was never read is read dossier by dossier, so that each is counted once.
        """
        stand = self.followed()
        if stand.is_whole:
            return stand
        filling = self._setup.get(FILLING)
        if not isinstance(filling, dict) and stand.position == 0 and stand.last > most:
            filling = {"upto": stand.last, "behind": "", "done": 0, "of": self._dossiers()}
        if isinstance(filling, dict):
            self._fill(filling, max(1, most // 5))
            return self.followed()
        upto = min(stand.last, stand.position + most)
        span = {"behind": stand.position, "upto": upto}
        self._count(_ACTS.where(delivery.c.dossier.in_(_TOUCHED)), span)
        self._hear(span)
        self._setup.put(FOLLOWED, upto)
        return Followed(upto, stand.last)

    def _fill(self, filling: dict[str, Any], most: int) -> None:
        """Count the next dossiers; behind the last of all the rows are followed up to `upto`."""
        of_some = {"behind": filling["behind"], "most": most}
        some = self._connection.execute(_NEXT, of_some).scalars().all()
        if some:
            span = {"behind": filling["behind"], "upto": some[-1]}
            self._count(_ACTS.where(_BETWEEN), span)
            done = min(filling["of"], filling["done"] + len(some))
            self._setup.put(FILLING, {**filling, "behind": some[-1], "done": done})
            return
        self._hear({"behind": 0, "upto": filling["upto"]})
        self._setup.put(FOLLOWED, filling["upto"])
        self._setup.put(FILLING, None)

    def _count(self, acts: Select[Any], span: dict[str, Any]) -> None:
        for uid, of_one in groupby(self._connection.execute(acts, span), key=_home):
            _PUT.run(self._connection, life_values(life_of(uid, map(_act, of_one))))

    def _dossiers(self) -> int:
        """Return how many dossiers there are, at least 1."""
        query = select(func.count(delivery.c.dossier.distinct()))
        return max(1, self._connection.execute(query).scalar_one())

    def heard(self) -> dict[str, datetime]:
        """Return the newest entry of each counter that is known here, as far as it was followed."""
        kept = self._setup.get(HEARD)
        told = kept if isinstance(kept, dict) else {}
        return {counter: datetime.fromisoformat(str(at)) for counter, at in told.items()}

    def forget(self) -> None:
        """Drop the rows; the next report counts them from the beginning."""
        self._connection.execute(delete(life))
        self._setup.put(FOLLOWED, None)
        self._setup.put(HEARD, None)
        self._setup.put(FILLING, None)

    def of(self, uids: Sequence[str]) -> tuple[Life, ...]:
        """Return the lives of these dossiers, in their order; unknown ones are left out."""
        rows = self._connection.execute(select(life).where(life.c.dossier.in_(uids)))
        found = {row.dossier: life_in(row) for row in rows}
        return tuple(found[uid] for uid in uids if uid in found)

    def purged(self, first: date, last: date) -> int:
        """Return how many dossiers received on these days have no row in the projection any more.

        Their bodies were erased after the time of keeping; their figures stay.
        """
        span = life.c.received_day.between(first.isoformat(), last.isoformat())
        gone = ~exists().where(dossier.c.uid == life.c.dossier)
        query = select(func.count()).select_from(life).where(COUNTED, span, gone)
        return self._connection.execute(query).scalar_one()

    def every(self) -> Iterator[Life]:
        """Yield all lives, in no order."""
        for row in self._connection.execute(select(life)):
            yield life_in(row)

    @property
    def connection(self) -> Connection:
        """The connection, for the figures beside this file."""
        return self._connection

    def _hear(self, span: dict[str, int]) -> None:
        heard = self.heard()
        for row in self._connection.execute(_NEWEST, span):
            at = vietnam_time(datetime.fromisoformat(row.at))
            heard[row.counter] = max(at, heard.get(row.counter, at))
        self._setup.put(HEARD, {counter: at.isoformat() for counter, at in heard.items()})


def _home(row: Any) -> str:
    return str(row.home)


def _act(row: Any) -> FactAt:
    at = datetime.fromisoformat(row.occurred_at)
    return FactAt(fact_in(row), row.officer, row.counter, at)


def life_values(found: Life) -> dict[str, Any]:
    """Return the columns of a life."""
    paced = found.pace
    return {
        "dossier": found.dossier,
        "procedure": found.procedure,
        "version": found.version,
        "field_name": found.field_name,
        "agency": found.agency,
        "channel": found.channel,
        "counter": found.counter,
        "officer": found.officer,
        "received_day": _day(found.received_at),
        "received_ms": _ms(found.received_at),
        "recorded_ms": _ms(found.recorded_at),
        "due_ms": _ms(found.due_at),
        "finished_day": _day(_end(found)),
        "finished_ms": _ms(found.finished_at),
        "paused_ms": _ms(found.paused_at),
        "ended": found.ended.value,
        "pace": paced.value if paced else "",
        "printed_ms": _ms(found.printed_at),
        "handed_ms": _ms(found.handed_at),
        "result_in_ms": _ms(found.result_in_at),
        "returned_day": _day(found.returned_at),
        "returned_ms": _ms(found.returned_at),
        "supplements": found.supplements,
        "extensions": found.extensions,
        "apologies": found.apologies,
        "apologised_ms": _ms(found.apologised_at),
        "breaches": found.breaches,
        "negative": found.negative,
        "offline": found.offline,
        "provisional": found.provisional,
        "paper_first": found.paper_first,
        "by_post": found.by_post,
        "state_agency": found.state_agency,
        "scanned": found.scanned,
        "additions": found.additions,
        "handovers": found.handovers,
        "counts": found.counts,
    }


def life_in(row: Any) -> Life:
    """Return the life in a row; a dossier that doesn't count may be practice, or a mistake."""
    ended = Ended(row.ended)
    received = _moment(row.received_ms)
    return Life(
        dossier=row.dossier,
        procedure=row.procedure,
        version=row.version,
        field_name=row.field_name,
        agency=row.agency,
        channel=row.channel,
        counter=row.counter,
        officer=row.officer,
        received_at=received,
        recorded_at=_moment(row.recorded_ms),
        due_at=_moment(row.due_ms),
        finished_at=_moment(row.finished_ms),
        paused_at=_moment(row.paused_ms),
        ended=ended,
        printed_at=_moment(row.printed_ms),
        handed_at=_moment(row.handed_ms),
        result_in_at=_moment(row.result_in_ms),
        returned_at=_moment(row.returned_ms),
        supplements=row.supplements,
        extensions=row.extensions,
        apologies=row.apologies,
        apologised_at=_moment(row.apologised_ms),
        breaches=row.breaches,
        negative=row.negative,
        practice=received is not None and not row.counts and ended is not Ended.MISTAKE,
        offline=row.offline,
        provisional=row.provisional,
        paper_first=row.paper_first,
        by_post=row.by_post,
        state_agency=row.state_agency,
        scanned=row.scanned,
        additions=row.additions,
        handovers=row.handovers,
    )


def _end(found: Life) -> datetime | None:
    """Return when it ended, not before it was received: a clock may have been set back between.

    So whatever was received is open, or ended on a day of its own: sums of days come out even.
    """
    if found.finished_at is None or found.received_at is None:
        return found.finished_at
    return max(found.finished_at, found.received_at)


def _ms(at: datetime | None) -> int | None:
    return None if at is None else milliseconds(at)


def _day(at: datetime | None) -> str | None:
    return None if at is None else vietnam_time(at).date().isoformat()


def _moment(value: int | None) -> datetime | None:
    return None if value is None else moment(value)
