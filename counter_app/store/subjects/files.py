"""Files of scanned papers: which there are, of which paper, and whether they were sent.

The bytes lie sealed in the folder `files` beside the store. A row and the entry that tells of it
are written in one transaction; a file without a row is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, or_, select

from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.subjects.projection import milliseconds, moment
from counter_app.store.tables import body as bodies
from counter_app.store.tables import delivery, dossier, journal, paper_file

_KINDS = (Kind.PAPER_SCANNED.value, Kind.SCAN_REMOVED.value)


class FileState(Enum):
    """Where a file stands on its way to the province. The value is stored: it never changes.

    CLEARED: the province has it, and its bytes were erased here after the time that was set.
    """

    WAITING = "waiting"
    SENT = "sent"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A kept file. `name` is its random name on the disk, `sha256` and `size` are of plain bytes.

    `entry` is the uid of the `paper_scanned` entry that tells of it. `uploaded`: bytes that the
    province has. `attempts` in vain since the last success, with the last one's `problem` (a code).
    `sent_at`, `receipt`: when the province had the whole, and its word for it.
    """

    name: str
    dossier: str
    paper: str
    sha256: str
    size: int
    pages: int
    source: str
    entry: str
    added_at: datetime
    state: FileState = FileState.WAITING
    uploaded: int = 0
    attempts: int = 0
    problem: str = ""
    sent_at: datetime | None = None
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class FileCounts:
    """Files on their way: how many and how many plain bytes wait, and were sent (or cleared).

    `uploaded`: bytes of waiting files that the province has already. `troubled`: waiting ones whose
    last try was in vain.
    """

    waiting: int = 0
    waiting_bytes: int = 0
    uploaded: int = 0
    troubled: int = 0
    sent: int = 0
    sent_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Unfiled:
    """A `paper_scanned` entry without a row: of what, when, and by which entry."""

    entry: str
    dossier: str
    at: datetime
    body: PaperScanned


