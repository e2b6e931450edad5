"""What an officer has entered of a reception: one frozen value, kept as a draft and undone as one.

It survives a crash as plain JSON (`to_plain`), and becomes a `Reception` for the service.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.desktop.presenters.reception.on_paper.typed import PaperTyped
from counter_app.domain.acts.received import ReceivedPaper, ResultDelivery
from counter_app.domain.deadlines.limit import Limit
from counter_app.domain.people.person import Authority, Person, RelatedPerson
from counter_app.domain.procedures.fees import Count, FeeLine
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.required_paper import RequiredPaper
from counter_app.services.dossiers.reception_plan import Reception


@dataclass(frozen=True, slots=True)
class PaperTick:
    """One paper of the checklist. `there`: the officer holds it; `note` says why it is missing.

    `shown_only`: looked at and handed back, so it never stands on the receipt.
    """

    name: str
    there: bool = False
    shown_only: bool = False
    originals: int = 0
    certified: int = 0
    photocopies: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class CountOf:
    """How much of a fee's service was counted; `label` is the rule's."""

    label: str
    units: int = 1
    sets: int = 1


@dataclass(frozen=True, slots=True)
class ReceptionDraft:
    """A reception under way. `uid` becomes the dossier's id, so that nothing is written twice.

    `card_at`: when the applicant's card was read, None when typed. `address_later`: the officer
    leaves an old address as it is. `seen`: codes of doubts that were confirmed. `papers` is empty
    until a procedure is chosen; `papers_confirmed` is the one deliberate act of Enter.
    `typing`: a person form left open, and for whom.
    `competent`: the agency of another place that decides (phi địa giới).
    `visit`: dossiers of the same visitor received just before, to stand on one receipt.
    `paper`: it was received on paper first, None as it nearly always is.
    """

    uid: str
    begun_at: datetime
    applicant: Person | None = None
    card_at: datetime | None = None
    address_later: bool = False
    seen: tuple[str, ...] = ()
    submitter: Person | None = None
    authority: Authority = field(default=Authority())
    related: tuple[RelatedPerson, ...] = ()
    procedure: str = ""
    case: str = ""
    papers: tuple[PaperTick, ...] = ()
    papers_confirmed: bool = False
    counts: tuple[CountOf, ...] = ()
    entered_fees: tuple[FeeLine, ...] = ()
    exemption: str = ""
    collected: bool = False
    fees_seen: bool = False
    delivery: ResultDelivery = field(default=ResultDelivery())
    limit: Limit | None = None
    due_by_hand: datetime | None = None
    due_reason: str = ""
    note: str = ""
    competent: str = ""
    visit: tuple[str, ...] = ()
    typing: TypedPerson | None = None
    typing_for: str = ""
    paper: PaperTyped | None = None

    @property
    def is_empty(self) -> bool:
        """True while there is nothing that anybody would miss."""
        paper = None if self.paper is None or self.paper.is_blank else self.paper
        return replace(self, uid="", begun_at=_NEVER, visit=(), paper=paper) == _EMPTY

    def counted_from(self, now: datetime) -> datetime:
        """Return the moment that law, fees and promise go by: the paper's, or `now`."""
        at = self.paper.at if self.paper is not None else None
        return now if at is None else min(at, now)

    def reception(self) -> Reception:
        """Return what the service receives; without an applicant yet, one without a name."""
        return Reception(
            procedure=self.procedure,
            applicant=self.applicant or Person(""),
            case=self.case,
            submitter=self.submitter,
            authority=self.authority,
            related=self.related,
            papers=tuple(
                _received(each)
                for each in self.papers
                if (each.there and not each.shown_only) or (each.note and not each.there)
            ),
            counts=self.fee_counts(),
            entered_fees=self.entered_fees,
            exemption=self.exemption,
            collected=self.collected,
            delivery=self.delivery,
            limit=self.limit,
            due_by_hand=self.due_by_hand,
            due_reason=self.due_reason,
            note=self.note,
            competent=self.competent,
            paper_first=self.paper.said if self.paper is not None else None,
            received_at=self.paper.at if self.paper is not None else None,
        )

    def fee_counts(self) -> Mapping[str, Count]:
        """Return the counts as the fee rules want them."""
        return MappingProxyType({each.label: Count(each.units, each.sets) for each in self.counts})


