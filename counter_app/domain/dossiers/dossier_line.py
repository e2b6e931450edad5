"""One line of a list of dossiers: what a table shows, with numbers masked; and pages of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.dossiers.status import Status


class Order(Enum):
    """How a list is ordered: what is due first on top (no limit last), or what came last."""

    DUE = "due"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class DossierLine:
    """One dossier in a list. `identity` and `phone` are masked; `key` grows with the reception.

    `waiting` entries aren't acknowledged by the server yet; `attention` need an officer.
    """

    key: int
    uid: str
    code: str
    is_provisional: bool
    status: Status
    procedure: str
    procedure_name: str
    agency: str
    counter: str
    applicant: str
    identity: str
    phone: str
    received_at: datetime
    due_at: datetime | None
    returned_at: datetime | None
    unit: str
    printed: bool
    practice: bool
    result_is_here: bool
    waiting: int
    attention: int
    version: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended. `due` only counts in the order of due times; see the store."""

    key: int
    due: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines; `after` asks for the next one, None at the end."""

    lines: tuple[DossierLine, ...]
    after: Place | None = None
