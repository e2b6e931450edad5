"""The digest of a day: both sides compute it and compare (SYNC §2, end-of-day check)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Digest:
    """How many dossiers were received on a day, and SHA-256 over their versions."""

    count: int
    sha256: str


def digest(dossiers: Iterable[tuple[str, int]]) -> Digest:
    """Return the digest of (dossier uid, server version) pairs, in any order."""
    lines = sorted(f"{uid}:{version}\n" for uid, version in dossiers)
    return Digest(len(lines), hashlib.sha256("".join(lines).encode("ascii")).hexdigest())
