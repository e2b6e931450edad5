"""Catalogues: signed lists of the province, staged when they come and activated when it is safe."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert

from counter_app.store.tables import catalogue


class CatalogueState(Enum):
    """STAGED: here, not yet used; ACTIVE: in use; PAST: used before, kept for older dossiers."""

    STAGED = "staged"
    ACTIVE = "active"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One version of a list: its `body` and `signature` as the server sent them."""

    name: str
    version: str
    body: bytes
    signature: bytes = b""
    state: CatalogueState = CatalogueState.STAGED
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """A catalogue without its body, for listings; `size` in bytes."""

    name: str
    version: str
    state: CatalogueState
    valid_from: date | None
    size: int


class Catalogues:
    """The catalogues inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stage(self, found: Catalogue) -> bool:
        """Keep a version that isn't in use yet; False when this version is already here."""
        added = self._connection.execute(
            insert(catalogue).on_conflict_do_nothing(),
            {
                "name": found.name,
                "version": found.version,
                "body": found.body,
                "signature": found.signature,
                "state": CatalogueState.STAGED.value,
                "valid_from": found.valid_from.isoformat() if found.valid_from else None,
            },
        )
        return added.rowcount > 0

    def activate(self, name: str, version: str) -> None:
        """Use this version from now on; the one before becomes past. Raises KeyError if unknown."""
        columns = catalogue.c
        self._connection.execute(
            update(catalogue)
            .where(columns.name == name, columns.state == CatalogueState.ACTIVE.value)
            .values(state=CatalogueState.PAST.value)
        )
        changed = self._connection.execute(
            update(catalogue)
            .where(columns.name == name, columns.version == version)
            .values(state=CatalogueState.ACTIVE.value)
        )
        if not changed.rowcount:
            raise KeyError((name, version))

    def withdraw(self, name: str, version: str) -> None:
        """Use this version no longer, nor later if it was only staged; it is kept as past."""
        columns = catalogue.c
        self._connection.execute(
            update(catalogue)
            .where(columns.name == name, columns.version == version)
            .values(state=CatalogueState.PAST.value)
        )

    def active(self, name: str) -> Catalogue | None:
        """Return the version of `name` in use; None when there is none."""
        columns = catalogue.c
        query = select(catalogue).where(
            columns.name == name, columns.state == CatalogueState.ACTIVE.value
        )
        row = self._connection.execute(query).first()
        return None if row is None else _catalogue(row)

    def get(self, name: str, version: str) -> Catalogue | None:
        """Return one version, also a past one; None when it isn't here."""
        columns = catalogue.c
        query = select(catalogue).where(columns.name == name, columns.version == version)
        row = self._connection.execute(query).first()
        return None if row is None else _catalogue(row)

    def listing(self) -> tuple[CatalogueLine, ...]:
        """Return what is here, without bodies."""
        columns = catalogue.c
        query = select(
            columns.name,
            columns.version,
            columns.state,
            columns.valid_from,
            func.length(columns.body).label("size"),
        ).order_by(columns.name, columns.version)
        return tuple(
            CatalogueLine(
                row.name, row.version, CatalogueState(row.state), _day(row.valid_from), row.size
            )
            for row in self._connection.execute(query)
        )


def _catalogue(row: Any) -> Catalogue:
    return Catalogue(
        row.name,
        row.version,
        row.body,
        row.signature,
        CatalogueState(row.state),
        _day(row.valid_from),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
