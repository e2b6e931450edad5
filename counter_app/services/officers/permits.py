"""May this officer do it? Asked before anything is written, and by the window before it offers."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers import permits
from counter_app.domain.officers.roles import Act
from counter_app.services.counter.workplace import Session, Workplace


def may(workplace: Workplace, session: Session, act: Act) -> bool:
    """Tell whether the session's officer may do `act` today."""
    today = vietnam_time(workplace.clock.now().at).date()
    return permits.may(session.officer, workplace.reference.roles, act, today)


def writable(workplace: Workplace, session: Session, kinds: Iterable[Kind]) -> frozenset[Kind]:
    """Return those of `kinds` that the session's officer may write today."""
    today = vietnam_time(workplace.clock.now().at).date()
    table = workplace.reference.roles
    return frozenset(
        kind for kind in kinds if permits.may_write(session.officer, table, kind, today)
    )


def require(workplace: Workplace, session: Session, act: Act) -> None:
    """Raise NotPermittedError when the session's officer may not do `act`."""
    if not may(workplace, session, act):
        raise NotPermittedError(officer=session.officer.name)


def require_kind(workplace: Workplace, session: Session, kind: Kind) -> None:
    """Raise NotPermittedError when the session's officer may not write an entry of `kind`."""
    if not writable(workplace, session, (kind,)):
        raise NotPermittedError(officer=session.officer.name)