_NEVER = datetime.min  # noqa: DTZ901  never shown: it only makes two empty drafts equal
_EMPTY = ReceptionDraft("", _NEVER)


def with_procedure(draft: ReceptionDraft, procedure: Procedure, case: str = "") -> ReceptionDraft:
    """Return the draft for another procedure: its checklist and fees begin anew, people stay."""
    return replace(
        draft,
        procedure=procedure.code,
        case=case,
        papers=tuple(_unticked(paper) for paper in procedure.papers_of(case)),
        papers_confirmed=False,
        counts=(),
        entered_fees=(),
        exemption="",
        fees_seen=False,
        limit=None,
        due_by_hand=None,
        due_reason="",
        competent="",
    )


def toggled(draft: ReceptionDraft, index: int) -> ReceptionDraft:
    """Return the draft with paper `index` (from 0) ticked or not; unknown numbers change nothing.

    The first single tick after a confirmed list takes the confirmation back.
    """
    if not 0 <= index < len(draft.papers):
        return draft
    tick = draft.papers[index]
    papers = list(draft.papers)
    papers[index] = replace(tick, there=not tick.there, note="")
    return replace(draft, papers=tuple(papers), papers_confirmed=False)


def confirmed(draft: ReceptionDraft, procedure: Procedure) -> ReceptionDraft:
    """Return the draft after Enter in the checklist.

    When nothing was ticked one by one, Enter says that every required paper is there; else what is
    ticked stands as it is.
    """
    asked = procedure.papers_of(draft.case)
    papers = draft.papers
    if not any(each.there for each in papers):
        papers = tuple(
            replace(tick, there=paper.required and not paper.from_database)
            for tick, paper in zip(papers, asked, strict=True)
        )
    return replace(draft, papers=papers, papers_confirmed=True)


def missing(draft: ReceptionDraft, procedure: Procedure) -> tuple[int, ...]:
    """Return the places of required papers that aren't there."""
    asked = procedure.papers_of(draft.case)
    return tuple(
        index
        for index, (tick, paper) in enumerate(zip(draft.papers, asked, strict=True))
        if paper.required and not paper.from_database and not tick.there
    )


def noted(draft: ReceptionDraft, index: int, note: str) -> ReceptionDraft:
    """Return the draft with a note beside a missing paper."""
    papers = list(draft.papers)
    papers[index] = replace(papers[index], note=note)
    return replace(draft, papers=tuple(papers))


def counted(draft: ReceptionDraft, index: int, column: int, count: int) -> ReceptionDraft:
    """Return the draft with a count of a paper: column 0 originals, 1 certified, 2 photocopies."""
    papers, count = list(draft.papers), max(0, count)
    match column:
        case 0:
            papers[index] = replace(papers[index], originals=count)
        case 1:
            papers[index] = replace(papers[index], certified=count)
        case _:
            papers[index] = replace(papers[index], photocopies=count)
    return replace(draft, papers=tuple(papers))


def with_submitter(draft: ReceptionDraft, person: Person, authority: Authority) -> ReceptionDraft:
    """Return the draft with who submits for the applicant."""
    return replace(draft, submitter=person, authority=authority)


def _unticked(paper: RequiredPaper) -> PaperTick:
    # A list that doesn't say how many means one: nobody hands over no copy of a paper.
    silent = not (paper.originals or paper.certified or paper.photocopies or paper.present_only)
    return PaperTick(
        paper.name,
        shown_only=paper.present_only,
        originals=1 if silent else paper.originals,
        certified=paper.certified,
        photocopies=paper.photocopies,
    )


def _received(tick: PaperTick) -> ReceivedPaper:
    if not tick.there:
        return ReceivedPaper(tick.name, missing=True, note=tick.note)
    return ReceivedPaper(
        tick.name, tick.originals, tick.certified, tick.photocopies, note=tick.note
    )
