"""What the inspection of one dossier (phiếu kiểm tra hồ sơ) says: who did, saw, printed, changed.

Read from the journal, whose entries are chained by hashes: the sheet repeats the chains' verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.forms import Header


class InspectionKind(Enum):
    """What sort of event a line is."""

    DONE = "done"
    SEEN = "seen"
    PRINTED = "printed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class InspectedChange:
    """A changed value, before and after; empty texts were no value."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """An entry of the journal: when, who, where, what; `hash` in full, printed in short form."""

    at: datetime
    who: str
    counter: str
    kind: InspectionKind
    what: str
    changes: tuple[InspectedChange, ...] = ()
    hash: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class InspectedChain:
    """A chain of entries that was checked, from entry `first` to `last`, and its last hash.

    `broken_at` is the number of the first entry that doesn't fit, None for a whole chain.
    """

    chain: str
    first: int
    last: int
    head: str
    broken_at: int | None = None


@dataclass(frozen=True, slots=True)
class InspectionContent:
    """Phiếu kiểm tra hồ sơ, as of `at`; `inspector` asked for it, on the ground of `reason`.

    `erased` counts entries whose bodies were purged: their facts stay, their values don't.
    """

    header: Header
    code: str
    applicant: str
    procedure: str
    status: str
    at: datetime
    inspector: str
    counter: str
    rows: tuple[InspectionRow, ...] = ()
    chains: tuple[InspectedChain, ...] = ()
    reason: str = ""
    erased: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every chain that was checked is whole."""
        return all(each.broken_at is None for each in self.chains)
