"""New identifiers of the server: UUIDv7 of its own clock."""

from __future__ import annotations

import secrets
import time

from counter_app.domain.journal.identifier import uuid7


def new_uid() -> str:
    """Return a new UUIDv7."""
    return uuid7(time.time_ns() // 1_000_000, secrets.token_bytes(10))
