"""Facts (số liệu): what reports need of an act, without a word about a person.

They are written once, with the entry, and stay when bodies are erased (purge), so that the counts
of a closed year never change (SYNC §1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.decisions import Finished, PaymentDemanded
from counter_app.domain.acts.files import ScanRemoved
from counter_app.domain.acts.intake import Assisted, OriginalsCompared, TurnedAway
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.money import PaymentCancelled, ShiftClosed
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.results import ResultTakenIn, Returned
from counter_app.domain.acts.steps import (
    Corrected,
    HandedOver,
    Paid,
    PaymentPart,
    Printed,
    Rated,
    Told,
    Withdrawn,
)
from counter_app.domain.dossiers.delay import delay_of
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.payment import total
from counter_app.domain.dossiers.way_back import was_mistake
from counter_app.domain.journal.entry import Recorded
from counter_app.domain.office.rating import UNANSWERED
from counter_app.domain.people.person import PersonKind
from counter_app.domain.procedures.channels import Channel

STATE_AGENCY, NO_STATE_AGENCY = "state_agency", "no_state_agency"
"""Flags of a reception or a correction: the applicant is a state agency; isn't one any more."""

NO_SCAN_LEFT = "no_scan_left"
"""Flag of a scan that was taken off: the dossier has none left."""

SCORE, QUESTIONS = "score:", "questions:"
"""How the flags of a rating begin: `score:<index>:<points>`, and how many questions it answers."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One act in figures. Empty text and None: the act has none, or its dossier isn't known here.

    `due_at` is the promise in force after the act. `amount` is in whole đồng: what was asked at the
    reception or demanded, what a payment took (below 0: what a counter-entry took back), what a
    certification cost, what lay in the drawer at the end of a shift. `received_at` is None while a
    dossier that came online or by post wasn't received.

    `flags` are sorted words: "offline", "practice", "provisional", "non_territorial", "negative",
    "reprint", "back", "unreached", "by_post", "mistake", "advance", "remainder", "differing",
    "difference", "copy", "signature", "contract", "paper_first", "told_later", "dated", as
    "taken:<đồng>" what of a reception's amount was collected at once and, as "breach:<code>", each
    broken limit. Of a rating they are what it answered (`score:<index>:<points>`, the first index
    is 0), of an applicant whether it is a state agency, of a scan taken off whether none is left.

    `delay_minutes`: how long after the act its entry was written, as far as anybody said; None
    where nobody did (`domain/dossiers/delay.py`).
    """

    entry: str
    kind: Kind
    day: date
    procedure: str = ""
    version: str = ""
    field_name: str = ""
    agency: str = ""
    channel: str = ""
    received_at: datetime | None = None
    due_at: datetime | None = None
    finished_at: datetime | None = None
    amount: int = 0
    flags: tuple[str, ...] = ()
    delay_minutes: int | None = None


def fact_of(recorded: Recorded, dossier: Dossier | None) -> Fact:
    """Return the fact of an entry; `dossier` is its dossier after the act, None when unknown."""
    entry, body = recorded.entry, recorded.body
    delay = delay_of(body, entry.occurred_at)
    said = _flags(body) | _of_dossier(body, dossier)
    flags = tuple(sorted(said | ({delay.known_by.value} if delay else set())))
    minutes = delay.minutes if delay else None
    amount = _amount(body)
    if dossier is None:
        return _without_dossier(recorded, amount, flags, minutes)
    received = dossier.received
    if received.practice and "practice" not in flags:
        flags = tuple(sorted({*flags, "practice"}))
    return Fact(
        entry=entry.uid,
        kind=entry.kind,
        day=entry.occurred_at.date(),
        procedure=received.procedure.code,
        version=received.procedure.version,
        field_name=received.procedure.field_name,
        agency=received.procedure.agency_code,
        channel=received.channel.value,
        received_at=None if dossier.awaits_reception else received.received_at,
        due_at=dossier.promise.due_at,
        finished_at=dossier.finished_at,
        amount=amount,
        flags=flags,
        delay_minutes=minutes,
    )


def _without_dossier(
    recorded: Recorded, amount: int, flags: tuple[str, ...], minutes: int | None
) -> Fact:
    entry, body = recorded.entry, recorded.body
    day = entry.occurred_at.date()
    if not isinstance(body, TurnedAway | Assisted):
        return Fact(entry.uid, entry.kind, day, amount=amount, flags=flags, delay_minutes=minutes)
    channel = Channel.COUNTER if isinstance(body, TurnedAway) else Channel.ONLINE
    return Fact(
        entry=entry.uid,
        kind=entry.kind,
        day=day,
        procedure=body.procedure.code,
        version=body.procedure.version,
        field_name=body.procedure.field_name,
        agency=body.procedure.agency_code,
        channel=channel.value,
        flags=flags,
    )


def _amount(body: Body | None) -> int:
    match body:
        case Received() | Certified():
            return total(body.fees)
        case Paid() | PaymentDemanded():
            return total(body.lines)
        case PaymentCancelled():
            return -total(body.lines)
        case ShiftClosed():
            return sum(each.amount for each in body.counted)
        case _:
            return 0


def _flags(body: Body | None) -> set[str]:
    flags = {f"breach:{breach.code}" for breach in getattr(body, "breaches", ())}
    match body:
        case Received():
            named = {
                "offline": body.offline,
                "practice": body.practice,
                "provisional": body.provisional,
                "non_territorial": body.non_territorial,
            }
        case Finished() | ResultTakenIn():
            named = {"negative": body.negative}
        case Printed():
            named = {"reprint": body.reprint > 0}
        case HandedOver():
            named = {"back": body.back}
        case Told():
            named = {"unreached": not body.reached}
        case Returned():
            named = {"by_post": body.basis.value == "post"}
        case Withdrawn():
            named = {"mistake": was_mistake(body)}
        case Paid():
            named = {body.part.value: body.part is not PaymentPart.WHOLE}
        case OriginalsCompared():
            named = {"differing": bool(body.differing)}
        case Certified():
            named = {body.what.value: True, "practice": body.practice}
        case ShiftClosed():
            named = {"difference": body.difference != 0}
        case _:
            named = {}
    return flags | _taken(body) | {name for name, holds in named.items() if holds}


def _taken(body: Body | None) -> set[str]:
    fees = body.fees if isinstance(body, Received) else ()
    at_once = total(line for line in fees if line.collected)
    return {f"taken:{at_once}"} if at_once else set()


def _of_dossier(body: Body | None, dossier: Dossier | None) -> set[str]:
    """Return what reports count of a dossier beside its acts: its applicant's kind, its scans."""
    match body:
        case Received() if body.applicant.kind is PersonKind.STATE_AGENCY:
            return {STATE_AGENCY}
        case Corrected() if dossier is not None and any(
            each.pointer.startswith("/applicant") for each in body.changes
        ):
            kind = dossier.received.applicant.kind
            return {STATE_AGENCY if kind is PersonKind.STATE_AGENCY else NO_STATE_AGENCY}
        case ScanRemoved() if dossier is not None and not dossier.scans:
            return {NO_SCAN_LEFT}
        case Rated():
            answered = (each for each in enumerate(body.scores) if each[1] != UNANSWERED)
            scores = {f"{SCORE}{index}:{points}" for index, points in answered}
            return {f"{QUESTIONS}{len(body.scores)}", *scores}
        case _:
            return set()
