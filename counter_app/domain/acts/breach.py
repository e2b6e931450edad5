"""A broken limit: recorded with reason and supervisor, never made impossible."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """One broken limit: stable `code`, the officer's `reason`, the `supervisor`'s id."""

    code: str
    reason: str
    supervisor: str
