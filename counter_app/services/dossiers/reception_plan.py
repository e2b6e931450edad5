"""What a reception would be: promise, fees, papers and what is still wrong. Nothing is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from counter_app.domain.acts.received import (
    PaperFirst,
    Promise,
    ReceivedPaper,
    ResultDelivery,
)
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.deadlines.deadline import due
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.errors.work import ProcedureUnknownError
from counter_app.domain.people.person import Authority, Capacity, Person, RelatedPerson
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import Count, FeeLine, fee_lines, open_fees
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.reception_check import reception_problems
from counter_app.services.counter.reference import Reference

LONG_AGO = timedelta(days=30)
"""A paper older than this is taken down all the same, but the officer is asked to look again."""

_NO_COUNTS: Mapping[str, Count] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reception:
    """What the officer entered. `papers` None means: the whole set of the case, in one stroke.

    `counts` and `entered_fees` answer the fee rules that need an officer (pages, copies, a figure
    of the council); `limit` replaces one whose unit is unknown; `due_by_hand` needs `due_reason`.
    `competent` names the agency of another place that decides (phi địa giới): the promise is an
    estimate until it accepts. `paper_first`: it was received on paper at `received_at` and is only
    written down now; the promise counts from there.
    """

    procedure: str
    applicant: Person
    case: str = ""
    channel: Channel = Channel.COUNTER
    submitter: Person | None = None
    authority: Authority = field(default=Authority())
    related: tuple[RelatedPerson, ...] = ()
    papers: tuple[ReceivedPaper, ...] | None = None
    counts: Mapping[str, Count] = field(default_factory=lambda: _NO_COUNTS)
    entered_fees: tuple[FeeLine, ...] = ()
    exemption: str = ""
    collected: bool = False
    delivery: ResultDelivery = field(default=ResultDelivery())
    subject: str = ""
    sets: int = 1
    limit: Limit | None = None
    due_by_hand: datetime | None = None
    due_reason: str = ""
    note: str = ""
    competent: str = ""
    paper_first: PaperFirst | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written and printed. `problems` that are false stop it; doubts don't."""

    procedure: Procedure
    limit: Limit
    papers: tuple[ReceivedPaper, ...]
    fees: tuple[FeeLine, ...]
    open_fees: tuple[str, ...]
    promise: Promise | None
    problems: tuple[Problem, ...]

    @property
    def is_ready(self) -> bool:
        """True when nothing stops the reception."""
        return self.promise is not None and not any(each.is_false for each in self.problems)


def plan(reference: Reference, reception: Reception, now: datetime) -> Plan:
    """Return the plan of `reception` at `now`. Raises ProcedureUnknownError."""
    late = list(paper_first_problems(reception.paper_first, reception.received_at, now))
    procedures, written = reference.procedures, vietnam_time(now).date()
    if reception.paper_first is not None and reception.received_at is not None:
        now = min(now, reception.received_at)  # the citizen came then: law and promise of that day
    today = vietnam_time(now).date()
    procedure = procedures.version_on(reception.procedure, today)
    if procedure is None and reception.paper_first is not None:
        procedure = procedures.version_on(reception.procedure, written)
        late.append(doubt("paper_first_no_version", "/received_at", date=shown_date(today)))
    if procedure is None:
        raise ProcedureUnknownError(procedure=reception.procedure)
    problems = list(reception_problems(procedure, reception.channel, today, reception.case))
    terms = procedure.terms_for(reception.channel) or next(iter(procedure.channels), None)
    limit = reception.limit or (terms.limit if terms else Limit(LimitUnit.UNKNOWN))
    if reception.limit is not None:
        problems = [each for each in problems if each.code != "procedure.limit_unknown"]
    rules = terms.fees if terms else ()
    fees = fee_lines(rules, today, reception.channel, reception.counts, reception.exemption)
    fees = (*fees, *reception.entered_fees)
    named = {line.name for line in fees}
    undecided = []
    for rule in open_fees(rules, today, reception.channel, reception.counts):
        if rule.label not in named and not rule.condition:
            problems.append(doubt("reception_fee_open", "/fees", fee=rule.label))
            undecided.append(rule.label)
    if reception.collected:
        fees = tuple(dataclasses.replace(line, collected=True) for line in fees)
    papers = _papers(procedure, reception)
    problems += _person_problems(reception) + _paper_problems(procedure, reception)
    if reception.competent and not procedure.non_territorial:
        problems.append(doubt("reception_not_everywhere", "/competent"))
    promise, about_due = _promise(reference, reception, procedure, limit, now)
    problems += (*about_due, *late)
    return Plan(procedure, limit, papers, fees, tuple(undecided), promise, tuple(problems))


def _papers(procedure: Procedure, reception: Reception) -> tuple[ReceivedPaper, ...]:
    if reception.papers is not None:
        return reception.papers
    return tuple(
        ReceivedPaper(paper.name, paper.originals, paper.certified, paper.photocopies)
        for paper in procedure.papers_of(reception.case)
        if paper.required and not paper.present_only and not paper.from_database
    )


def paper_first_problems(
    paper: PaperFirst | None, at: datetime | None, now: datetime
) -> tuple[Problem, ...]:
    """Return what is wrong with a reception on paper at `at`; nothing when there was none."""
    if paper is None:
        return ()
    found = []
    if at is None:
        found.append(false("paper_first_no_moment", "/received_at"))
    elif at > now:
        found.append(false("paper_first_ahead", "/received_at"))
    elif now - at > LONG_AGO:
        day = shown_date(vietnam_time(at).date())
        found.append(doubt("paper_first_long_ago", "/received_at", date=day))
    if not paper.reason.strip():
        found.append(false("paper_first_no_reason", "/paper_first/reason"))
    return tuple(found)


def _person_problems(reception: Reception) -> list[Problem]:
    found = []
    if not reception.applicant.name:
        found.append(false("reception_no_name", "/applicant/name"))
    submitter = reception.submitter
    if submitter is not None and reception.authority.capacity is Capacity.SELF:
        found.append(doubt("reception_submitter_capacity", "/authority"))
    return found


def _paper_problems(procedure: Procedure, reception: Reception) -> list[Problem]:
    if reception.papers is None:
        return []
    there = {paper.name for paper in reception.papers if not paper.missing}
    return [
        doubt("reception_paper_missing", "/papers", paper=paper.name)
        for paper in procedure.papers_of(reception.case)
        if paper.required
        and not paper.present_only
        and not paper.from_database
        and paper.name not in there
    ]


def _promise(
    reference: Reference, reception: Reception, procedure: Procedure, limit: Limit, now: datetime
) -> tuple[Promise | None, tuple[Problem, ...]]:
    policy = reference.policy
    version = reference.calendar.version
    if reception.due_by_hand is not None:
        if not reception.due_reason:
            return None, (false("reception_due_by_hand", "/due_reason"),)
        promise = Promise(
            reception.due_by_hand,
            "hand",
            version,
            estimate=bool(reception.competent),
            reason=reception.due_reason,
        )
        return promise, ()
    found = due(
        now,
        limit,
        reference.calendar,
        policy.hours,
        policy.deadlines,
        after_15h_next_day=procedure.after_15h_next_day,
    )
    if isinstance(found, tuple):
        return None, (*found, false("reception_no_limit", "/limit"))
    promise = Promise(
        found.at,
        found.rule,
        found.calendar_version,
        approved=found.approved,
        estimate=bool(reception.competent),
    )
    return promise, found.warnings()
