"""The queue: which entries wait for the server, and what it said of each.

Nothing is ever deleted here. What goes out keeps the order of each dossier; an entry that the
server refused holds back its own dossier only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text, update

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.entry import Entry
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.retry import LONGEST_ORDERED
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, entry_of, flags_of, flags_text
from counter_app.store.subjects.projection import Projection, milliseconds, moment
from counter_app.store.tables import FLAGGED, OPEN, body, delivery, dossier, journal

BATCH_ENTRIES = 50
BATCH_BYTES = 1024 * 1024
"""Bytes of bodies before compression; SYNC §2 allows 256 KB after it."""

_SENDABLE = frozenset({State.PENDING.value, State.UNKNOWN.value})
_STEP = 500

_QUEUE = (
    select(
        delivery.c.position,
        delivery.c.state,
        delivery.c.next_try_at,
        delivery.c.size,
        func.coalesce(delivery.c.dossier, journal.c.code).label("lane"),
    )
    .join(journal, journal.c.position == delivery.c.position)
    .where(OPEN, delivery.c.position > bindparam("behind"), journal.c.supersedes.is_(None))
    .order_by(delivery.c.position)
    .limit(_STEP)
)
_IN_PLACES = (
    select(
        delivery.c.position,
        delivery.c.state,
        delivery.c.next_try_at,
        delivery.c.size,
        func.coalesce(delivery.c.dossier, journal.c.code).label("lane"),
    )
    .join(journal, journal.c.position == delivery.c.position)
    .where(OPEN, journal.c.supersedes.is_not(None))
    .order_by(delivery.c.position)
)
"""Open corrections. Each stands where the entry was that it corrects: what is open behind that
one in its dossier goes out after it."""
_OUTGOING = (
    select(delivery.c.position, *ENTRY_COLUMNS, body.c.data, delivery.c.attempts)
    .select_from(delivery)
    .join(journal, journal.c.position == delivery.c.position)
    .join(body, body.c.position == delivery.c.position)
    .where(delivery.c.position.in_(bindparam("positions", expanding=True)))
)
_QUEUED = (
    select(
        journal.c.uid,
        journal.c.kind,
        journal.c.occurred_at,
        journal.c.code.label("addressed"),
        *delivery.c,
        dossier.c.code,
        dossier.c.provisional_code,
        dossier.c.portal_code,
        dossier.c.applicant,
    )
    .select_from(delivery)
    .join(journal, journal.c.position == delivery.c.position)
    .outerjoin(dossier, dossier.c.uid == delivery.c.dossier)
)
_REVIEWS = (
    select(body.c.data)
    .join(journal, journal.c.position == body.c.position)
    .where(text("journal.kind = 'flags_reviewed'"))
)
_LATELY = 5_000  # entries of all counters among which the newest own ones are looked for
_PLACE = Prepared(
    select(delivery.c.position, delivery.c.state, delivery.c.dossier, journal.c.kind)
    .join(journal, journal.c.position == delivery.c.position)
    .where(journal.c.uid == bindparam("wanted"))
)
_AT = delivery.update().where(delivery.c.position == bindparam("at"))
_ANSWER = Prepared(_AT, ("state", "server_version", "flags", "receipt", "problem", "next_try_at"))
_PUT_BACK = Prepared(_AT, ("state", "next_try_at", "problem"))
_SEND = Prepared(_AT.values(state=State.IN_FLIGHT.value, attempts=delivery.c.attempts + 1))
_CODE_KINDS = frozenset(
    {Kind.RECEIVED.value, Kind.NUMBERED.value, Kind.SUBMITTED.value, Kind.CORRECTED.value}
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An entry to send: its header, its body's bytes as stored, how often it went out before."""

    entry: Entry
    data: bytes
    attempts: int


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """How many own entries are in each open state, and the age of the oldest."""

    pending: int = 0
    in_flight: int = 0
    unknown: int = 0
    refused: int = 0
    conflict: int = 0
    quarantined: int = 0
    oldest: datetime | None = None
    oldest_in_need: datetime | None = None

    @property
    def to_send(self) -> int:
        """How many still go out by themselves."""
        return self.pending + self.in_flight + self.unknown

    @property
    def in_need(self) -> int:
        """How many need an officer."""
        return self.refused + self.conflict + self.quarantined


