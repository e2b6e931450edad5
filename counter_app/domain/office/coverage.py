"""Coverage (phủ thủ tục): which procedures were approved for the Centre, and how agencies work.

Quảng Nam (CV 3045) asks that every approved procedure be configured; Kon Tum (QĐ 369, 370, CV
1449) lists procedures by department with the reason for each that isn't offered yet, and asks of
each agency how far its electronic process is, and since when it is operated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from counter_app.domain.procedures.procedure import Level
from counter_app.domain.procedures.procedure_code import clean_code


class ProcessState(Enum):
    """How far the electronic process of an agency is."""

    NOT_DRAWN = "not_drawn"  # chưa lập
    SUBMITTED = "submitted"  # đang trình
    APPROVED = "approved"  # đã duyệt


class Operation(Enum):
    """How an agency works in the system. On trial its dossiers are real ones, no training."""

    NONE = "none"  # chưa
    TRIAL = "trial"  # thử nghiệm
    OFFICIAL = "official"  # chính thức


@dataclass(frozen=True, slots=True)
class ApprovedLine:
    """One procedure of the approved list, by the 8 characters of its national code.

    `decision` approved it. `reason` and `expected_on` are said where it isn't offered yet.
    """

    code: str
    name: str
    agency: str = ""
    agency_name: str = ""
    level: Level | None = None
    decision: str = ""
    decided_on: date | None = None
    reason: str = ""
    expected_on: date | None = None

    def __post_init__(self) -> None:
        if clean_code(self.code) != self.code or len(self.code) != len("1.001193"):
            raise ValueError("not the national code of a procedure")


@dataclass(frozen=True, slots=True)
class AgencyProcess:
    """How far one agency is; `since` when it has been operated so."""

    agency: str
    agency_name: str = ""
    process: ProcessState = ProcessState.NOT_DRAWN
    decision: str = ""
    decided_on: date | None = None
    operation: Operation = Operation.NONE
    since: date | None = None


@dataclass(frozen=True, slots=True)
class CoverageList:
    """The approved list and the states of agencies. `version` "" where nobody ever published one.

    `imported`: it was read from a file at this office and bears no signature of the province.
    """

    version: str = ""
    lines: tuple[ApprovedLine, ...] = ()
    processes: tuple[AgencyProcess, ...] = ()
    imported: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if len({line.code for line in self.lines}) < len(self.lines):
            raise ValueError("a procedure stands twice in the approved list")
        if len({each.agency for each in self.processes}) < len(self.processes):
            raise ValueError("an agency stands twice")

    def process_of(self, agency: str) -> AgencyProcess | None:
        """Return how far an agency is; None when the list doesn't say."""
        return next((each for each in self.processes if each.agency == agency), None)
