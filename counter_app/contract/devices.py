"""Enrolment, sessions, recovery: who speaks."""

from __future__ import annotations

from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from counter_app.contract.entries import Head
from counter_app.contract.numbers import WireBlock
from counter_app.contract.shapes import (
    WHOLE,
    Base64,
    Code,
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
    nothing.
    """

    code: Annotated[str, StringConstraints(min_length=6, max_length=64)]
    device_key: Base64
    chain: Uid
    machine: Sha256
    program: Name


class CounterInfo(Message):
    """The counter that the device serves."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=10)]
    name: Name


class EnrolAnswer(Message):
    """What a device is: number, epoch, keys, centre, first numbers."""

    device: DeviceNumber
    epoch: Positive
    centre: Code
    counter: CounterInfo
    recovery_key: Base64
    catalogue_key: Base64
    ca: tuple[Annotated[str, StringConstraints(max_length=20_000)], ...] = ()
    blocks: tuple[WireBlock, ...] = ()
    practice: bool = False
    server_time: AwareDatetime


class SessionRequest(Message):
    """`POST /v1/sessions`: an officer logs in, or refreshes."""

    officer: Name
    password: Annotated[str, StringConstraints(max_length=200)] = ""
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
