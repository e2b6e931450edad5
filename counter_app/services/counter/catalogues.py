"""Catalogues in the store: keep an imported list, activate what was staged (SYNC §2)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from counter_app.domain.form_checks.reading import read_form_set
from counter_app.domain.form_checks.whole import check_form_set
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.officers.roles import RoleTable
from counter_app.domain.officers.table_check import table_problems
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.printed.declaration import CATALOGUE as DECLARATIONS
from counter_app.domain.printed.declaration import declaration_of
from counter_app.domain.problems import Problem, false, only_false
from counter_app.domain.procedures.catalogue import Catalogue as Procedures
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.reference import (
    FORMS,
    SHIPPED,
    is_shipped,
    load_reference,
    shipped_form_sets,
    whole_set,
)
from counter_app.store.store import Store
from counter_app.store.subjects.catalogues import Catalogue, CatalogueLine, CatalogueState

ROLES = "roles"
"""The name of the table of roles among the lists."""

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


def roles_refused(store: Store) -> tuple[Problem, ...]:
    """Return why the newest table of roles that the province sent isn't used; nothing if it is."""
    with store.reading() as tx:
        staged = [
            line
            for line in tx.catalogues.listing()
            if line.name == ROLES and line.state is CatalogueState.STAGED
        ]
        found = tx.catalogues.get(ROLES, staged[-1].version) if staged else None
    if found is None:
        return ()
    try:
        return table_problems(from_plain(RoleTable, json.loads(found.body)))
    except (NotPlainError, ValueError):
        return (false("roles.unreadable"),)


def is_well_written(plain: object) -> bool:
    """Tell whether a plain form set is whole, as far as nothing need be set in type."""
    form_set, _ = read_form_set(plain)
    return form_set is not None and not only_false(check_form_set(form_set, shipped_form_sets()))


def activate_staged(
    store: Store, today: date, passes: Callable[[object], bool] = is_well_written
) -> tuple[str, ...]:
    """Use the newest staged version of each list from now on; return the names that changed.

    `passes` is asked of a form set, whole with what ships: none is used that can't be printed. A
    set that ships just so is used without asking: that takes seconds of the first opening.
    Called when a form opens, never while one is filled in. A list that can't be read stays staged:
    the counter goes on with the one that it has.
    """
    with store.reading() as tx:  # most forms open without news: they needn't wait to write
        if not any(_may_be_used(line, today) for line in tx.catalogues.listing()):
            return ()
    changed = []
    with store.writing() as tx:
        for line in tx.catalogues.listing():
            if not _may_be_used(line, today):
                continue
            found = tx.catalogues.get(line.name, line.version)
            if found is None or not _is_readable(found, passes):
                continue
            tx.catalogues.activate(line.name, line.version)
            changed.append(line.name)
    return tuple(changed)


def _may_be_used(line: CatalogueLine, today: date) -> bool:
    waits = line.state is CatalogueState.STAGED and _is_known(line.name)
    return waits and (line.valid_from is None or line.valid_from <= today)


def _is_known(name: str) -> bool:
    return name in SHIPPED or name.startswith((FORMS, DECLARATIONS))


def _is_readable(found: Catalogue, passes: Callable[[object], bool]) -> bool:
    try:
        if found.name.startswith(DECLARATIONS):
            declaration_of(json.loads(found.body))
        load_reference(lambda name: found.body if name == found.name else None, (found.name,))
    except (NotPlainError, ValueError):
        return False
    if found.name == ROLES and table_problems(from_plain(RoleTable, json.loads(found.body))):
        return False
    if not found.name.startswith(FORMS):
        return True
    whole = whole_set(json.loads(found.body))
    return is_shipped(whole) or passes(whole)
