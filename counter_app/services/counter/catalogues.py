"""Catalogues in the store: keep an imported list, activate what was staged (SYNC §2)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import NotPlainError, to_plain
from counter_app.domain.printed.declaration import CATALOGUE as DECLARATIONS
from counter_app.domain.printed.declaration import declaration_of
from counter_app.domain.procedures.catalogue import Catalogue as Procedures
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.reference import FORMS, SHIPPED, load_reference
from counter_app.store.store import Store
from counter_app.store.subjects.catalogues import Catalogue, CatalogueState

IMPORTED = b""
"""An imported list bears no signature of the province: it was read from a file at this office."""


def keep_procedures(
    store: Store, procedures: Iterable[Procedure], *, version: str, valid_from: date
) -> bool:
    """Stage an imported list; False when this version is already here."""
    body = canonical(to_plain(Procedures(version, valid_from, tuple(procedures))))
    with store.writing() as tx:
        return tx.catalogues.stage(
            Catalogue("procedures", version, body, IMPORTED, valid_from=valid_from)
        )


def activate_staged(store: Store, today: date) -> tuple[str, ...]:
    """Use the newest staged version of each list from now on; return the names that changed.

    Called when a form opens, never while one is filled in. A list that can't be read stays staged:
    the counter goes on with the one that it has.
    """
    changed = []
    with store.writing() as tx:
        for line in tx.catalogues.listing():
            if line.state is not CatalogueState.STAGED or not _is_known(line.name):
                continue
            if line.valid_from is not None and line.valid_from > today:
                continue
            found = tx.catalogues.get(line.name, line.version)
            if found is None or not _is_readable(found):
                continue
            tx.catalogues.activate(line.name, line.version)
            changed.append(line.name)
    return tuple(changed)


def _is_known(name: str) -> bool:
    return name in SHIPPED or name.startswith((FORMS, DECLARATIONS))


def _is_readable(found: Catalogue) -> bool:
    try:
        if found.name.startswith(DECLARATIONS):
            declaration_of(json.loads(found.body))
        load_reference(lambda name: found.body if name == found.name else None, (found.name,))
    except (NotPlainError, ValueError):
        return False
    return True