class Files:
    """Files inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, file: PaperFile) -> None:
        """Keep the row of a file whose entry is in this transaction."""
        self._connection.execute(paper_file.insert().values(_values(file)))

    def remove(self, name: str) -> None:
        """Forget a file; its bytes go after the commit."""
        self._connection.execute(delete(paper_file).where(paper_file.c.name == name))

    def of_dossier(self, dossier: str) -> tuple[PaperFile, ...]:
        """Return the files of a dossier, oldest first."""
        return self._found(select(paper_file).where(paper_file.c.dossier == dossier))

    def get(self, name: str) -> PaperFile | None:
        """Return the file of this name; None when there is none."""
        return next(iter(self._found(select(paper_file).where(paper_file.c.name == name))), None)

    def to_send(self, now: datetime, limit: int) -> tuple[PaperFile, ...]:
        """Return files that may go out now, oldest first: their entries were accepted before."""
        accepted = (
            select(journal.c.uid)
            .join(delivery, delivery.c.position == journal.c.position)
            .where(journal.c.uid == paper_file.c.entry, delivery.c.state == State.ACCEPTED.value)
        )
        next_try = paper_file.c.next_try_ms
        query = select(paper_file).where(
            _is(FileState.WAITING),
            or_(next_try.is_(None), next_try <= milliseconds(now)),
            accepted.exists(),
        )
        return self._found(query.limit(limit))

    def came(self, name: str, uploaded: int) -> None:
        """Note how many bytes the province has: the way is free again."""
        self._put(name, uploaded=uploaded, attempts=0, next_try_ms=None, problem="")

    def sent(self, name: str, at: datetime, receipt: str) -> None:
        """Note that the province has the whole file, by its own word."""
        self._put(
            name,
            state=FileState.SENT.value,
            uploaded=paper_file.c.size,
            attempts=0,
            next_try_ms=None,
            problem="",
            sent_ms=milliseconds(at),
            receipt=receipt,
        )

    def put_back(self, name: str, next_try_at: datetime | None, problem: str) -> None:
        """Note a try in vain, and when the next one may be."""
        when = None if next_try_at is None else milliseconds(next_try_at)
        attempts = paper_file.c.attempts + 1
        self._put(name, attempts=attempts, next_try_ms=when, problem=problem)

    def let_go(self) -> int:
        """Let what rests go out at once; return how many that are."""
        resting = and_(_is(FileState.WAITING), paper_file.c.next_try_ms.is_not(None))
        return self._connection.execute(
            paper_file.update().where(resting).values(next_try_ms=None)
        ).rowcount

    def lost(self, name: str) -> None:
        """Note that the province doesn't know a sent file any more: it goes out anew."""
        self._put(name, state=FileState.WAITING.value, uploaded=0, sent_ms=None, receipt="")

    def to_clear(self, before: datetime, limit: int) -> tuple[PaperFile, ...]:
        """Return files that the province has had since `before`, of dossiers closed since then.

        Never of an open dossier, nor of one with anything unanswered.
        """
        until = milliseconds(before)
        closed = select(dossier.c.uid).where(
            dossier.c.uid == paper_file.c.dossier,
            dossier.c.closed,
            dossier.c.waiting == 0,
            dossier.c.attention == 0,
            func.coalesce(dossier.c.returned_ms, 0) <= until,
        )
        query = select(paper_file).where(
            _is(FileState.SENT), paper_file.c.sent_ms <= until, closed.exists()
        )
        return self._found(query.limit(limit))

    def cleared(self, name: str, at: datetime) -> None:
        """Note that a file's bytes leave this machine; they go after the commit."""
        self._put(name, state=FileState.CLEARED.value, cleared_ms=milliseconds(at))

    def left(self) -> tuple[int, int]:
        """Return how many files wait, and how many of their bytes the province hasn't got."""
        left = func.coalesce(func.sum(paper_file.c.size - paper_file.c.uploaded), 0)
        row = self._connection.execute(
            select(func.count(), left).select_from(paper_file).where(_is(FileState.WAITING))
        ).one()
        return int(row[0]), int(row[1])

    def on_the_way(self) -> FileCounts:
        """Return how many files wait and were sent."""
        waits, size = _is(FileState.WAITING), paper_file.c.size
        is_troubled = and_(waits, paper_file.c.problem != "")

        def summed(what: Any, when: ColumnElement[bool]) -> Any:
            return func.coalesce(func.sum(case((when, what), else_=0)), 0)

        row = self._connection.execute(
            select(
                summed(1, waits), summed(size, waits), summed(paper_file.c.uploaded, waits),
                summed(1, is_troubled), summed(1, ~waits), summed(size, ~waits),
            ).select_from(paper_file)
        ).one()  # fmt: skip
        return FileCounts(*(int(each) for each in row))

    def names(self) -> frozenset[str]:
        """Return the names of all files that should be on the disk."""
        query = select(paper_file.c.name).where(~_is(FileState.CLEARED))
        return frozenset(self._connection.execute(query).scalars())

    def count(self) -> tuple[int, int]:
        """Return how many files there are, and their plain bytes together."""
        query = select(func.count(), func.coalesce(func.sum(paper_file.c.size), 0))
        row = self._connection.execute(query.select_from(paper_file)).one()
        return int(row[0]), int(row[1])

    def unfiled(self) -> tuple[Unfiled, ...]:
        """Return every scan that was told of, wasn't removed since, and has no row here.

        So it is after a restore: the entries came back with the feed, the rows didn't.
        """
        query = (
            select(
                journal.c.uid, journal.c.kind, journal.c.occurred_at, bodies.c.data,
                delivery.c.dossier,
            )
            .join(bodies, bodies.c.position == journal.c.position)
            .join(delivery, delivery.c.position == journal.c.position)
            .where(journal.c.kind.in_(_KINDS), bodies.c.data.is_not(None))
            .where(delivery.c.dossier.is_not(None))
            .order_by(journal.c.position)
        )  # fmt: skip
        with_rows = set(self._connection.execute(select(paper_file.c.entry)).scalars())
        last: dict[tuple[str, str, str], Unfiled | None] = {}
        for row in self._connection.execute(query):
            body = body_of(Kind(row.kind), row.data)
            if isinstance(body, PaperScanned):
                at = datetime.fromisoformat(row.occurred_at)
                last[row.dossier, body.paper, body.sha256] = (
                    None if row.uid in with_rows else Unfiled(row.uid, row.dossier, at, body)
                )
            elif isinstance(body, ScanRemoved):
                last[row.dossier, body.paper, body.sha256] = None
        return tuple(each for each in last.values() if each is not None)

    def _put(self, name: str, **values: Any) -> None:
        self._connection.execute(
            paper_file.update().where(paper_file.c.name == name).values(**values)
        )

    def _found(self, query: Any) -> tuple[PaperFile, ...]:
        ordered = query.order_by(paper_file.c.added_at, paper_file.c.entry)
        return tuple(_file(row) for row in self._connection.execute(ordered))


def _is(state: FileState) -> ColumnElement[bool]:
    return paper_file.c.state == state.value


def _values(file: PaperFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "dossier": file.dossier,
        "paper": file.paper,
        "sha256": file.sha256,
        "size": file.size,
        "pages": file.pages,
        "source": file.source,
        "entry": file.entry,
        "state": file.state.value,
        "added_at": file.added_at.isoformat(),
        "uploaded": file.uploaded,
        "attempts": file.attempts,
        "problem": file.problem,
        "sent_ms": None if file.sent_at is None else milliseconds(file.sent_at),
        "receipt": file.receipt,
    }


def _file(row: Any) -> PaperFile:
    return PaperFile(
        row.name,
        row.dossier,
        row.paper,
        row.sha256,
        row.size,
        row.pages,
        row.source,
        row.entry,
        datetime.fromisoformat(row.added_at),
        FileState(row.state),
        row.uploaded,
        row.attempts,
        row.problem,
        None if row.sent_ms is None else moment(row.sent_ms),
        row.receipt,
    )
