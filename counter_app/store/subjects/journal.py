"""The journal: append an act of this counter, take in the acts of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.dossiers.facts import Fact, fact_of
from counter_app.domain.errors.store import EntryNotWholeError, ForkedChainError, NoChainError
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import (
    Author,
    ChainHead,
    Entry,
    Recorded,
    body_bytes,
    header_hash,
    seal,
)
from counter_app.domain.journal.outcome import WAITING, Outcome, State
from counter_app.store.mark import Advance
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.entry_rows import (
    ENTRY_COLUMNS,
    HISTORY,
    entry_of,
    entry_values,
    flags_text,
    foreign_body,
    history,
)
from counter_app.store.subjects.fact_rows import fact_in, fact_values
from counter_app.store.subjects.projection import (
    Fresh,
    Projection,
    dossier_with_code,
    home_of,
)
from counter_app.store.subjects.setup import RESTORED, Setup
from counter_app.store.tables import body as bodies
from counter_app.store.tables import delivery, fact, journal

CHAIN = "chain"
CHAINS = "chains"
_CODE_KINDS = frozenset({Kind.RECEIVED, Kind.NUMBERED, Kind.SUBMITTED, Kind.CORRECTED})

_HEAD = Prepared(
    select(journal.c.n, journal.c.hash, journal.c.occurred_at)
    .where(journal.c.chain == bindparam("chain"))
    .order_by(journal.c.n.desc())
)
_LAST_OF_DOSSIER = Prepared(
    select(journal.c.uid, delivery.c.state)
    .select_from(delivery)
    .join(journal, journal.c.position == delivery.c.position)
    .where(
        delivery.c.dossier == bindparam("home"),
        journal.c.chain == bindparam("chain"),
        journal.c.supersedes.is_(None),  # a correction stands where the one was that it corrects
    )
    .order_by(delivery.c.position.desc())
)
_LAST_OF_CODE = Prepared(
    select(journal.c.uid, delivery.c.state)
    .join(delivery, delivery.c.position == journal.c.position)
    .where(
        journal.c.code == bindparam("code"),
        journal.c.chain == bindparam("chain"),
        journal.c.supersedes.is_(None),
    )
    .order_by(journal.c.position.desc())
)
_IN_PLACE_OF = Prepared(
    select(journal.c.uid, delivery.c.state)
    .join(delivery, delivery.c.position == journal.c.position)
    .where(journal.c.supersedes == bindparam("uid"))
)
_BY_UID = Prepared(HISTORY.where(journal.c.uid == bindparam("uid")))
_KNOWN = Prepared(
    select(
        journal.c.position,
        journal.c.body_sha256,
        journal.c.kind,
        delivery.c.state,
        delivery.c.server_version,
        delivery.c.dossier.label("home"),
    )
    .join(delivery, delivery.c.position == journal.c.position)
    .where(journal.c.uid == bindparam("uid"))
)
_AT_PLACE = Prepared(
    select(journal.c.uid, journal.c.hash).where(
        journal.c.chain == bindparam("chain"), journal.c.n == bindparam("n")
    )
)
_INSERT_ENTRY = Prepared(journal.insert(), [column.name for column in ENTRY_COLUMNS])
_INSERT_BODY = Prepared(bodies.insert(), ("position", "data"))
_INSERT_FACT = Prepared(fact.insert(), [column.name for column in fact.c])
_DELIVERY = ("position", "own", "state", "dossier", "server_version", "flags", "attempts", "size")
_INSERT_DELIVERY = Prepared(delivery.insert(), _DELIVERY)
_ANSWER = Prepared(
    delivery.update().where(delivery.c.position == bindparam("at")),
    ("state", "server_version", "flags", "problem", "next_try_at"),
)


@dataclass(frozen=True, slots=True)
class _Last:
    """The end of this machine's chain, and when its last entry happened (None before it)."""

    head: ChainHead
    occurred_at: datetime | None = None


