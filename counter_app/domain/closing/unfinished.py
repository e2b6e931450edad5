"""Last steps that were done on the desk and never finished in the system (việc còn dở dang)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dossiers.dossier import Dossier, Step
from counter_app.domain.dossiers.status import Status

RECEIPT = "receipt"
"""The form of the official paper (Mẫu 01), as `printed` entries name it."""


class LastStep(Enum):
    """What is still to be done in the system."""

    PRINT = "print"  # received, and no paper is known to have come out
    NUMBER = "number"  # a provisional slip, and no official code yet
    OFFICIAL_PAPER = "official_paper"  # an official code, and the citizen holds the slip only
    TAKE_IN = "take_in"  # the agency decided, and the result was never taken in
    CONFIRM = "confirm"  # handed over, and nobody said that they took it


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One such step; `since` is when the one before it was done, `where` the unit, "" for none."""

    step: LastStep
    uid: str
    code: str
    since: datetime
    where: str = ""
    applicant: str = ""


def unfinished(dossier: Dossier, counter: str, *, immediate: bool = False) -> Unfinished | None:
    """Return what `counter` left unfinished of a dossier; None for nothing.

    `immediate`: its procedure ends at the counter at once, so that it needs no receipt. Hand-overs
    are judged by `unconfirmed`: who took a pile isn't told by the dossier.
    """
    if dossier.awaits_reception or dossier.status.is_closed or dossier.counter != counter:
        return None
    step = _step(dossier, immediate=immediate)
    if step is None:
        return None
    since = dossier.received.received_at
    if step is LastStep.TAKE_IN:
        since = dossier.finished_at or since
    return _of(dossier, step, since)


def unconfirmed(dossier: Dossier, hand_over: str, receiver: str) -> Unfinished | None:
    """Return the hand-over with the uid `hand_over` when nothing says that it was taken.

    A name on the list says so, and so does whatever the agency did afterwards.
    """
    if receiver or dossier.status.is_closed or dossier.status is Status.FINISHED:
        return None
    places = [n for n, step in enumerate(dossier.steps) if step.kind is Kind.HANDED_OVER]
    if not places or dossier.steps[places[-1]].uid != hand_over or not dossier.unit:
        return None
    gone: Step = dossier.steps[places[-1]]
    if any(step.from_server for step in dossier.steps[places[-1] + 1 :]):
        return None
    return _of(dossier, LastStep.CONFIRM, gone.at)


def _step(dossier: Dossier, *, immediate: bool) -> LastStep | None:
    if not dossier.printed and not immediate and dossier.finished_at is None:
        return LastStep.PRINT
    if dossier.is_provisional:
        return LastStep.NUMBER
    forms = {each.form for each in dossier.printed}
    if dossier.provisional_code and RECEIPT not in forms:
        return LastStep.OFFICIAL_PAPER
    if dossier.status is Status.FINISHED and not dossier.result_is_here:
        return LastStep.TAKE_IN
    return None


def _of(dossier: Dossier, step: LastStep, since: datetime) -> Unfinished:
    name = dossier.received.applicant.name
    return Unfinished(step, dossier.uid, dossier.shown_code, since, dossier.unit, name)
