"""What became of an entry on its way to the server."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """States of a delivery (SYNC §1). Nothing ever leaves the queue without a matching answer."""

    PENDING = "pending"
    IN_FLIGHT = "in_flight"
    UNKNOWN = "unknown"  # sent, answer not seen: the same entry goes out again
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CONFLICT = "conflict"
    QUARANTINED = "quarantined"
    SUPERSEDED = "superseded"

    @property
    def is_answered(self) -> bool:
        """True when the server's word is known and definitive."""
        return self in (State.ACCEPTED, State.REFUSED, State.CONFLICT, State.SUPERSEDED)

    @property
    def needs_officer(self) -> bool:
        """True when somebody must look at it; the queue goes on without it."""
        return self in (State.REFUSED, State.CONFLICT, State.QUARANTINED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """State, the dossier's version by the server (0 before), flags for a supervisor."""

    state: State = State.PENDING
    server_version: int = 0
    flags: tuple[str, ...] = ()


WAITING = Outcome()
"""The outcome of an entry that nobody has answered yet."""
