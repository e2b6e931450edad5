"""Published lists (danh mục): signed, immutable by version; also what the server checks against."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, insert, select, update

from counter_app.contract.feed import CatalogueLine, Manifest
from counter_app.contract.signing import catalogue_text
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.journal.canonical import sha256
from counter_app.domain.office_policy import OfficePolicy
from counter_app.domain.officers.officer import OfficerList
from counter_app.domain.plain import NotPlainError, from_plain
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.domain.procedures.procedure import Procedure
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.records.secrets import ProvinceKeys

_OWN_NAMES = frozenset({"centre"})
"""Folders whose files are lists of their own: `centre/officers.json` is `officers`."""

_PLAIN_STEMS = frozenset({"starter"})
"""Files that are the list of their folder: `procedures/starter.json` is `procedures`."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lists:
    """What an entry is checked against; a list that isn't published is None or empty."""

    procedures: tuple[Catalogue, ...] = ()
    officers: OfficerList | None = None
    calendars: tuple[WorkingCalendar, ...] = ()
    policy: OfficePolicy = field(default=OfficePolicy("none"))
    _found: dict[tuple[str, str], Procedure] = field(default_factory=dict, repr=False)

    def procedure(self, code: str, version: str) -> Procedure | None:
        """Return that version of a procedure, or None when nobody published it."""
        known = self._found.get((code, version))
        if known is not None:
            return known
        for each in self.procedures:
            if found := each.with_version(code, version):
                self._found[code, version] = found  # a province's list has thousands
                return found
        return None

    def procedure_on(self, code: str, on: date) -> Procedure | None:
        """Return the version of a procedure that is in force on that day, or None."""
        found = (each.version_on(code, on) for each in self.procedures)
        return next((each for each in found if each is not None), None)

    def calendar(self, version: str) -> WorkingCalendar | None:
        """Return the calendar of that version, else the newest one."""
        newest = next(iter(self.calendars), None)
        return next((each for each in self.calendars if each.version == version), newest)


def publish(
    tx: Connection, name: str, body: bytes, keys: ProvinceKeys, *, now: datetime
) -> CatalogueLine:
    """Publish `body` (JSON) as the current version of list `name`; unchanged bytes change nothing.

    The version is the body's own (`version` or `as_of`); other bytes under a version that is out
    already get a version of their own, because what is out never changes.
    """
    digest = sha256(body)
    c = t.catalogue.c
    plain = json.loads(body)
    version = str(plain.get("version") or plain.get("as_of") or digest[:8])
    known = tx.execute(select(c.version, c.sha256).where(c.name == name)).all()
    same = next((each for each, sha in known if sha == digest), None)
    tx.execute(update(t.catalogue).where(c.name == name).values(current=False))
    if same is not None:
        where = (c.name == name, c.version == same)
        tx.execute(update(t.catalogue).where(*where).values(current=True))
        return _line(tx.execute(select(t.catalogue).where(*where)).mappings().one())
    if version in [each for each, _ in known]:
        version = f"{version}-{digest[:8]}"
    line = CatalogueLine(
        name=name,
        version=version,
        sha256=digest,
        size=len(body),
        valid_from=date.fromisoformat(str(plain.get("valid_from") or now.date())),
        signature=keys.sign(catalogue_text(name, version, digest)),
    )
    values = line.model_dump(mode="json", exclude={"size"})
    tx.execute(
        insert(t.catalogue).values(**values, body=body, published_at=now.isoformat(), current=True)
    )
    return line


def publish_folder(tx: Connection, folder: Path, keys: ProvinceKeys, *, now: datetime) -> int:
    """Publish every `*/*.json` below `folder`; return how many lists there are."""
    files = sorted(folder.glob("*/*.json"))
    for file in files:
        publish(tx, list_name(file), file.read_bytes(), keys, now=now)
    return len(files)


def publish_support_key(tx: Connection, keys: ProvinceKeys, *, now: datetime) -> None:
    """Publish the province's decisions with the key of its support, where there are decisions."""
    c = t.catalogue.c
    body = tx.execute(select(c.body).where(c.name == "policy", c.current)).scalar()
    if body is not None:
        plain = json.loads(body) | {"support_key": keys.support_public}
        publish(tx, "policy", json.dumps(plain, ensure_ascii=False).encode(), keys, now=now)


def list_name(file: Path) -> str:
    """Return the list that a file is: `units/units.json` → `units`, `forms/A.json` → `forms-a`."""
    stem, folder = file.stem.lower(), file.parent.name
    if folder in _OWN_NAMES:
        return stem
    return folder if stem == folder or stem in _PLAIN_STEMS else f"{folder}-{stem}"


def manifest(tx: Connection) -> Manifest:
    """Return the current version of each list."""
    rows = tx.execute(
        select(t.catalogue).where(t.catalogue.c.current).order_by(t.catalogue.c.name)
    ).mappings()
    return Manifest(catalogues=tuple(_line(row) for row in rows))


def _line(row: RowMapping) -> CatalogueLine:
    return CatalogueLine(
        name=row["name"],
        version=row["version"],
        sha256=row["sha256"],
        size=len(row["body"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        signature=row["signature"],
    )


def body_of(tx: Connection, name: str, version: str) -> bytes:
    """Return the bytes of a list. Raises `RefusalError` when there is none."""
    c = t.catalogue.c
    body = tx.execute(select(c.body).where(c.name == name, c.version == version)).scalar()
    if body is None:
        raise RefusalError("catalogue-unknown")
    return bytes(body)


def lists(tx: Connection) -> Lists:
    """Return what to check against. Earlier calendars count too: promises were made by them."""
    c = t.catalogue.c
    query = select(c.name, c.version, c.sha256, c.current).order_by(c.published_at.desc())
    rows = tuple((name, version, sha, now) for name, version, sha, now in tx.execute(query))
    known = _memory().get(rows)
    if not isinstance(known, Lists):
        known = _memory()[rows] = _read(tx, rows)
    return known


def _read(tx: Connection, rows: Iterable[tuple[str, str, str, bool]]) -> Lists:
    procedures, calendars = [], []
    officers: OfficerList | None = None
    policy: OfficePolicy | None = None
    for name, version, digest, current in rows:
        kind = name.partition("-")[0]
        if kind == "procedures":
            procedures.append(_decoded(tx, Catalogue, name, version, digest))
        elif kind == "calendar":
            calendars.append(_decoded(tx, WorkingCalendar, name, version, digest))
        elif name == "officers" and current:
            officers = _decoded(tx, OfficerList, name, version, digest)
        elif name == "policy" and current:
            policy = _decoded(tx, OfficePolicy, name, version, digest)
    return Lists(
        tuple(each for each in procedures if each is not None),
        officers,
        tuple(each for each in calendars if each is not None),
        policy or OfficePolicy("none"),
    )


def _decoded(tx: Connection, kind: type[T], name: str, version: str, digest: str) -> T | None:
    if digest not in _memory():
        plain = json.loads(body_of(tx, name, version))
        try:
            _memory()[digest] = from_plain(kind, plain)
        except NotPlainError:
            _memory()[digest] = None
    found = _memory()[digest]
    return found if isinstance(found, kind) else None


@functools.cache
def _memory() -> dict[object, object]:
    """Decoded lists by digest, and `Lists` by what they are made of.

    The same bytes are the same list, whichever database they lie in.
    """
    return {}
