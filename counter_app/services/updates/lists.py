"""Puts lists in their place: procedures, calendar, form sets, in one transaction of the store.

They are staged like lists that the server sends, and come into use by the same rule: at the next
opening of a form, never while one is filled in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from counter_app.domain.errors.keeping.updating import UpdateContentError, UpdateNoWayBackError
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.plain import NotPlainError, Plain
from counter_app.services.counter.catalogues import IMPORTED
from counter_app.services.counter.reference import FORMS, is_shipped, load_reference, whole_set
from counter_app.services.updates.package import Package, body_of
from counter_app.services.updates.shelf import Step
from counter_app.store.store import Store
from counter_app.store.subjects.catalogues import Catalogue, CatalogueState
from counter_app.store.transaction import Transaction

RECORD = "updates/lists"
"""Under which name the store keeps which package each list came with."""


class Lists:
    """The applier of lists. `passes` is asked of a whole form set that doesn't ship just so."""

    def __init__(self, store: Store, passes: Callable[[object], bool]) -> None:
        self._store, self._passes = store, passes

    def apply(self, package: Package, copy: Path) -> Step:
        """Stage all parts, or none. Raises UpdateContentError for one that can't be used."""
        del copy  # the store stands, or the transaction never was
        found = [
            self._checked(part.name, body_of(package, part)) for part in package.manifest.parts
        ]
        with self._store.writing() as tx:
            record = _record(tx)
            for each in found:
                active = tx.catalogues.active(each.name)
                version = _stage(tx, each)
                record[each.name] = {
                    "mark": package.mark,
                    "made_at": package.manifest.made_at.isoformat(),
                    "version": version,
                    "before": active.version if active else "",
                    "earlier": _without_earlier(record.get(each.name)),
                }
            tx.setup.put(RECORD, record)
        return Step.IDLE

    def stands(self, mark: str, version: str) -> bool:
        """Tell whether the transaction of that package was written."""
        del version
        with self._store.reading() as tx:
            return any(_text(each, "mark") == mark for each in _record(tx).values())

    def undo(self, mark: str, version: str) -> None:
        """Nothing: either the transaction was written, or it never was."""

    def confirm(self) -> None:
        """Nothing: no program is being tried."""

    def go_back(self, mark: str) -> None:
        """Use again what was used before that package. Raises UpdateNoWayBackError."""
        with self._store.writing() as tx:
            record = _record(tx)
            own = {name: each for name, each in record.items() if _text(each, "mark") == mark}
            if not own:
                raise UpdateNoWayBackError(count=0)
            for name, each in own.items():
                tx.catalogues.withdraw(name, _text(each, "version"))
                if before := _text(each, "before"):
                    tx.catalogues.activate(name, before)
            for name, each in own.items():
                record.pop(name)
                if isinstance(each, dict) and each.get("earlier"):
                    record[name] = each["earlier"]
            tx.setup.put(RECORD, record or None)

    def made_at(self) -> dict[str, datetime]:
        """Return when the lists that came in packages were made, by their names."""
        with self._store.reading() as tx:
            record = _record(tx)
        return {
            name: datetime.fromisoformat(_text(each, "made_at")) for name, each in record.items()
        }

    def _checked(self, name: str, body: bytes) -> Catalogue:
        try:
            plain = json.loads(body)
            reference = load_reference(lambda asked: body if asked == name else None, (name,))
            begins = plain.get("valid_from")
            valid_from = date.fromisoformat(begins) if begins else None
            version = str(plain.get("version") or "") or sha256(body)[:8]
        except (NotPlainError, ValueError, AttributeError, TypeError, RecursionError) as error:
            raise UpdateContentError(part=name) from error
        if name.startswith(FORMS):
            whole = whole_set(plain)
            is_usable = not reference.unusable_forms and (is_shipped(whole) or self._passes(whole))
            if not is_usable:
                raise UpdateContentError(part=name)
        return Catalogue(name, version, body, IMPORTED, valid_from=valid_from)


def _stage(tx: Transaction, found: Catalogue) -> str:
    """Stage a list and return its version: bytes that differ never share one (SYNC §2)."""
    known = tx.catalogues.get(found.name, found.version)
    version = found.version
    if known is not None and known.body != found.body:
        version = f"{version}-{sha256(found.body)[:8]}"
        known = tx.catalogues.get(found.name, version)
    if known is None:
        tx.catalogues.stage(
            Catalogue(found.name, version, found.body, IMPORTED, valid_from=found.valid_from)
        )
    elif known.state is CatalogueState.PAST:
        tx.catalogues.activate(found.name, version)
    return version


def _record(tx: Transaction) -> dict[str, Plain]:
    kept = tx.setup.get(RECORD)
    return dict(kept) if isinstance(kept, dict) else {}


def _without_earlier(each: Plain) -> Plain:
    """Return a list's record as the next one keeps it: one step back of each, not a history."""
    if not isinstance(each, dict):
        return None
    return {name: value for name, value in each.items() if name != "earlier"}


def _text(each: Plain, name: str) -> str:
    return str(each.get(name, "")) if isinstance(each, dict) else ""
