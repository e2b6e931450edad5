"""Whether the books of a workplace are still those that the store would give now."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.store.subjects.catalogues import CatalogueState
from counter_app.store.transaction import Transaction
from counter_app.store.views.appointments import appointment_since


@dataclass(slots=True)
class BooksRead:
    """What the books know: appointments up to a position of the journal, which lists are in use."""

    upto: int = 0
    lists: frozenset[tuple[str, str]] = frozenset()

    def are_behind(self, tx: Transaction) -> bool:
        """Tell whether anything came, or a list was left for the one before; take note of it."""
        before = self.lists
        self.lists = frozenset(
            (each.name, each.version)
            for each in tx.catalogues.listing()
            if each.state is CatalogueState.ACTIVE
        )
        made, self.upto = appointment_since(tx.lives.connection, self.upto)
        return bool(made) or self.lists != before
