"""Verify: the journal is what was written once, and all the rest is a reading of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from counter_app.domain.journal.canonical import sha256
from counter_app.domain.journal.chain import Break, breaks
from counter_app.domain.journal.entry import Entry, header_hash
from counter_app.store.rebuild import fresh_rows, stored_row
from counter_app.store.subjects.entry_rows import ENTRY_COLUMNS, entry_of
from counter_app.store.subjects.journal import CHAINS
from counter_app.store.subjects.setup import Setup
from counter_app.store.tables import body, delivery, dossier, fact, journal

_STEP = 100
"""Rows read at once: so few that another thread hardly waits while they are made."""

_FEW = 10

Pause = Callable[[], None]
"""Called after each few rows of work: a check beside somebody who works lets them go first."""


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked and what isn't right.

    `breaks`: entries, with `why` "gap", "link", "hash", or "body" (bytes that aren't those of the
    digest), "row" (fact, delivery or body row missing), "home" (bound to another dossier).
    `dossiers_astray`: uids of dossiers whose row isn't what the journal says. `codes_twice`: codes
    that two dossiers bear. `file`: what SQLite says of the file.
    """

    entries: int
    chains: int
    dossiers: int
    erased_bodies: int
    breaks: tuple[Break, ...] = ()
    dossiers_astray: tuple[str, ...] = ()
    codes_twice: tuple[str, ...] = ()
    file: tuple[str, ...] = ()
    search_agrees: bool = True

    @property
    def is_whole(self) -> bool:
        """True when nothing was found."""
        found = self.breaks or self.dossiers_astray or self.codes_twice or self.file
        return not found and self.search_agrees


def verify(
    connection: Connection,
    progress: Callable[[int, int], None] | None = None,
    pause: Pause = lambda: None,
) -> VerifyReport:
    """Check everything that one snapshot can show; the search index is checked by the caller."""
    file = _file(connection)
    if any(line.startswith("file:") for line in file):
        # Reading a damaged file row by row would only say the same in a worse way.
        return VerifyReport(0, 0, 0, 0, file=file)
    total = connection.execute(select(func.count()).select_from(journal)).scalar_one()
    checks = _Checks(connection, total, progress, pause)
    found = [*checks.own_chains(), *checks.entries()]
    astray, dossiers = _astray(connection, pause)
    return VerifyReport(
        entries=total,
        chains=connection.execute(select(func.count(journal.c.chain.distinct()))).scalar_one(),
        dossiers=dossiers,
        erased_bodies=checks.erased,
        breaks=tuple(dict.fromkeys(found)),
        dossiers_astray=astray,
        codes_twice=_codes_twice(connection),
        file=file,
    )


class _Checks:
    """Walks the journal once by chain and once by position."""

    def __init__(
        self,
        connection: Connection,
        total: int,
        progress: Callable[[int, int], None] | None,
        pause: Pause,
    ) -> None:
        self._connection = connection
        self._pause = pause
        self._total = total
        self._progress = progress
        self.erased = 0

    def own_chains(self) -> Iterator[Break]:
        setup = Setup(self._connection)
        chains, left = setup.get(CHAINS), setup.left_chains()
        for chain in chains if isinstance(chains, list) else []:
            end = left.get(str(chain))
            found, _ = breaks(self._chain(str(chain)), None if end is None else end.n)
            yield from found

    def entries(self) -> Iterator[Break]:
        query = (
            select(
                journal.c.position,
                *ENTRY_COLUMNS,
                body.c.position.label("body_at"),
                body.c.data,
                fact.c.position.label("fact_at"),
                delivery.c.position.label("delivery_at"),
                delivery.c.dossier.label("home"),
            )
            .select_from(journal)
            .outerjoin(body, body.c.position == journal.c.position)
            .outerjoin(fact, fact.c.position == journal.c.position)
            .outerjoin(delivery, delivery.c.position == journal.c.position)
            .order_by(journal.c.position)
            .limit(_STEP)
        )
        done = behind = 0
        while rows := self._connection.execute(query.where(journal.c.position > behind)).all():
            for number, row in enumerate(rows):
                yield from self._entry(row)
                if number % _FEW == 0:
                    self._pause()
            done += len(rows)
            behind = rows[-1].position
            if self._progress is not None:
                self._progress(done, self._total)

    def _entry(self, row: Any) -> Iterator[Break]:
        entry = entry_of(row)

        def wrong(why: str) -> Break:
            return Break(entry.chain, entry.n, entry.uid, why)

        if header_hash(entry) != entry.hash:
            yield wrong("hash")
        if row.data is None:
            self.erased += row.body_at is not None
        elif sha256(row.data) != entry.body_sha256:
            yield wrong("body")
        if None in (row.body_at, row.fact_at, row.delivery_at):
            yield wrong("row")
        elif entry.dossier is not None and row.home != entry.dossier:
            yield wrong("home")

    def _chain(self, chain: str) -> Iterator[Entry]:
        query = (
            select(*ENTRY_COLUMNS)
            .where(journal.c.chain == chain)
            .order_by(journal.c.n)
            .limit(_STEP)
        )
        behind = -1
        while rows := self._connection.execute(query.where(journal.c.n > behind)).all():
            for number, row in enumerate(rows):
                yield entry_of(row)
                if number % _FEW == 0:
                    self._pause()
            behind = rows[-1].n


def _file(connection: Connection) -> tuple[str, ...]:
    lines = [
        f"file: {row[0]}"
        for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")
        # The search index is checked against its rows, and can be made anew from them.
        if row[0] != "ok" and "search" not in row[0]
    ]
    lines += [
        f"foreign key: {row[0]} {row[1]}"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return tuple(lines)


def _astray(connection: Connection, pause: Pause) -> tuple[tuple[str, ...], int]:
    astray: list[str] = []
    expected: set[str] = set()
    for home, values in fresh_rows(connection):
        expected.add(home)
        if values is None or stored_row(connection, home) != values:
            astray.append(home)
        pause()
    stored_uids = connection.execute(select(dossier.c.uid)).scalars()
    astray += [uid for uid in stored_uids if uid not in expected]
    return tuple(astray), len(expected)


def _codes_twice(connection: Connection) -> tuple[str, ...]:
    query = (
        select(dossier.c.code)
        .where(dossier.c.code != "")
        .group_by(dossier.c.code)
        .having(func.count() > 1)
    )
    return tuple(connection.execute(query).scalars())
