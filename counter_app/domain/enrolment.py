"""What a machine is in its province after it was enrolled (ghi danh máy quầy)."""

from __future__ import annotations

from dataclasses import dataclass

ENROLMENT = "enrolment"
"""Under which name the store keeps the `Enrolment`."""

RESTORED = "restored"
"""Under which name a restored store keeps its `RestoredFrom`, until the server was asked."""

ORDER = "order"
"""Under which name the store keeps that the province takes this machine back: drain or wipe."""

MIN_VERSION = "min_version"
"""Under which name the store keeps the oldest program that the province wants to see; a hint."""

REPLACED = "replaced"
"""Under which name the store keeps that another machine takes this one's place: no act any more."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A counter's standing with the server. `device` has five digits, unique in the province.

    `chain` names this machine's chain of entries under `epoch`; both change after a restore.
    `recovery_key` and `catalogue_key` are the province's public keys, base64. `machine` is the
    fingerprint of the machine that was enrolled. `ca` are the province's own authorities (PEM).
    `earlier_keys` are the public keys of the machines whose place this one took (base64);
    `parcel_key` is what queue files are sealed to, "" where the province takes none.
    """

    device: str
    epoch: int
    chain: str
    centre: str
    counter: str
    counter_name: str
    server_url: str
    machine: str
    recovery_key: str = ""
    catalogue_key: str = ""
    practice: bool = False
    ca: tuple[str, ...] = ()
    earlier_keys: tuple[str, ...] = ()
    parcel_key: str = ""


@dataclass(frozen=True, slots=True)
class CounterPlace:
    """What a machine shall become: a counter of a centre."""

    centre: str
    counter: str


@dataclass(frozen=True, slots=True)
class RestoredFrom:
    """Where a restored or copied store stands (SYNC §4): the last chain that the server knows.

    `n` and `hash` are the last entry of it that this copy holds; `why` is "head",
    "machine", "no_mark", "witness" or "restored". The store goes on in a new chain, without
    numbers, until `recover` was answered.
    """

    why: str
    chain: str
    n: int
    hash: str
