"""Phiếu hướng dẫn: what a visitor must bring for a procedure, and what of it is there already."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.dates import vietnam_time
from counter_app.domain.printed.sheets import PostingPaper
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.procedure import Procedure, ReceivedIn
from counter_app.domain.procedures.required_paper import RequiredPaper
from counter_app.services.counter.workplace import Workplace
from counter_app.services.printing.sheets.posting import posting_content

ELSEWHERE = {
    ReceivedIn.MINISTRY: (
        "Hồ sơ này được đăng ký trên hệ thống của bộ, ngành; Trung tâm hướng dẫn và hỗ trợ nộp."
    ),
    ReceivedIn.NATIONAL: (
        "Hồ sơ này được nộp trên Cổng Dịch vụ công quốc gia; Trung tâm hướng dẫn và hỗ trợ nộp."
    ),
}
"""What is said of a procedure that isn't registered here: on paper, never translated."""


@dataclass(frozen=True, slots=True)
class GuidedPaper:
    """One paper of the checklist. `there` None: nobody has looked, or nobody must bring it."""

    paper: PostingPaper
    there: bool | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the guide sheet says of a procedure. `notes` are lines under the papers."""

    procedure: Procedure
    case: str
    limit: str
    fee: str
    papers: tuple[GuidedPaper, ...]
    notes: tuple[str, ...]


def guidance(
    workplace: Workplace, code: str, case: str = "", held: frozenset[str] | None = None
) -> Guidance:
    """Return the guidance for a procedure in force and one of its cases.

    `held` are the names of the papers that the visitor has, None while the officer hasn't looked:
    then nothing is called missing. Without a case, papers of each case are notes. Raises
    ProcedureUnknownError.
    """
    content = posting_content(workplace, code)
    today = vietnam_time(workplace.clock.now().at).date()
    procedure = workplace.reference.procedures.version_on(code, today)
    assert procedure is not None  # `posting_content` found it
    channels = dict(
        zip((each.channel for each in procedure.channels), content.channels, strict=True)
    )
    terms = channels.get(Channel.COUNTER) or next(iter(channels.values()), None)
    papers = [
        paper
        for name in dict.fromkeys(("", case))
        for each in content.cases
        if each.name == name
        for paper in each.papers
    ]
    notes = [ELSEWHERE[procedure.received_in]] if procedure.received_in in ELSEWHERE else []
    if not case:
        notes += [
            f"{each.name}: thêm {'; '.join(paper.name for paper in each.papers)}."
            for each in content.cases
            if each.name
        ]
    return Guidance(
        procedure=procedure,
        case=case,
        limit=terms.limit if terms else "",
        fee="; ".join(terms.fees) if terms else "",
        papers=tuple(
            GuidedPaper(paper, _there(asked, held))
            for paper, asked in zip(papers, procedure.papers_of(case), strict=True)
        ),
        notes=tuple(notes),
    )


def _there(asked: RequiredPaper, held: frozenset[str] | None) -> bool | None:
    """Tell whether the visitor has a paper; one that isn't demanded is never called missing."""
    if held is None:
        return None
    if asked.name in held:
        return True
    return False if asked.required and not asked.from_database else None
