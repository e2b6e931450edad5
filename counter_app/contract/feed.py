"""What happened elsewhere: the office's feed, catalogues, look-up, digest."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, StringConstraints

from counter_app.contract.entries import WireEntry
from counter_app.contract.shapes import Code, Count, Message, Name, Sha256, Uid
from counter_app.domain.dossiers.status import Status

Cursor = Annotated[str, StringConstraints(max_length=200)]


class FeedChange(Message):
    """One accepted entry, in commit order. `entry` None is a tombstone of `dossier`.

    `reason` goes with a tombstone: who took the dossier away, and why.
    """

    dossier: Uid | None
    server_version: Count
    entry: WireEntry | None
    flags: tuple[Name, ...] = ()
    reason: Annotated[str, StringConstraints(max_length=300)] = ""


class ChangesAnswer(Message):
    """`GET /v1/changes?stream&cursor&limit`: the next page; ask again from `cursor`."""

    changes: tuple[FeedChange, ...]
    cursor: Cursor
    more: bool
    server_time: AwareDatetime


class CatalogueLine(Message):
    """One catalogue of the manifest; `signature` is Ed25519 over name, version and sha256."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    version: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z.-]{1,60}$")]
    sha256: Sha256
    size: Count
    valid_from: date
    signature: Annotated[str, StringConstraints(max_length=200)]


class Manifest(Message):
    """`GET /v1/catalogues`, with ETag."""

    catalogues: tuple[CatalogueLine, ...]


class DossierAnswer(Message):
    """`GET /v1/dossiers?code=`: another office's dossier; only a masked name.

    `code` is the official one, else the provisional one, else the portal's. `received_at` of one
    that waits to be received (status 1) is when it was submitted.
    """

    dossier: Uid
    code: Code
    provisional_code: str = ""
    portal_code: str = ""
    centre: Code
    centre_name: Name
    procedure: Annotated[str, StringConstraints(max_length=2000)]
    applicant: Name
    status: Status
    received_at: AwareDatetime
    due_at: AwareDatetime | None = None


class DigestAnswer(Message):
    """`GET /v1/digest?day=`: count and digest over (dossier, version) of the office's day."""

    day: date
    count: Count
    sha256: Sha256
    server_time: AwareDatetime
