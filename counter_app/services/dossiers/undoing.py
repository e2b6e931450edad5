"""Take back a reception that was a mistake: undone before its paper, cancelled with a reason after.

What an officer ticks and types is undone by the screen; here is only what was written. A result
that was returned by mistake is no matter of the counter: a supervisor reopens the dossier.
"""

from __future__ import annotations

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.way_back import (
    WayBack,
    cancel_problems,
    cancelled,
    undo_problems,
    undone,
    way_back,
)
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import false
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record

__all__ = ["WayBack", "cancel_reception", "possible_way_back", "undo_reception"]


def possible_way_back(workplace: Workplace, dossier: Dossier) -> WayBack:
    """Return what can be done about `dossier` as it is shown; nothing is read or written."""
    return way_back(dossier, workplace.enrolment.counter, workplace.clock.now().at)


def undo_reception(workplace: Workplace, session: Session, uid: str) -> Dossier:
    """Undo a reception of today that no paper tells of, and return the dossier, withdrawn.

    Not while its paper is on the way to a printer: only the caller knows that. Raises
    FalseStepError when a paper was printed or a step followed, and what `record` raises.
    """
    counter, now = workplace.enrolment.counter, workplace.clock.now().at
    return record(
        workplace,
        session,
        uid,
        undone(),
        look=lambda dossier: undo_problems(dossier, counter, now),
    )


def cancel_reception(workplace: Workplace, session: Session, uid: str, reason: str) -> Dossier:
    """Cancel a reception with the officer's `reason`, and return the dossier, withdrawn.

    Number and line of the book stay, void with the reason; the paper is to be taken back. Raises
    FalseStepError without a reason or when a step followed, and what `record` raises.
    """
    if not reason.strip():
        raise FalseStepError((false("cancel_no_reason", "/reason"),), code=_code(workplace, uid))
    counter = workplace.enrolment.counter
    return record(
        workplace,
        session,
        uid,
        cancelled(reason),
        look=lambda dossier: cancel_problems(dossier, counter),
    )


def _code(workplace: Workplace, uid: str) -> str:
    with workplace.store.reading() as tx:
        dossier = tx.dossiers.get(uid)
    return dossier.shown_code if dossier else uid
