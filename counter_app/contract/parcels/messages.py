"""A parcel (gói gửi bằng USB): a queue without a line, carried by another enrolled counter.

The counter that wrote it seals a `ParcelContent` to the province's parcel key and signs it with its
own device key; whoever carries it can neither read nor change it, and signs only the transport. The
answer is a `ParcelReply`, sealed with the key that lay in the parcel, so only its writer reads it.

Sealed to an X25519 key (`ParcelRequest.sealed`): ephemeral public key (32 bytes), then
ChaCha20-Poly1305 of the content. Key and nonce are the first 32 and the last 12 of 44 bytes of
HKDF-SHA256 over the shared secret, salt = ephemeral key + parcel key, info = SEAL_INFO + PURPOSE;
the associated data are `parcel_about`. Sealed with the reply key (`ParcelAnswer.sealed`): 0x01,
16 bytes of salt, then the same cipher with HKDF over the reply key, that salt, info = REPLY_INFO +
REPLY_PURPOSE; the associated data are 0x01. Everything is idempotent, as on the wire.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from counter_app.contract.entries import BATCH_ENTRIES, EntryResult, WireEntry
from counter_app.contract.feed import CatalogueLine, ChangesAnswer, Cursor
from counter_app.contract.numbers import BlockAnswer, BlockRequest
from counter_app.contract.shapes import Base64, DeviceNumber, Message, Positive, Uid

SEAL_INFO = b"counter-app/seal-to/1/"
REPLY_INFO = b"counter-app/seal/1/"
PURPOSE = b"parcel"
REPLY_PURPOSE = b"parcel-reply"

SEALED_CHARACTERS = 900_000
"""The largest parcel: it goes up like any other request, in at most 1 MiB."""

REPLY_CHARACTERS = 96 * 1024 * 1024
"""The largest answer: a province's lists are some megabytes."""

CHANGES = 500
"""Entries of the feed that one answer brings."""

_B64 = r"^[A-Za-z0-9+/]+={0,2}$"


class KnownList(Message):
    """A list that the counter has already."""

    name: Annotated[str, StringConstraints(max_length=40)]
    version: Annotated[str, StringConstraints(max_length=60)]


class ParcelContent(Message):
    """What a parcel holds.

    `reply_key`: 32 bytes, known to the writer alone. `cursor` None: no feed is asked for. `known`
    None: no lists are asked for.
    """

    parcel_id: Uid
    device: DeviceNumber
    epoch: Positive
    made_at: AwareDatetime
    reply_key: Base64
    entries: Annotated[tuple[WireEntry, ...], Field(max_length=BATCH_ENTRIES)] = ()
    numbers: BlockRequest | None = None
    cursor: Cursor | None = None
    known: Annotated[tuple[KnownList, ...], Field(max_length=1000)] | None = None


class ParcelRequest(Message):
    """`POST /v1/parcels`: carried by any enrolled counter; `signature` is the writer's.

    Ed25519 over `parcel_text`, in base64.
    """

    parcel_id: Uid
    device: DeviceNumber
    epoch: Positive
    sealed: Annotated[
        str, StringConstraints(pattern=_B64, min_length=4, max_length=SEALED_CHARACTERS)
    ]
    signature: Annotated[str, StringConstraints(pattern=_B64, max_length=200)]


class ParcelList(Message):
    """A list that is newer than what the counter has: its line of the manifest, and its bytes."""

    line: CatalogueLine
    body: Annotated[str, StringConstraints(pattern=_B64, max_length=REPLY_CHARACTERS)]


class ParcelReply(Message):
    """What became of a parcel: answers, numbers, the office's feed, lists (the calendar too)."""

    parcel_id: Uid
    results: tuple[EntryResult, ...] = ()
    numbers: BlockAnswer | None = None
    changes: ChangesAnswer | None = None
    lists: tuple[ParcelList, ...] = ()
    server_time: AwareDatetime


class ParcelAnswer(Message):
    """The return leg, sealed for the writer of the parcel."""

    parcel_id: Uid
    device: DeviceNumber
    sealed: Annotated[
        str, StringConstraints(pattern=_B64, min_length=4, max_length=REPLY_CHARACTERS)
    ]


def parcel_about(parcel_id: str, device: str, epoch: int) -> bytes:
    """Return what stands in the clear and can't be changed without breaking the seal."""
    return f"counter-parcel-v1\n{parcel_id}\n{device}\n{epoch}".encode()


def parcel_text(parcel_id: str, device: str, epoch: int, sealed: str) -> bytes:
    """Return the bytes that the writer signs."""
    return parcel_about(parcel_id, device, epoch) + b"\n" + sealed.encode("ascii")
