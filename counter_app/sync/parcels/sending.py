"""Make parcels of what waits: the same entries, request and cursor that the wire would take.

Nothing leaves the queue: what went into a parcel is unknown until its answer comes, by stick or,
when the line is back first, by wire. The server recognises either.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import timedelta
from typing import Protocol

from counter_app.contract.entries import BATCH_ENTRIES, WireEntry
from counter_app.contract.numbers import BlockRequest
from counter_app.contract.parcels.messages import KnownList, ParcelContent, ParcelRequest
from counter_app.domain.errors.keeping.queue_file import NoParcelsHereError, ParcelsNotNowError
from counter_app.domain.journal.outcome import State
from counter_app.store.subjects.deliveries import Outgoing
from counter_app.sync.doors import Doors
from counter_app.sync.numbers import is_bound_here, missing_numbers
from counter_app.sync.pull import CURSOR_NAME
from counter_app.sync.recovery import is_restored

SENT_NAME = "parcels"
"""`{parcel id: cursor}` of the parcels whose answers may still come, oldest first."""

BODY_BYTES = 400 * 1024
"""Bytes of bodies in one parcel: sealed and written as text it stays under the limit."""

MOST = 20_000
"""Entries that one file takes at most."""

_REMEMBERED = 500
_SOMETIME = timedelta(days=3650)  # what rests until its next try goes as well


class Seals(Protocol):
    """The keys of this device, as parcels need them."""

    def sealed(self, content: bytes, parcel_id: str) -> str:
        """Return `content` sealed to the province, in base64; "" when it takes no parcels."""

    def signature(self, parcel_id: str, sealed: str) -> str:
        """Return this device's signature of a parcel, in base64."""

    def reply_key(self, parcel_id: str) -> bytes:
        """Return the key that only this device and the province know: 32 bytes."""

    def opened(self, parcel_id: str, sealed: str) -> bytes:
        """Return an answer's content. Raises ValueError."""


def make_parcels(doors: Doors, seals: Seals) -> tuple[ParcelRequest, ...]:
    """Return parcels of everything that waits; the last also asks for numbers, feed and lists.

    Raises NoParcelsHereError, ParcelsNotNowError (restored: the server must be asked first).
    """
    if not seals.sealed(b"", doors.new_id()):
        raise NoParcelsHereError
    with doors.store.writing() as tx:
        if is_restored(tx) or not is_bound_here(tx, doors.machine):
            raise ParcelsNotNowError
        tx.deliveries.in_flight_to_unknown()
        batch = tx.deliveries.waiting(doors.now() + _SOMETIME, MOST, MOST * BODY_BYTES)
        uids = [each.entry.uid for each in batch]
        tx.deliveries.mark_in_flight(uids)
        tx.deliveries.put_back(uids, State.UNKNOWN)
        found = tx.setup.get(CURSOR_NAME)
        cursor = found if isinstance(found, str) else ""
        known = tuple(
            KnownList(name=line.name, version=line.version) for line in tx.catalogues.listing()
        )
    parts = [*_parts(batch)] or [()]
    numbers = missing_numbers(doors)
    parcels = []
    for place, part in enumerate(parts, 1):
        is_last = place == len(parts)
        parcels.append(_parcel(doors, seals, part, cursor, known, numbers, is_last=is_last))
    with doors.store.writing() as tx:
        sent = tx.setup.get(SENT_NAME)
        kept = dict(sent) if isinstance(sent, dict) else {}
        kept[parcels[-1].parcel_id] = cursor
        tx.setup.put(SENT_NAME, dict(list(kept.items())[-_REMEMBERED:]))
    return tuple(parcels)


def _parcel(
    doors: Doors,
    seals: Seals,
    part: tuple[Outgoing, ...],
    cursor: str,
    known: tuple[KnownList, ...],
    numbers: BlockRequest | None,
    *,
    is_last: bool,
) -> ParcelRequest:
    parcel_id = doors.new_id()
    content = ParcelContent(
        parcel_id=parcel_id,
        device=doors.device,
        epoch=doors.epoch,
        made_at=doors.now(),
        reply_key=base64.b64encode(seals.reply_key(parcel_id)).decode("ascii"),
        entries=tuple(WireEntry.of(each.entry, each.data) for each in part),
        numbers=numbers if is_last else None,
        cursor=cursor if is_last else None,
        known=known if is_last else None,
    )
    sealed = seals.sealed(content.model_dump_json(by_alias=True).encode(), parcel_id)
    return ParcelRequest(
        parcel_id=parcel_id,
        device=doors.device,
        epoch=doors.epoch,
        sealed=sealed,
        signature=seals.signature(parcel_id, sealed),
    )


def _parts(batch: tuple[Outgoing, ...]) -> Iterator[tuple[Outgoing, ...]]:
    part: list[Outgoing] = []
    size = 0
    for each in batch:
        if part and (len(part) == BATCH_ENTRIES or size + len(each.data) > BODY_BYTES):
            yield tuple(part)
            part, size = [], 0
        part.append(each)
        size += len(each.data)
    if part:
        yield tuple(part)
