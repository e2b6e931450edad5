"""Keys and packages for tests, as the publisher makes them, and a counter's updates."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from counter_app.config import resource
from counter_app.domain.updates.fitting import Here
from counter_app.domain.updates.manifest import PRODUCT, Manifest, PackageKind, Part
from counter_app.services.updates.applying import Applier, Updates
from counter_app.services.updates.lists import Lists
from counter_app.services.updates.package import write_package
from counter_app.services.updates.shelf import Shelf
from counter_app.services.updates.trust import trust_of
from counter_app.store.store import Store
from counter_app.vault.update_keys import SigningKey
from tests.made import NOON

PRACTICE = SigningKey.create()
"""A practice key: made when the tests begin, and gone with them."""

LINUX = "linux-x86_64"


def calendar(version: str = "2027.1") -> bytes:
    """Return the shipped calendar under another version."""
    plain = json.loads(resource("calendar", "calendar.json").read_bytes())
    return json.dumps({**plain, "version": version}).encode()


def package(
    file: Path,
    parts: dict[str, bytes] | None = None,
    *,
    kind: PackageKind = PackageKind.CALENDAR,
    key: SigningKey = PRACTICE,
    version: str = "2027.1",
    after: timedelta = timedelta(),
    **changes: Any,
) -> Path:
    """Write a package; without parts it brings a calendar."""
    parts = {"calendar": calendar(version)} if parts is None else parts
    names = tuple(Part(name, 1, "") for name in parts)
    manifest = Manifest(PRODUCT, kind, version, NOON + after, names, ("Lịch nghỉ năm 2027.",))
    return write_package(file, dataclasses.replace(manifest, **changes), list(parts.values()), key)


def updates_of(
    store: Store,
    *,
    pinned: SigningKey = PRACTICE,
    province: str = "",
    version: str = "1.0.0",
    program: Applier | None = None,
    now: datetime = NOON,
) -> Updates:
    """Return the updates of an open store, as the program wires them."""
    shelf = Shelf.beside(store.path)
    shelf.prepare()
    lists = Lists(store, lambda _: True)
    return Updates(
        shelf=shelf,
        store=store,
        trust=lambda: trust_of([pinned.note], province, shelf.keys),
        here=lambda: Here(version, LINUX, 1, lists.made_at()),
        applier=lambda is_program: program if is_program else lists,
        now=lambda: now,
    )