@dataclass(frozen=True, slots=True)
class Queued:
    """One line of the queue as an officer sees it: what, of whom, since when, why.

    `applicant` is empty for acts without a dossier. `problem` is what the last try met, "" if none.
    """

    uid: str
    kind: Kind
    state: State
    since: datetime
    dossier: str | None
    code: str
    applicant: str
    attempts: int
    next_try_at: datetime | None
    problem: str
    flags: tuple[str, ...]
    receipt: str


class Deliveries:
    """The queue inside one transaction."""

    def __init__(self, connection: Connection, projection: Projection) -> None:
        self._connection = connection
        self._projection = projection

    def waiting(
        self, now: datetime, limit: int = BATCH_ENTRIES, max_bytes: int = BATCH_BYTES
    ) -> tuple[Outgoing, ...]:
        """Return the next batch, in the chain's order; at least one entry when any may go.

        Left out: what is in flight or due later, and whatever stands behind such an entry, or
        behind one that needs an officer, in the same dossier. Corrections go before the rest of
        the chain: they stand where the entries were that they correct.
        """
        now_ms = milliseconds(now)
        blocked: set[str] = set()
        chosen: list[int] = []
        size = 0
        for row in self._in_order():
            if row.lane in blocked:
                continue
            if row.state not in _SENDABLE or _rests(row.next_try_at, now_ms):
                if row.lane is not None:
                    blocked.add(row.lane)
                continue
            size += row.size
            if len(chosen) == limit or (chosen and size > max_bytes):
                break
            chosen.append(row.position)
        return self._outgoing(chosen)

    def mark_in_flight(self, uids: Iterable[str]) -> None:
        """Note that these are about to go out; each counts one more attempt."""
        for position in self._open(uids):
            _SEND.run(self._connection, {"at": position})

    def answered(self, uid: str, outcome: Outcome, receipt: str = "", problem: str = "") -> bool:
        """Record the server's definitive word and fold the dossier anew; False when it is old news.

        `receipt` is the server's proof of it, `problem` says why it refused, both kept as given.
        What was accepted or superseded once stays so. SUPERSEDED is also how an officer's
        correction takes a refused entry out of the way.
        """
        row = _PLACE.first(self._connection, {"wanted": uid})
        if row is None:
            raise KeyError(uid)
        if State(row.state) in (State.ACCEPTED, State.SUPERSEDED):
            return False
        _ANSWER.run(
            self._connection,
            {
                "at": row.position,
                "state": outcome.state.value,
                "server_version": outcome.server_version,
                "flags": flags_text(outcome.flags),
                "receipt": receipt or None,
                "problem": problem or None,
                "next_try_at": None,
            },
        )
        if row.dossier is not None:
            self._projection.refresh(row.dossier, binds=row.kind in _CODE_KINDS)
        return True

    def put_back(
        self,
        uids: Iterable[str],
        state: State,
        next_try_at: datetime | None = None,
        problem: str = "",
    ) -> None:
        """Put entries that got no definitive answer back: PENDING, UNKNOWN or QUARANTINED.

        What was accepted or superseded meanwhile is left alone.
        """
        if state not in (State.PENDING, State.UNKNOWN, State.QUARANTINED):
            raise ValueError(f"{state.value} is no way back")
        later = None if next_try_at is None else milliseconds(next_try_at)
        values = {"state": state.value, "next_try_at": later, "problem": problem or None}
        homes: dict[str, None] = {}
        for uid in uids:
            row = _PLACE.first(self._connection, {"wanted": uid})
            if row is None:
                raise KeyError(uid)
            if State(row.state) in (State.ACCEPTED, State.SUPERSEDED):
                continue
            _PUT_BACK.run(self._connection, {"at": row.position, **values})
            # Between pending, in flight and unknown the dossier reads the same.
            if row.dossier is not None and (state.needs_officer or State(row.state).needs_officer):
                homes[row.dossier] = None
        for home in homes:
            self._projection.refresh(home)

    def let_go(self, home: str) -> None:
        """Let what rests of a dossier go at once: what it waited behind was settled."""
        self._connection.execute(
            update(delivery)
            .where(OPEN, delivery.c.dossier == home, delivery.c.state == State.PENDING.value)
            .values(next_try_at=None, problem=None)
        )

    def in_flight_to_unknown(self) -> int:
        """Make every in-flight entry unknown, at the start; return how many (SYNC §2, rule 7)."""
        changed = self._connection.execute(
            update(delivery)
            .where(OPEN, delivery.c.state == State.IN_FLIGHT.value)
            .values(state=State.UNKNOWN.value, next_try_at=None)
        )
        return changed.rowcount

    def counts(self) -> QueueCounts:
        """Return how many are open, by state."""
        query = (
            select(
                delivery.c.state,
                func.count().label("number"),
                func.min(journal.c.occurred_at).label("oldest"),
            )
            .join(journal, journal.c.position == delivery.c.position)
            .where(OPEN)
            .group_by(delivery.c.state)
        )
        numbers = dict.fromkeys((state.value for state in State), 0)
        oldest: list[datetime] = []
        in_need: list[datetime] = []
        for row in self._connection.execute(query):
            numbers[row.state] = row.number
            since = datetime.fromisoformat(row.oldest)
            oldest.append(since)
            if State(row.state).needs_officer:
                in_need.append(since)
        return QueueCounts(
            pending=numbers["pending"],
            in_flight=numbers["in_flight"],
            unknown=numbers["unknown"],
            refused=numbers["refused"],
            conflict=numbers["conflict"],
            quarantined=numbers["quarantined"],
            oldest=min(oldest, default=None),
            oldest_in_need=min(in_need, default=None),
        )

    def listing(self, limit: int = 500) -> tuple[Queued, ...]:
        """Return what is open, oldest first."""
        query = _QUEUED.where(OPEN).order_by(delivery.c.position).limit(limit)
        return tuple(_queued(row) for row in self._connection.execute(query))

    def of(self, uid: str) -> Queued | None:
        """Return how the entry `uid` of any counter stands; None when it isn't known here."""
        row = self._connection.execute(_QUEUED.where(journal.c.uid == uid)).first()
        return None if row is None else _queued(row)

    def flagged(self) -> tuple[Queued, ...]:
        """Return what the server marked at any counter and nobody reviewed yet, oldest first."""
        reviews = self._connection.execute(_REVIEWS)
        reviewed = {json.loads(row.data)["entry"] for row in reviews if row.data is not None}
        rows = self._connection.execute(_QUEUED.where(FLAGGED).order_by(delivery.c.position))
        return tuple(_queued(row) for row in rows if row.uid not in reviewed)

    def dossiers_waiting(self) -> int:
        """Return how many dossiers have an open entry."""
        query = select(func.count(delivery.c.dossier.distinct())).where(OPEN)
        return self._connection.execute(query).scalar_one()

    def lately_accepted(self, limit: int) -> tuple[Queued, ...]:
        """Return the newest own entries of dossiers that the server accepted, newest first."""
        newest = select(func.max(delivery.c.position)).scalar_subquery()
        query = (
            _QUEUED.where(
                delivery.c.own,
                delivery.c.state == State.ACCEPTED.value,
                delivery.c.dossier.is_not(None),
                delivery.c.position > newest - _LATELY,
            )
            .order_by(delivery.c.position.desc())
            .limit(limit)
        )
        return tuple(_queued(row) for row in self._connection.execute(query))

    def _in_order(self) -> Iterator[Any]:
        """Yield the open entries in the order in which a dossier's go out."""
        yield from self._connection.execute(_IN_PLACES).all()
        behind = 0
        while rows := self._connection.execute(_QUEUE, {"behind": behind}).all():
            yield from rows
            behind = rows[-1].position

    def _outgoing(self, positions: Sequence[int]) -> tuple[Outgoing, ...]:
        if not positions:
            return ()
        rows = self._connection.execute(_OUTGOING, {"positions": positions})
        found = {row.position: row for row in rows}
        return tuple(
            Outgoing(entry_of(row), row.data, row.attempts)
            for row in (found[position] for position in positions if position in found)
        )

    def _open(self, uids: Iterable[str]) -> list[int]:
        rows = (_PLACE.first(self._connection, {"wanted": uid}) for uid in uids)
        return [row.position for row in rows if row and row.state in _SENDABLE]


def _rests(until: int | None, now_ms: int) -> bool:
    """Tell whether an entry is due later. Nobody orders more than an hour: a clock was set back."""
    return until is not None and now_ms < until <= now_ms + LONGEST_ORDERED * 1000


def _queued(row: Any) -> Queued:
    return Queued(
        uid=row.uid,
        kind=Kind(row.kind),
        state=State(row.state),
        since=datetime.fromisoformat(row.occurred_at),
        dossier=row.dossier,
        code=row.code or row.provisional_code or row.portal_code or row.addressed or "",
        applicant=row.applicant or "",
        attempts=row.attempts,
        next_try_at=None if row.next_try_at is None else moment(row.next_try_at),
        problem=row.problem or "",
        flags=flags_of(row.flags),
        receipt=row.receipt or "",
    )
