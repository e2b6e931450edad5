"""Targets (chỉ tiêu): what share is to be reached, of what, since when, by which document.

A province sets them by decision (Phú Yên, QĐ 766) and changes them often: they are data. Only how
a share is counted is a fixed list, so that no figure can be made up in a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from counter_app.domain.procedures.procedure import ServiceLevel


class Formula(Enum):
    """How a target is counted."""

    PROCEDURES_ONLINE = "procedures_online"  # thủ tục có hồ sơ trực tuyến
    RECEIVED_ONLINE = "received_online"  # hồ sơ nộp trực tuyến
    PROCESSED_ONLINE = "processed_online"  # hồ sơ giải quyết trực tuyến
    ACKNOWLEDGED = "acknowledged"  # hồ sơ được Cổng của tỉnh ghi nhận
    ON_TIME = "on_time"  # giải quyết đúng hạn
    LATE_WITHOUT_LETTER = "late_without_letter"  # trễ hẹn mà không có thư xin lỗi
    FOUR_STEP_PROCEDURES = "four_step_procedures"  # thủ tục "4 tại chỗ"
    FOUR_STEP_DOSSIERS = "four_step_dossiers"  # hồ sơ "4 tại chỗ"
    DIGITISED = "digitised"  # hồ sơ giấy đã số hóa


COUNTS = frozenset({Formula.LATE_WITHOUT_LETTER})
"""Formulas that are a number and no share; their threshold is the most that is allowed."""

OF_PROCEDURES = frozenset({Formula.PROCEDURES_ONLINE, Formula.FOUR_STEP_PROCEDURES})
"""Formulas that count procedures; the others count dossiers."""

MOST = 1000
"""100 % in tenths."""


@dataclass(frozen=True, slots=True)
class LevelSet:
    """A level of service as a document calls it ("mức độ 4") and what the catalogue says of it."""

    id: str
    name: str
    levels: tuple[ServiceLevel, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a target is about; empty fields: everything.

    `level` is the id of a `LevelSet`, `field_name` a field, `agency` a code. `between_agencies`:
    only dossiers whose applicant is a state agency.
    """

    level: str = ""
    field_name: str = ""
    agency: str = ""
    between_agencies: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One target. `threshold` in tenths of a percent (of `COUNTS`: the most that is allowed).

    `numerator` and `denominator` are the document's own words for what `formula` counts. Both days
    of validity count. `sample`: not the province's own.
    """

    id: str
    name: str
    formula: Formula
    threshold: int
    basis: str
    valid_from: date
    valid_until: date | None = None
    group: str = ""
    numerator: str = ""
    denominator: str = ""
    scope: Scope = field(default=Scope())
    sample: bool = False

    def __post_init__(self) -> None:
        if not self.id or not self.name or not self.basis:
            raise ValueError("a target has an id, a name and a basis")
        if self.threshold < 0 or (not self.is_count and self.threshold > MOST):
            raise ValueError("a threshold is 0 to 1000 tenths of a percent")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("a target ends before it begins")

    @property
    def is_count(self) -> bool:
        """Tell whether it is a number with a most, and no share with a least."""
        return self.formula in COUNTS

    def touches(self, first: date, last: date) -> bool:
        """Tell whether it is in force on any of these days."""
        return self.valid_from <= last and (self.valid_until is None or first <= self.valid_until)

    def covers(self, first: date, last: date) -> bool:
        """Tell whether it is in force on all of these days."""
        return self.valid_from <= first and (self.valid_until is None or last <= self.valid_until)

    def is_met(self, part: int, whole: int) -> bool:
        """Tell whether it is reached: `part` of `whole`, or `part` alone where it is a count."""
        if self.is_count:
            return part <= self.threshold
        return part * MOST >= self.threshold * whole

    def lacking(self, part: int, whole: int, *, grows: bool) -> int | None:
        """Return how many more are needed, 0 when it is reached; None: it can't be any more.

        `grows`: each one more is one more of the whole, too, as with dossiers still to come.
        """
        if self.is_met(part, whole):
            return 0
        if self.is_count:
            return part - self.threshold
        if not grows:
            return -(-self.threshold * whole // MOST) - part
        rest = MOST - self.threshold
        return None if rest == 0 else -(-(self.threshold * whole - part * MOST) // rest)


@dataclass(frozen=True, slots=True)
class TargetBook:
    """The targets of a province. `version` "" where nobody ever published any."""

    version: str = ""
    note: str = ""
    levels: tuple[LevelSet, ...] = ()
    targets: tuple[Target, ...] = ()

    def __post_init__(self) -> None:
        if len({each.id for each in self.targets}) < len(self.targets):
            raise ValueError("a target stands twice")
        if {each.scope.level for each in self.targets} - {"", *self.level_sets}:
            raise ValueError("a target is about a level that isn't described")

    @property
    def level_sets(self) -> Mapping[str, LevelSet]:
        """Return the levels by their ids."""
        return {each.id: each for each in self.levels}
