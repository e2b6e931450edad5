"""One transaction: an attribute for each subject, over one connection."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from counter_app.domain.errors.store import NoChainError
from counter_app.domain.journal.entry import ChainHead
from counter_app.store.books.book_acts import BookActs
from counter_app.store.books.kept_lines import keep_lines
from counter_app.store.feed.shadow import Shadow
from counter_app.store.feed.tombstones import Tombstones
from counter_app.store.mark import Advance, Mark
from counter_app.store.reports.acts import Acts
from counter_app.store.reports.lives import Lives
from counter_app.store.subjects.catalogues import Catalogues
from counter_app.store.subjects.deliveries import Deliveries
from counter_app.store.subjects.dossiers import Dossiers
from counter_app.store.subjects.files import Files
from counter_app.store.subjects.journal import Journal
from counter_app.store.subjects.logins import Logins
from counter_app.store.subjects.numbers import Numbers
from counter_app.store.subjects.projection import Projection
from counter_app.store.subjects.purging import Purging
from counter_app.store.subjects.setup import Setup
from counter_app.store.views.day_acts import DayActs
from counter_app.store.views.lists import Lists
from counter_app.store.views.own_acts import OwnActs
from counter_app.store.views.proofs import Proofs
from counter_app.store.views.register import Register
from counter_app.store.views.search import Search
from counter_app.store.views.usage import Usage


class Transaction:
    """What one use case reads and writes. It ends with the `with` block that gave it."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._advance = Advance()
        self.setup = Setup(connection)
        projection = Projection(connection)
        self.journal = Journal(connection, self.setup, projection, self._advance, path)
        self.dossiers = Dossiers(connection, projection)
        self.deliveries = Deliveries(connection, projection)
        self.numbers = Numbers(connection, self._advance)
        self.catalogues = Catalogues(connection)
        self.logins = Logins(connection)
        self.search = Search(connection)
        self.lists = Lists(connection)
        self.usage = Usage(connection)
        self.day_acts = DayActs(connection)
        self.own_acts = OwnActs(connection)
        self.book_acts = BookActs(connection)
        self.proofs = Proofs(connection)
        self.register = Register(connection)
        self.lives = Lives(connection, self.setup)
        self.acts = Acts(connection, self.setup)
        self.files = Files(connection)
        self.purging = Purging(connection, keep_lines)
        self.shadow = Shadow(connection, projection)
        self.tombstones = Tombstones(connection, projection)

    def mark(self) -> Mark | None:
        """Return the high-water mark that must be written before the commit, None if none need."""
        return self._advance.mark(self._head)

    def _head(self) -> ChainHead | None:
        try:
            return self.journal.head()
        except NoChainError:
            return None
