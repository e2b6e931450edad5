"""Search as an officer types: words of names, numbers, codes, the procedure. Newest first.

Both sides are folded by our own rule, because SQLite's tokenizers leave đ alone. Ranking is never
asked for: it would read every dossier of a common surname.
"""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, column, select, table, text

from counter_app.domain.dossiers.code import find_code
from counter_app.domain.text import words
from counter_app.store.prepared import Prepared
from counter_app.store.subjects.lines import LINE_COLUMNS, Page, line_of, page_of
from counter_app.store.subjects.projection import HAS_CODE
from counter_app.store.tables import dossier

PAGE = 50
_MOST_WORDS = 12
_END = 2**63 - 1  # beyond every key
_SEARCH = table("search", column("rowid"))
_WITH_CODE = Prepared(select(*LINE_COLUMNS).where(HAS_CODE).order_by(dossier.c.key.desc()))
_WITH_WORDS = Prepared(
    select(*LINE_COLUMNS)
    .select_from(_SEARCH)
    .join(dossier, dossier.c.key == _SEARCH.c.rowid)
    .where(text("search MATCH :typed"), _SEARCH.c.rowid < bindparam("before"))
    .order_by(_SEARCH.c.rowid.desc())
)


class Search:
    """The search inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, typed: str, after_key: int | None = None, limit: int = PAGE) -> Page:
        """Return the dossiers that `typed` means, one page behind `after_key`.

        A whole code, also inside a look-up address, is looked up as it stands. Else every word
        must be there, the last as a beginning (`H26.15-2507` too). Nothing typed finds nothing.
        """
        if code := find_code(typed):
            rows = _WITH_CODE.all(self._connection, {"wanted": code.text})
            if rows:
                return Page(tuple(map(line_of, rows)) if after_key is None else ())
        wanted = words(typed)[:_MOST_WORDS]
        if not wanted:
            return Page(())
        # Words are letters a–z and digits only, so nothing in them is FTS5 syntax.
        match = " ".join([*(f'"{word}"' for word in wanted[:-1]), f'"{wanted[-1]}"*'])
        before = _END if after_key is None else after_key
        values = {"typed": match, "before": before}
        return page_of(_WITH_WORDS.some(self._connection, limit + 1, values), limit)
