"""Enrolment, sessions, recovery, signs of life: who speaks, and how it stands."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from counter_app.contract.entries import Head
from counter_app.contract.numbers import WireBlock
from counter_app.contract.shapes import (
    WHOLE,
    Base64,
    Code,
    Count,
    DeviceNumber,
    Message,
    Name,
    Positive,
    Sha256,
    Uid,
)


class EnrolRequest(Message):
    """`POST /v1/devices`: a one-time code for a device number.

    Repeated with the same code, key and chain it gives the same answer: a lost answer loses
    nothing. `centre` and `counter` are what the machine shall become; a code that was made out for
    another place is refused as `enrol-place` and stays unused. "": whatever the code says.
    """

    code: Annotated[str, StringConstraints(min_length=6, max_length=64)]
    centre: Annotated[str, StringConstraints(max_length=64)] = ""
    counter: Annotated[str, StringConstraints(max_length=10)] = ""
    device_key: Base64
    chain: Uid
    machine: Sha256
    program: Name


class CounterInfo(Message):
    """The counter that the device serves."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    name: Name


class EnrolAnswer(Message):
    """What a device is: number, epoch, keys, centre, first numbers.

    `earlier_keys`: the public keys that a renewed device had before, so that the machine which
    takes its place can tell the dead one's second journal from a forged one. `parcel_key` (X25519):
    what a counter without a line sends by stick is sealed to it.
    """

    device: DeviceNumber
    epoch: Positive
    centre: Code
    counter: CounterInfo
    recovery_key: Base64
    catalogue_key: Base64
    earlier_keys: tuple[Base64, ...] = ()
    parcel_key: Annotated[str, StringConstraints(max_length=1000)] = ""
    ca: tuple[Annotated[str, StringConstraints(max_length=20_000)], ...] = ()
    blocks: tuple[WireBlock, ...] = ()
    practice: bool = False
    server_time: AwareDatetime


class SessionRequest(Message):
    """`POST /v1/sessions`: an officer logs in, or refreshes.

    `password` may be a one-time code (mã kích hoạt) that the province made out for the officer:
    alone it is answered by `officer-new-password`, with `new_password` (8 characters or more) that
    becomes the officer's password and the code is spent. With the present password, too, a
    `new_password` takes its place.
    """

    officer: Name
    password: Annotated[str, StringConstraints(max_length=200)] = ""
    new_password: Annotated[str, StringConstraints(max_length=200)] = ""
    refresh_token: Annotated[str, StringConstraints(max_length=500)] = ""


class SessionAnswer(Message):
    """Tokens of a session. Access token: in memory only; refresh token: OS keyring."""

    officer: Name
    name: Name
    roles: tuple[Name, ...]
    access_token: Name
    refresh_token: Name
    expires_at: AwareDatetime
    offline_days: Annotated[int, Field(ge=0, le=400), WHOLE] = 30


class RecoverRequest(Message):
    """`POST /v1/recover` after a restore: a new chain under a new epoch; old blocks are void."""

    device: DeviceNumber
    old_chain: Uid
    known: Head
    new_chain: Uid
    machine: Sha256
    reason: Name


class RecoverAnswer(Message):
    """The new epoch, and how far the server knows the old chain."""

    epoch: Positive
    chain: Uid
    known: Head
    blocks: tuple[WireBlock, ...] = ()
    server_time: AwareDatetime


HELD_TOLD = 50
"""The largest number of entries in need that one sign of life names."""


class HeldEntry(Message):
    """An entry that waits for a person at the counter: what it is, and why it waits.

    `state` is `refused`, `conflict` or `quarantined`; `problem` is the stable type, "?" when the
    device doesn't know one. No content and no citizen's data.
    """

    uid: Uid
    kind: Name
    state: Name
    problem: Name = "?"


class DeviceOrder(Enum):
    """What the province wants of a device (revoked in an orderly way).

    DRAIN: send what is there, begin nothing new, no more numbers. WIPE: the same, and when all of
    it is acknowledged a supervisor confirms on the machine that its data are erased.
    """

    NONE = "none"
    DRAIN = "drain"
    WIPE = "wipe"


class HeartbeatRequest(Message):
    """`POST /v1/heartbeat`: how a device stands.

    `queue`: own entries that the server hasn't answered for good; `in_need`: those that wait for a
    person, of which `held` names the oldest; `oldest_at`: when the oldest of either was made;
    `head`: the last entry of the device's chain; `sent_at`: the device's clock. `wiped`: a
    supervisor confirmed the erasure; it is the last word of this device, which is revoked by it.
    """

    device: DeviceNumber
    epoch: Positive
    queue: Count
    in_need: Count = 0
    oldest_at: AwareDatetime | None = None
    head: Head
    program: Name
    sent_at: AwareDatetime
    held: Annotated[tuple[HeldEntry, ...], Field(max_length=HELD_TOLD)] = ()
    wiped: bool = False


class HeartbeatAnswer(Message):
    """What is wanted of the device now; nothing unless an administrator is taking it back.

    `min_version`: the oldest program that the province wants to see. A hint that is shown; it never
    keeps a counter from receiving or sending.
    """

    order: DeviceOrder = DeviceOrder.NONE
    min_version: Annotated[str, StringConstraints(max_length=40)] = ""
    server_time: AwareDatetime
