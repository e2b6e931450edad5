"""Files of scanned papers: which there are, of which paper, and whether they were sent.

The bytes lie sealed in the folder `files` beside the store. A row and the entry that tells of it
are written in one transaction; a file without a row is nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import Connection, delete, func, select

from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.kinds import Kind
from counter_app.store.subjects.entry_rows import body_of
from counter_app.store.tables import body as bodies
from counter_app.store.tables import delivery, journal, paper_file

_KINDS = (Kind.PAPER_SCANNED.value, Kind.SCAN_REMOVED.value)


class FileState(Enum):
    """Where a file stands on its way to the province. The value is stored: it never changes."""

    WAITING = "waiting"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A kept file. `name` is its random name on the disk, `sha256` and `size` are of plain bytes.

    `entry` is the uid of the `paper_scanned` entry that tells of it.
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

    def sent(self, name: str) -> None:
        """Note that the province has the file."""
        state = {"state": FileState.SENT.value}
        self._connection.execute(paper_file.update().where(paper_file.c.name == name).values(state))

    def of_dossier(self, dossier: str) -> tuple[PaperFile, ...]:
        """Return the files of a dossier, oldest first."""
        return self._found(select(paper_file).where(paper_file.c.dossier == dossier))

    def get(self, name: str) -> PaperFile | None:
        """Return the file of this name; None when there is none."""
        return next(iter(self._found(select(paper_file).where(paper_file.c.name == name))), None)

    def waiting(self, limit: int) -> tuple[PaperFile, ...]:
        """Return files that the province doesn't have yet, oldest first."""
        query = select(paper_file).where(paper_file.c.state == FileState.WAITING.value)
        return self._found(query.limit(limit))

    def names(self) -> frozenset[str]:
        """Return the names of all files that should be on the disk."""
        return frozenset(self._connection.execute(select(paper_file.c.name)).scalars())

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

    def _found(self, query: Any) -> tuple[PaperFile, ...]:
        ordered = query.order_by(paper_file.c.added_at, paper_file.c.entry)
        return tuple(_file(row) for row in self._connection.execute(ordered))


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
    )
