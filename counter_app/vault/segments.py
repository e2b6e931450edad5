"""A segment (phân đoạn) of the second journal: a file of sealed lines that only grows.

The first line says in the clear whose it is and of which month, and carries the segment's own key
twice: sealed to the province's recovery key, and made again from the store key by whoever has that.
The device signs it, so nobody else can begin a segment in its name. Every further line is one
record, sealed with the segment's key: what a power cut left of the last one is recognised and
ignored. Lines never refer to each other; the entries inside do, by their chain.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from dataclasses import asdict, dataclass

from counter_app.domain.errors.keeping.second_journal import (
    SegmentDamagedError,
    SegmentNewerError,
    SegmentOtherKeyError,
)
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.vault.device_key import DeviceKey, is_signed
from counter_app.vault.recovery import key_id, key_print
from counter_app.vault.sealing import (
    KEY_BYTES,
    Random,
    derive,
    public_of,
    seal,
    seal_to,
    unseal,
    unseal_with,
)

_FORMAT = "counter-app second journal"
_VERSION = 1
_PURPOSE = "second-journal"
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Segment:
    """What a segment says of itself in the clear.

    `month` is `2026-11`; `device_key` is the public key (base64) of the device that signed it;
    `recipient` the print of the province's recovery key; `key_id` the name of the segment's key.
    """

    device: str
    centre: str
    month: str
    device_key: str
    recipient: str
    salt: str
    key_id: str
    sealed: str


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read behind the first line.

    `good`: bytes from the file's beginning up to the end of the last whole record; `torn`: more
    follows, which never became one; `damaged`: lines in the middle that can't be opened.
    """

    records: tuple[bytes, ...]
    good: int
    torn: bool = False
    damaged: int = 0


def begin_segment(
    store_key: bytes,
    public_key: bytes,
    device_key: DeviceKey,
    *,
    device: str,
    centre: str,
    month: str,
    random: Random = os.urandom,
) -> tuple[bytes, bytes]:
    """Return the first line of a new segment, and the segment's key.

    Raises `RecoveryKeyUnusableError`.
    """
    salt = random(_SALT_BYTES)
    key = derive(store_key, _PURPOSE, salt=salt)
    clear = {
        "device": device,
        "centre": centre,
        "month": month,
        "device_key": device_key.public,
        "recipient": key_print(public_key),
        "salt": salt.hex(),
        "key_id": key_id(key),
    }
    sealed = seal_to(public_key, _PURPOSE, key, about=_canonical(clear), random=random)
    segment = Segment(**clear, sealed=sealed.hex())
    signature = base64.b64encode(device_key.sign(_signed(segment))).decode()
    whole = {"format": _FORMAT, "version": _VERSION, **asdict(segment), "signature": signature}
    return json.dumps(whole, ensure_ascii=False).encode() + b"\n", key


def read_segment(data: bytes, *, name: str) -> Segment:
    """Return what the first line of `data` says; `name` is the file's, for messages.

    Raises `SegmentDamagedError` (not a segment, changed, or not signed by the key that it names),
    `SegmentNewerError`.
    """
    line, _, _ = data.partition(b"\n")
    try:
        plain = json.loads(line)
        known, version, signature = plain["format"], plain["version"], plain["signature"]
        segment = Segment(**{each: str(plain[each]) for each in Segment.__dataclass_fields__})
        raw_signature = base64.b64decode(signature, validate=True)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SegmentDamagedError(name=name) from error
    if known != _FORMAT or type(version) is not int or version < _VERSION:
        raise SegmentDamagedError(name=name)
    if version > _VERSION:
        raise SegmentNewerError(name=name, version=version)
    if not is_signed(segment.device_key, _signed(segment), raw_signature):
        raise SegmentDamagedError(name=name)
    return segment


def own_key(segment: Segment, store_key: bytes) -> bytes | None:
    """Return the segment's key made from the store key; None when it is another store's."""
    try:
        key = derive(store_key, _PURPOSE, salt=bytes.fromhex(segment.salt))
    except ValueError:
        return None
    return key if key_id(key) == segment.key_id else None


def province_key(segment: Segment, private_key: bytes, *, name: str) -> bytes:
    """Return the segment's key, opened with the province's private recovery key.

    Raises `SegmentOtherKeyError`, `SegmentDamagedError`.
    """
    try:
        recipient = key_print(public_of(private_key))
    except ValueError as error:
        raise SegmentOtherKeyError(name=name, recipient=segment.recipient) from error
    if recipient != segment.recipient:
        raise SegmentOtherKeyError(name=name, recipient=segment.recipient)
    clear = {each: value for each, value in asdict(segment).items() if each != "sealed"}
    try:
        sealed = bytes.fromhex(segment.sealed)
        key = unseal_with(private_key, _PURPOSE, sealed, about=_canonical(clear))
    except (ValueError, SealDamagedError) as error:
        raise SegmentDamagedError(name=name) from error
    if len(key) != KEY_BYTES or key_id(key) != segment.key_id:
        raise SegmentDamagedError(name=name)
    return key


def sealed_line(key: bytes, record: bytes, *, random: Random = os.urandom) -> bytes:
    """Return the line of one record, ready to be appended."""
    return base64.b64encode(seal(key, _PURPOSE, record, random=random)) + b"\n"


def read_lines(data: bytes, key: bytes) -> Lines:
    """Return the records of a whole file's `data`."""
    records: list[bytes] = []
    good = at = data.find(b"\n") + 1
    damaged = waiting = 0  # what can't be opened is damaged only when a whole record follows
    while at < len(data):
        end = data.find(b"\n", at)
        record = _record(data[at:end], key) if end >= 0 else None
        if end < 0:
            break
        at = end + 1
        if record is None:
            waiting += 1
            continue
        damaged, waiting = damaged + waiting, 0
        records.append(record)
        good = at
    return Lines(tuple(records), good, torn=good < len(data), damaged=damaged)


def _record(line: bytes, key: bytes) -> bytes | None:
    try:
        return unseal(key, _PURPOSE, base64.b64decode(line, validate=True))
    except (binascii.Error, ValueError, SealDamagedError):
        return None


def _signed(segment: Segment) -> bytes:
    return b"counter-second-journal-v1\n" + _canonical(asdict(segment))


def _canonical(data: dict[str, str]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":")).encode()