class Journal:
    """The journal inside one transaction."""

    def __init__(
        self,
        connection: Connection,
        setup: Setup,
        projection: Projection,
        advance: Advance,
        path: Path,
    ) -> None:
        self._connection = connection
        self._setup = setup
        self._projection = projection
        self._known_last: _Last | None = None
        self._advance = advance
        self._path = path

    def begin_chain(self, chain: str) -> None:
        """Begin this machine's chain, at its enrolment and again after a restore (SYNC §4)."""
        chains = self.chains()
        if chain in chains:
            raise ValueError("a chain begins once")
        if (last := self._last()) is not None:
            self._setup.leave_chain(last.head)
        self._setup.put(CHAINS, [*chains, chain])
        self._setup.put(CHAIN, chain)
        self._setup.put(RESTORED, None)
        self._known_last = None
        self._advance.moved(ChainHead(chain), ChainHead(chain))

    def chains(self) -> tuple[str, ...]:
        """Return every chain that this machine ever wrote, oldest first."""
        chains = self._setup.get(CHAINS)
        return tuple(str(each) for each in chains) if isinstance(chains, list) else ()

    def has_place(self, chain: str, n: int, digest: str) -> bool:
        """Return whether this machine wrote entry `n` (0: began) of `chain`, with that hash."""
        if chain not in self.chains():
            return False
        found = _AT_PLACE.first(self._connection, {"chain": chain, "n": n})
        return n == 0 if found is None else found.hash == digest

    def head(self) -> ChainHead:
        """Return the head of this machine's chain. Raises NoChainError before `begin_chain`."""
        last = self._last()
        if last is None:
            raise NoChainError(path=self._path)
        return last.head

    def latest_moment(self) -> datetime | None:
        """Return when the last entry of this machine's chain happened; None before the first."""
        last = self._last()
        return None if last is None else last.occurred_at

    def append(
        self,
        kind: Kind,
        body: Body,
        *,
        uid: str,
        author: Author,
        occurred_at: datetime,
        clock_quality: ClockQuality,
        dossier: str | None = None,
        code: str | None = None,
        supersedes: Entry | None = None,
    ) -> Recorded:
        """Record an act of this counter: entry, body, fact, delivery and the dossier's row.

        A reception without `dossier` makes its own uid the dossier's. `code` addresses a dossier
        that may not be known here. `supersedes`: the entry whose place it takes, so that it stands
        behind what that one stood behind. Raises NoChainError; ValueError when `body` isn't of
        `kind`.
        """
        if KINDS[type(body)] is not kind:
            raise ValueError(f"{type(body).__name__} is no body of {kind.value}")
        data = body_bytes(body)
        head = self.head()
        if supersedes is not None:
            after = supersedes.after
        else:
            after = None if kind is Kind.RECEIVED else self._previous(head.chain, dossier, code)
        entry = seal(
            head,
            uid=uid,
            kind=kind,
            data=data,
            author=author,
            occurred_at=occurred_at,
            clock_quality=clock_quality,
            dossier=dossier,
            code=code,
            after=after,
            supersedes=None if supersedes is None else supersedes.uid,
        )
        return self._appended(head, Recorded(entry, body), data)

    def append_again(self, entry: Entry, data: bytes) -> Recorded:
        """Record an act of an earlier chain of this device anew: same uid, author, time and body.

        So a dead machine's acts go on in the chain of the one that took its place (SYNC §4).
        Raises EntryNotWholeError and NoChainError; then nothing was recorded.
        """
        body = self._checked(entry, data).body
        head = self.head()
        after = entry.after
        if after is not None and _KNOWN.first(self._connection, {"uid": after}) is None:
            after = self._previous(head.chain, entry.dossier, entry.code)
        again = seal(
            head,
            uid=entry.uid,
            kind=entry.kind,
            data=data,
            author=Author(entry.officer, entry.officer_auth, entry.counter),
            occurred_at=entry.occurred_at,
            clock_quality=entry.clock_quality,
            dossier=entry.dossier,
            code=entry.code,
            after=after,
            supersedes=entry.supersedes,
        )
        return self._appended(head, Recorded(again, body), data)

    def _appended(self, head: ChainHead, recorded: Recorded, data: bytes) -> Recorded:
        self._insert(recorded, data, WAITING, own=True, made_here=True)
        self._known_last = _Last(recorded.entry.head(), recorded.entry.occurred_at)
        self._advance.moved(head, recorded.entry.head())
        return recorded

    def take_in(self, entry: Entry, data: bytes | None, outcome: Outcome) -> bool:
        """Take in an entry of the feed; return whether anything changed here.

        Idempotent by uid: of an entry that is known, also our own, only the outcome is taken: once,
        and again when the server counts it anew. `data` None: the body was erased already. Raises
        EntryNotWholeError and ForkedChainError; then nothing was taken in.
        """
        known = _KNOWN.first(self._connection, {"uid": entry.uid})
        if known is not None:
            if known.body_sha256 != entry.body_sha256:
                raise EntryNotWholeError(path=self._path, uid=entry.uid, why="uid")
            return self._answer(known, outcome)
        recorded = self._checked(entry, data)
        if _AT_PLACE.first(self._connection, {"chain": entry.chain, "n": entry.n}):
            raise ForkedChainError(path=self._path, chain=entry.chain, n=entry.n)
        self._insert(recorded, data, outcome, own=entry.chain in self.chains())
        self._known_last = None
        return True

    def get(self, uid: str) -> Recorded | None:
        """Return the entry `uid`, its body None when erased; None when it isn't known."""
        entries, _ = history(self._connection, _BY_UID, {"uid": uid})
        return entries[0] if entries else None

    def data(self, uid: str) -> bytes | None:
        """Return the canonical bytes of an entry's body; None when erased or unknown."""
        found = select(bodies.c.data).join(journal, journal.c.position == bodies.c.position)
        data: bytes | None = self._connection.execute(found.where(journal.c.uid == uid)).scalar()
        return data

    def count(self) -> int:
        """Return how many entries are known, of all counters."""
        return self._connection.execute(select(func.count()).select_from(journal)).scalar_one()

    def since(self, position: int, limit: int) -> tuple[tuple[int, Entry, bytes | None], ...]:
        """Return (position, entry, body bytes) after `position`, in the order they became known."""
        query: Select[Any] = (
            select(journal.c.position, *ENTRY_COLUMNS, bodies.c.data)
            .join(bodies, bodies.c.position == journal.c.position)
            .where(journal.c.position > position)
            .order_by(journal.c.position)
            .limit(limit)
        )
        rows = self._connection.execute(query)
        return tuple((row.position, entry_of(row), row.data) for row in rows)

    def facts(self, first: date, last: date) -> tuple[Fact, ...]:
        """Return the facts of the days `first` to `last`, both included, oldest first."""
        query = (
            select(journal.c.uid, *fact.c)
            .join(journal, journal.c.position == fact.c.position)
            .where(fact.c.day.between(first.isoformat(), last.isoformat()))
            .order_by(fact.c.day, fact.c.position)
        )
        return tuple(fact_in(row) for row in self._connection.execute(query))

    def _last(self) -> _Last | None:
        """Return the end of this machine's chain, looked up once in a transaction."""
        if self._known_last is None:
            chain = self._setup.get(CHAIN)
            if not isinstance(chain, str):
                return None
            row = _HEAD.first(self._connection, {"chain": chain})
            if row is None:
                self._known_last = _Last(ChainHead(chain))
            else:
                at = datetime.fromisoformat(row.occurred_at)
                self._known_last = _Last(ChainHead(chain, row.n, row.hash), at)
        return self._known_last

    def _previous(self, chain: str, dossier: str | None, code: str | None) -> str | None:
        home = dossier or (dossier_with_code(self._connection, code) if code else None)
        if home is not None:
            row = _LAST_OF_DOSSIER.first(self._connection, {"home": home, "chain": chain})
        elif code is not None:
            row = _LAST_OF_CODE.first(self._connection, {"code": code, "chain": chain})
        else:
            return None
        while row is not None and State(row.state) is State.SUPERSEDED:
            after = _IN_PLACE_OF.first(self._connection, {"uid": row.uid})
            if after is None:
                break
            row = after
        return None if row is None else str(row.uid)

    def _checked(self, entry: Entry, data: bytes | None) -> Recorded:
        if data is not None and sha256(data) != entry.body_sha256:
            raise EntryNotWholeError(path=self._path, uid=entry.uid, why="sha256")
        if header_hash(entry) != entry.hash:
            raise EntryNotWholeError(path=self._path, uid=entry.uid, why="hash")
        try:
            return Recorded(entry, foreign_body(entry.kind, data))
        except ValueError as error:
            raise EntryNotWholeError(path=self._path, uid=entry.uid, why="body") from error

    def _insert(
        self,
        recorded: Recorded,
        data: bytes | None,
        outcome: Outcome,
        *,
        own: bool,
        made_here: bool = False,
    ) -> None:
        entry = recorded.entry
        home = home_of(self._connection, entry)
        position = _INSERT_ENTRY.run(self._connection, entry_values(entry)).lastrowid
        _INSERT_BODY.run(self._connection, {"position": position, "data": data})
        _INSERT_DELIVERY.run(
            self._connection,
            {
                "position": position,
                "own": own,
                "state": outcome.state.value,
                "dossier": home,
                "server_version": outcome.server_version,
                "flags": flags_text(outcome.flags),
                "attempts": 0,
                "size": len(data or b""),
            },
        )
        found = None
        if home is not None:
            fresh = Fresh(recorded, outcome, position, data if made_here else None)
            found = self._projection.refresh(home, fresh=fresh, binds=entry.kind in _CODE_KINDS)
        values = fact_values(fact_of(recorded, found))
        _INSERT_FACT.run(self._connection, {"position": position, **values})

    def _answer(self, known: Any, outcome: Outcome) -> bool:
        state, version = State(known.state), outcome.server_version
        # Another version: the server came back from a copy and got this entry anew.
        if state is State.SUPERSEDED or (
            state is State.ACCEPTED and version in (0, known.server_version)
        ):
            return False
        _ANSWER.run(
            self._connection,
            {
                "at": known.position,
                "state": outcome.state.value,
                "server_version": outcome.server_version,
                "flags": flags_text(outcome.flags),
                "problem": None,
                "next_try_at": None,
            },
        )
        if known.home is not None:
            self._projection.refresh(known.home, binds=Kind(known.kind) in _CODE_KINDS)
        return True
