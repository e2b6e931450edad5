"""Supplement (bổ sung, hoàn thiện hồ sơ): ask for what is lacking once, wholly; take it in."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.serials import SUPPLEMENT
from counter_app.domain.acts.steps import (
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
)
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.office.reasons import ReasonUse
from counter_app.domain.problems import false
from counter_app.domain.procedures.required_paper import RequiredPaper
from counter_app.domain.text import clean, fold
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record_within
from counter_app.services.steps.letter_numbers import next_letter_number
from counter_app.services.steps.resuming import resumed_promise

LACKING, FAULTY = "Còn thiếu", "Chưa hợp lệ"
"""Why a paper is asked for, as Mẫu 02 says it: paper's words, never translated."""

_REMEMBERED = timedelta(days=365)
_MOST_REMEMBERED = 200
"""So many letters of a year are enough to know what this counter asks for."""


class ReasonSource(Enum):
    """Where a proposed reason comes from, in the order in which they are offered."""

    MISSING = "missing"  # a paper of the checklist that isn't there
    FAULTY = "faulty"  # a paper that is there, and may not be right
    ASKED = "asked"  # what this counter asked before under this procedure
    OFFICE = "office"  # the office's general reasons


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that can be asked for. `uses`: how often this counter did, within a year."""

    item: SupplementItem
    source: ReasonSource
    guidance: str = ""
    uses: int = 0


@dataclass(frozen=True, slots=True)
class AskedItem:
    """Something that was asked for, and the paper that answers it.

    The paper has no copies at all when nothing of it can be counted: a mistake that is mended.
    """

    item: SupplementItem
    paper: ReceivedPaper

    @property
    def is_paper(self) -> bool:
        """True when something is handed over, so that it can be counted."""
        return bool(self.paper.originals or self.paper.certified or self.paper.photocopies)


def supplement_reasons(workplace: Workplace, dossier: Dossier) -> tuple[Reason, ...]:
    """Return what can be asked for, the likeliest first, each once."""
    papers = _paper_reasons(workplace, dossier)
    office = [
        Reason(SupplementItem(each.text), ReasonSource.OFFICE, each.guidance)
        for each in workplace.reference.reasons.of(ReasonUse.SUPPLEMENT)
    ]
    asked = _asked_before(workplace, dossier)
    uses = Counter({_key(item): count for item, count in asked})
    known = {_key(each.item) for each in (*papers, *office)}
    before = [
        Reason(item, ReasonSource.ASKED, uses=count)
        for item, count in asked
        if _key(item) not in known
    ]
    before += [
        dataclasses.replace(each, uses=uses[_key(each.item)])
        for each in office
        if uses[_key(each.item)]
    ]
    before.sort(key=lambda each: -each.uses)
    rest = [each for each in office if not uses[_key(each.item)]]
    found = {_key(each.item): each for each in reversed((*papers, *before, *rest))}
    return tuple(reversed(found.values()))


def ask_supplement(
    workplace: Workplace,
    session: Session,
    uid: str,
    items: Sequence[SupplementItem],
    guidance: str = "",
    contact: str = "",
    bring_by: date | None = None,
    breaches: Iterable[Breach] = (),
) -> Dossier:
    """Record that a supplement is asked for, and return the dossier; its clock stands still.

    The letter's number is taken in the same transaction. Raises FalseStepError without an item,
    or with a day that has passed, BreachUnconfirmedError for a second request that `breaches`
    don't explain, and what `record` raises; then nothing was written.
    """
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        asked = tuple(
            SupplementItem(clean(each.text), clean(each.reason))
            for each in items
            if each.text.strip()
        )
        problems = []
        if not asked:
            problems.append(false("supplement_no_items", "/items"))
        if bring_by is not None and bring_by < vietnam_time(at).date():
            problems.append(false("supplement_day_passed", "/bring_by"))
        if problems:
            known = tx.dossiers.get(uid)
            raise FalseStepError(tuple(problems), code=known.shown_code if known else uid)
        body = SupplementRequested(
            items=asked,
            reason=reason_of(asked),
            guidance=clean(guidance),
            number=next_letter_number(workplace, tx, SUPPLEMENT, at),
            contact=clean(contact),
            bring_by=bring_by,
        )
        return record_within(workplace, session, tx, uid, body, tuple(breaches))


def asked_items(workplace: Workplace, dossier: Dossier) -> tuple[AskedItem, ...]:
    """Return what the last request asked for, with the papers that are expected for it."""
    if not dossier.supplements:
        return ()
    required = {fold(each.name): each for each in _checklist(workplace, dossier)}
    held = {fold(each.name): each for each in dossier.received.papers}
    found = []
    for item in dossier.supplements[-1].items:
        wanted, there = required.get(fold(item.text)), held.get(fold(item.text))
        if wanted is not None:
            paper = ReceivedPaper(item.text, wanted.originals, wanted.certified, wanted.photocopies)
        elif there is not None and not there.missing:
            paper = ReceivedPaper(item.text, there.originals, there.certified, there.photocopies)
        else:
            paper = ReceivedPaper(item.text, originals=int(item.reason in (LACKING, FAULTY)))
        found.append(AskedItem(item, paper))
    return tuple(found)


def receive_supplement(
    workplace: Workplace,
    session: Session,
    uid: str,
    papers: Sequence[ReceivedPaper],
    note: str = "",
) -> Dossier:
    """Record what was brought, and return the dossier; its clock goes on as the policy says.

    `papers` without any copy are mistakes that were mended: they are told in the note. What was
    missing and wasn't brought stays missing. Raises FalseStepError without papers, and what
    `record` raises; then nothing was written.
    """
    with workplace.store.writing() as tx:
        at = workplace.moment(tx).at
        dossier = tx.dossiers.get(uid)
        if dossier is None:
            raise DossierUnknownError(code=uid)
        if not papers:
            raise FalseStepError(
                (false("supplement_no_papers", "/papers"),), code=dossier.shown_code
            )
        brought = tuple(
            each for each in papers if each.originals or each.certified or each.photocopies
        )
        mended = tuple(each.name for each in papers if each not in brought)
        names = {fold(each.name) for each in papers}
        still = tuple(
            each
            for each in dossier.received.papers
            if each.missing and fold(each.name) not in names
        )
        said = (f"Đã hoàn thiện: {'; '.join(mended)}" if mended else "", clean(note))
        body = SupplementReceived(
            papers=(*brought, *still),
            promise=resumed_promise(workplace.reference, dossier, at),
            note=". ".join(part for part in said if part),
        )
        return record_within(workplace, session, tx, uid, body)


def reason_of(items: Iterable[SupplementItem]) -> str:
    """Return why a supplement is needed, in the one sentence of Mẫu 02."""
    reasons = [each.reason for each in items]
    whole = LACKING not in reasons
    right = all(reason == LACKING for reason in reasons)
    if whole:
        return "Hồ sơ chưa hợp lệ theo quy định của thủ tục."
    if right:
        return "Hồ sơ chưa đủ thành phần theo quy định của thủ tục."
    return "Hồ sơ chưa đủ thành phần và chưa hợp lệ theo quy định của thủ tục."


def _paper_reasons(workplace: Workplace, dossier: Dossier) -> tuple[Reason, ...]:
    received = dossier.received.papers
    there = {fold(each.name) for each in received if not each.missing}
    missing = [each.name for each in received if each.missing]
    missing += [
        each.name
        for each in _checklist(workplace, dossier)
        if each.required and not each.from_database and fold(each.name) not in there
    ]
    return (
        *(Reason(SupplementItem(name, LACKING), ReasonSource.MISSING) for name in missing),
        *(
            Reason(SupplementItem(each.name, FAULTY), ReasonSource.FAULTY)
            for each in received
            if not each.missing
        ),
    )


def _checklist(workplace: Workplace, dossier: Dossier) -> tuple[RequiredPaper, ...]:
    """Return the papers that stay in the file, of the version that it was received under."""
    named = dossier.received.procedure
    procedure = workplace.reference.procedures.with_version(named.code, named.version)
    papers = procedure.papers_of(dossier.received.case) if procedure else ()
    return tuple(each for each in papers if not each.present_only)


def _asked_before(workplace: Workplace, dossier: Dossier) -> list[tuple[SupplementItem, int]]:
    """Return what this counter asked for under the procedure, most often first."""
    since = vietnam_time(workplace.clock.now().at).date() - _REMEMBERED
    with workplace.store.reading() as tx:
        acts = tx.usage.acts(
            Kind.SUPPLEMENT_REQUESTED,
            dossier.received.procedure.code,
            workplace.enrolment.counter,
            since,
            _MOST_REMEMBERED,
        )
    items = [item for act in acts if isinstance(act, SupplementRequested) for item in act.items]
    # A paper of another case of the procedure may be none of this dossier's.
    general = [item for item in items if item.reason not in (LACKING, FAULTY)]
    counted = Counter(map(_key, general))
    newest = {_key(item): item for item in reversed(general)}
    return [(newest[key], count) for key, count in counted.most_common()]


def _key(item: SupplementItem) -> tuple[str, str]:
    return fold(item.text), item.reason
