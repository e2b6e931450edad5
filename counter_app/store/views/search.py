"""Search as an officer types: words of names, numbers, codes, the procedure. Newest first.

Both sides are folded by our own rule, because SQLite's tokenizers leave đ alone. Ranking is never
asked for: it would read every dossier of a common surname.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, column, select, table, text

from counter_app.domain.dossiers.code import find_code, split_digits
from counter_app.domain.dossiers.dossier_line import Page, Place
from counter_app.domain.text import words
from counter_app.domain.vietqr import find_transfer_code
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.lines import LINE_COLUMNS, line_of, page_of
from counter_app.store.subjects.projection import HAS_CODE, milliseconds
from counter_app.store.tables import dossier

PAGE = 50
MOST_WORDS = 12
_END = 2**63 - 1  # beyond every key
_SEARCH = table("search", column("rowid"))
_WITH_CODE = Prepared(select(*LINE_COLUMNS).where(HAS_CODE).order_by(dossier.c.key.desc()))
# The inner select reads ids alone, out of their index.
_WITH_TAIL = Prepared(
    select(*LINE_COLUMNS)
    .where(dossier.c.uid.in_(select(dossier.c.uid).where(text("substr(uid, -8) = :tail"))))
    .order_by(dossier.c.key.desc())
)
_WITH_WORDS = Prepared(
    select(*LINE_COLUMNS)
    .select_from(_SEARCH)
    .join(dossier, dossier.c.key == _SEARCH.c.rowid)
    .where(
        text("search MATCH :typed"),
        _SEARCH.c.rowid < bindparam("before"),
        _SEARCH.c.rowid >= bindparam("since"),
        text("(:at = '' OR dossier.counter IN (:at, ''))"),
    )
    .order_by(_SEARCH.c.rowid.desc())
)
_READ = 1_000  # dossiers that are looked at for citizens: a common word is in most of them
_CITIZENS = Prepared(
    select(
        *(dossier.c[name] for name in ("uid", "applicant", "identity", "phone")),
    )
    .select_from(_SEARCH)
    .join(dossier, dossier.c.key == _SEARCH.c.rowid)
    .where(text("search MATCH :typed"))
    .order_by(_SEARCH.c.rowid.desc())
)


def oldest_key(received_from: datetime | None) -> int:
    """Return the smallest key that a dossier received at that moment or later can have."""
    return 0 if received_from is None else milliseconds(received_from) << 20


class Search:
    """The search inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def with_code(self, typed: str) -> Page | None:
        """Return the dossiers whose whole code stands in `typed`; None when there is no such.

        The line of a bank counts, too: what a transfer names before the dossier had a code.
        """
        code = find_code(typed)
        rows = _WITH_CODE.all(self._connection, {"wanted": code.text}) if code else []
        if not rows and (tail := find_transfer_code(typed)):
            rows = _WITH_TAIL.all(self._connection, {"tail": tail})
        return Page(tuple(map(line_of, rows))) if rows else None

    def find(
        self,
        typed: str,
        after: Place | None = None,
        limit: int = PAGE,
        *,
        received_from: datetime | None = None,
        counter: str = "",
    ) -> Page:
        """Return the dossiers that `typed` means, one page behind `after`.

        A whole code, also inside a look-up address, is looked up as it stands. Else every word
        must be there, the last as a beginning (`H26.15-2507` and `26112300` too), and the dossier
        was received at `counter` ("" for any) since `received_from`. Nothing typed finds nothing.
        """
        if found := self.with_code(typed):
            return found if after is None else Page(())
        wanted = words(typed)[:MOST_WORDS]
        if not wanted:
            return Page(())
        values = {
            "typed": _match(wanted),
            "before": _END if after is None else after.key,
            "since": oldest_key(received_from),
            "at": counter,
        }
        return page_of(_WITH_WORDS.some(self._connection, limit + 1, values), limit)

    def citizens(self, typed: str, limit: int) -> tuple[str, ...]:
        """Return the newest dossier's uid of each applicant whose name, number or phone is `typed`.

        Looked for among the newest dossiers that have these words at all.
        """
        wanted = words(typed)[:MOST_WORDS]
        if not wanted:
            return ()
        found: dict[tuple[str, ...], str] = {}
        for row in _CITIZENS.some(self._connection, _READ, {"typed": _match(wanted)}):
            known = words(f"{row.applicant} {row.identity} {row.phone}")
            if not _all_there(wanted, known):
                continue
            who = (row.identity,) if row.identity else (row.applicant, row.phone)
            found.setdefault(who, row.uid)
            if len(found) == limit:
                break
        return tuple(found.values())


def _match(wanted: tuple[str, ...]) -> str:
    # Words are letters a–z and digits only, so nothing in them is FTS5 syntax.
    return " AND ".join([*(_sought(word, "") for word in wanted[:-1]), _sought(wanted[-1], "*")])


def _sought(word: str, end: str) -> str:
    if (parts := split_digits(word)) is None:
        return f'"{word}"{end}'
    day, number = parts
    return f'("{word}"{end} OR ("{day}" AND "{number}"{end}))'


def _all_there(wanted: tuple[str, ...], known: tuple[str, ...]) -> bool:
    whole = all(word in known for word in wanted[:-1])
    return whole and any(word.startswith(wanted[-1]) for word in known)
