"""What a machine is in its province after it was enrolled (ghi danh máy quầy)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A counter's standing with the server. `device` has five digits, unique in the province.

    `chain` names this machine's chain of entries under `epoch`; both change after a restore.
    `recovery_key` and `catalogue_key` are the province's public keys, base64. `machine` is the
    fingerprint of the machine that was enrolled.
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
