"""The way back from a reception that was a mistake (ghi nhầm).

Nothing is ever taken out of the journal. A reception that nobody holds a paper of is undone at
once; one whose paper may be in a citizen's hands is cancelled with the officer's reason. Both are
recorded as `withdrawn`: the number stays with the dossier for ever, and so does its line in the
book, void with its reason (DOMAIN §5). Behind a later step there is only the ordinary way:
withdrawal, correction, or a supervisor who reopens.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import Withdrawn
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.problems import Problem, false
from counter_app.domain.text import clean

UNDONE = "Ghi nhầm, chưa in giấy"
"""The whole reason of an undone reception."""

CANCELLED = "Hủy do ghi nhầm: "
"""What stands before the officer's reason."""

_NO_STEPS = frozenset({Kind.RECEIVED, Kind.NUMBERED, Kind.PRINTED})


class WayBack(Enum):
    """UNDO: at once, no question; CANCEL: with a reason; NONE: by an ordinary step only."""

    UNDO = "undo"
    CANCEL = "cancel"
    NONE = "none"


def way_back(dossier: Dossier, counter: str, now: datetime) -> WayBack:
    """Return what the officers of `counter` can do about a reception that was a mistake."""
    if not undo_problems(dossier, counter, now):
        return WayBack.UNDO
    return WayBack.NONE if cancel_problems(dossier, counter) else WayBack.CANCEL


def undo_problems(dossier: Dossier, counter: str, now: datetime) -> tuple[Problem, ...]:
    """Return what stands against undoing: another counter or day, a paper, a later step."""
    if problems := cancel_problems(dossier, counter):
        return problems
    if dossier.printed:
        return (false("undo_printed"),)
    if dossier.received.received_at.date() != vietnam_time(now).date():
        return (false("undo_another_day"),)
    return ()


def cancel_problems(dossier: Dossier, counter: str) -> tuple[Problem, ...]:
    """Return what stands against cancelling: came online, received elsewhere, or gone on."""
    if dossier.submitted_at is not None:
        # The citizen's own submission isn't taken back with the counter's mistake.
        return (false("undo_submitted"),)
    if dossier.status is not Status.RECEIVED:
        return (false("undo_gone_on"),)
    if any(step.kind not in _NO_STEPS for step in dossier.steps):
        return (false("undo_gone_on"),)
    if dossier.counter != counter:
        return (false("undo_elsewhere", counter=dossier.counter),)
    return ()


def undone() -> Withdrawn:
    """Return the act that undoes a reception."""
    return Withdrawn(UNDONE)


def cancelled(reason: str) -> Withdrawn:
    """Return the act that cancels a reception. Raises ValueError without a reason."""
    if not (reason := clean(reason)):
        raise ValueError("a cancellation needs its reason")
    return Withdrawn(f"{CANCELLED}{reason}")


def was_mistake(act: Withdrawn) -> bool:
    """Return whether the office took a reception back, and no citizen a dossier."""
    return act.reason == UNDONE or act.reason.startswith(CANCELLED)


def void_reason(dossier: Dossier) -> str:
    """Return why its line of the book is void; "" while the line stands."""
    if dossier.status is not Status.WITHDRAWN:
        return ""
    told = [step.text for step in dossier.steps if step.kind is Kind.WITHDRAWN]
    reason = told[-1] if told else ""
    return reason.removeprefix(CANCELLED) if was_mistake(Withdrawn(reason)) else ""
