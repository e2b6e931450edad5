"""Search as an officer types: words of names, numbers, codes, the procedure. Newest first.

Both sides are folded by our own rule, because SQLite's tokenizers leave đ alone. Ranking is never
asked for: it would read every dossier of a common surname.
"""

from __future__ import annotations

from sqlalchemy import Connection, column, select, table, text

from counter_app.domain.dossiers.code import find_code
from counter_app.domain.text import words
from counter_app.store.subjects.lines import LINE_COLUMNS, Page, line_of, page_of
from counter_app.store.subjects.projection import HAS_CODE
from counter_app.store.tables import dossier

PAGE = 50
_SEARCH = table("search", column("rowid"))
_MOST_WORDS = 12


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
            exact = select(*LINE_COLUMNS).where(HAS_CODE).order_by(dossier.c.key.desc())
            rows = self._connection.execute(exact, {"wanted": code.text}).all()
            if rows:
                return Page(tuple(map(line_of, rows)) if after_key is None else ())
        wanted = words(typed)[:_MOST_WORDS]
        if not wanted:
            return Page(())
        # Words are letters a–z and digits only, so nothing in them is FTS5 syntax.
        match = " ".join([*(f'"{word}"' for word in wanted[:-1]), f'"{wanted[-1]}"*'])
        hits = select(_SEARCH.c.rowid).where(text("search MATCH :typed").bindparams(typed=match))
        if after_key is not None:
            hits = hits.where(_SEARCH.c.rowid < after_key)
        keys = hits.order_by(_SEARCH.c.rowid.desc()).limit(limit + 1).subquery()
        query = (
            select(*LINE_COLUMNS)
            .join(keys, keys.c.rowid == dossier.c.key)
            .order_by(dossier.c.key.desc())
        )
        return page_of(list(self._connection.execute(query)), limit)
