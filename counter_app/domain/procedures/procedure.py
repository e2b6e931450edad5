"""A procedure (thủ tục hành chính, TTHC) as a province publishes it: one version of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.procedure_code import clean_code
from counter_app.domain.procedures.required_paper import Case, RequiredPaper
from counter_app.domain.procedures.terms import ChannelTerms
from counter_app.domain.procedures.work_step import MOST_STEPS, WorkStep

NAME_LIMIT = 1000
"""Characters. The longest official name seen has 919; the national portal takes 1000."""


class Level(Enum):
    """The level of government that decides. Districts ended on 01/07/2025."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    COMMUNE = "commune"


class ServiceLevel(Enum):
    """How far it runs online: một phần (formerly level 3) or toàn trình (formerly level 4)."""

    PARTIAL = "partial"
    FULL = "full"


class ReceivedIn(Enum):
    """The system in which it must be registered; the visit is recorded here in any case.

    PROVINCE: here. MINISTRY: a ministry's own system. NATIONAL: the national portal (Cổng DVCQG).
    """

    PROVINCE = "province"
    MINISTRY = "ministry"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure; a dossier keeps the version that it was received under.

    `immediate_result`: no Mẫu 01 unless asked, yet recorded. `after_15h_next_day`: what is received
    after 15:00 is answered on the next working day. `four_steps_on_site`: received, appraised,
    approved and returned at the Centre ("4 tại chỗ"). `non_territorial`: any place may receive it
    (phi địa giới). `approved`, `configured`, `published` are the three states of the province's
    coverage report. `sample`: "dữ liệu mẫu", to be replaced by the province's own list. `steps` are
    those of the approved internal process (quy trình nội bộ), in order.
    """

    code: str
    name: str
    version: str = "1"
    field_code: str = ""
    field_name: str = ""
    levels: tuple[Level, ...] = ()
    agency_code: str = ""
    agency_name: str = ""
    legal_basis: tuple[str, ...] = ()
    effective_from: date | None = None
    effective_until: date | None = None
    subjects: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    results: tuple[str, ...] = ()
    channels: tuple[ChannelTerms, ...] = ()
    service_level: ServiceLevel | None = None
    received_in: ReceivedIn = ReceivedIn.PROVINCE
    four_steps_on_site: bool = False
    immediate_result: bool = False
    after_15h_next_day: bool = False
    non_territorial: bool = False
    approved: bool = False
    configured: bool = False
    published: bool = False
    sample: bool = False
    note: str = ""
    steps: tuple[WorkStep, ...] = ()

    def __post_init__(self) -> None:
        if clean_code(self.code) != self.code:
            raise ValueError("not the code of a procedure")
        if not 0 < len(self.name) <= NAME_LIMIT:
            raise ValueError(f"a name has 1 to {NAME_LIMIT} characters")
        if len({terms.channel for terms in self.channels}) < len(self.channels):
            raise ValueError("a channel is described twice")
        if len({case.name for case in self.cases}) < len(self.cases):
            raise ValueError("a case is described twice")
        if len(self.steps) > MOST_STEPS:
            raise ValueError(f"a process has at most {MOST_STEPS} steps")
        begin, end = self.effective_from, self.effective_until
        if begin and end and end < begin:
            raise ValueError("a version ends before it begins")

    @property
    def national_code(self) -> str:
        """Return the first 8 characters of the code."""
        return self.code[:8]

    def valid_on(self, on: date) -> bool:
        """Return True when this version is in force on that day."""
        return (self.effective_from is None or self.effective_from <= on) and (
            self.effective_until is None or on <= self.effective_until
        )

    def terms_for(self, channel: Channel) -> ChannelTerms | None:
        """Return limit and fees of `channel`; None when it isn't offered."""
        return next((terms for terms in self.channels if terms.channel is channel), None)

    @property
    def case_names(self) -> tuple[str, ...]:
        """Return the cases that an officer chooses among; empty when there is nothing to choose."""
        return tuple(case.name for case in self.cases if case.name)

    def papers_of(self, case: str = "") -> tuple[RequiredPaper, ...]:
        """Return the papers that all cases share, then those of `case`."""
        shared = [paper for each in self.cases if not each.name for paper in each.papers]
        own = [paper for each in self.cases if case and each.name == case for paper in each.papers]
        return tuple(shared + own)
