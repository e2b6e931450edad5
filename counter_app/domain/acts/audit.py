"""Acts without a dossier: log-ins, views, exports, void numbers, restores."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberVoid:
    """Granted numbers that no paper bears, and why. `first` and `last` are both included."""

    block: str
    first: int
    last: int
    reason: str


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """An officer logged in at this counter."""

    officer_name: str
    offline: bool = False


@dataclass(frozen=True, slots=True)
class LoggedOut:
    """An officer logged out, or the screen was locked for long."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Viewed:
    """Somebody looked at a dossier, or searched for a person: `what` is a code or masked number."""

    what: str


@dataclass(frozen=True, slots=True)
class Exported:
    """Data left the program: `what`, how many rows, to which kind of file."""

    what: str
    rows: int
    format: str


@dataclass(frozen=True, slots=True)
class Restored:
    """The store came back from a copy, or moved to another machine (SYNC §4)."""

    reason: str
    from_chain: str
    from_n: int
