"""A step that breaks a limit: why, and who agreed. Asked in the panel, never in the way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from counter_app.desktop.presenters.steps.step_state import (
    Block,
    Fields,
    Input,
    Row,
    Rows,
    Say,
    SayKind,
)
from counter_app.domain.acts.breach import Breach
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Act
from counter_app.domain.text import clean
from counter_app.i18n import tr
from counter_app.services.counter.reference import Reference
from counter_app.wording.work import BREACHES

REASON, SUPERVISOR = "breach.reason", "breach.supervisor"
_OFFICER = "breach.by."


def supervisors(reference: Reference) -> tuple[Officer, ...]:
    """Return the officers who may agree to a broken limit, in the list's order."""
    return tuple(
        each
        for each in reference.officers.officers
        if each.active and reference.roles.any_may(each.roles, Act.CONFIRM_BREACH)
    )


def usual_supervisor(reference: Reference, session_officer: str) -> str:
    """Return the tick of who is expected to agree: the officer's own, or of the only one."""
    found = [each.id for each in supervisors(reference)]
    if session_officer in found:
        return _OFFICER + session_officer
    return _OFFICER + found[0] if len(found) == 1 else ""


def breach_blocks(
    reference: Reference,
    codes: Iterable[str],
    ticked: Collection[str],
    typed: Mapping[str, str],
) -> tuple[Block, ...]:
    """Return the question, nothing when no limit is broken."""
    limits = ", ".join(tr(BREACHES.get(code, code)) for code in codes)
    if not limits:
        return ()
    rows = tuple(
        Row(_OFFICER + each.id, each.name, each.title, ticked=_OFFICER + each.id in ticked)
        for each in supervisors(reference)
    )
    return (
        Say(
            "breach",
            tr("Vượt quy định: {limits}.").format(limits=limits),
            tr("Vẫn ghi được khi có lý do và người phụ trách đồng ý; việc này được thống kê."),
            SayKind.WARN,
            "warn",
        ),
        Fields(
            "breach.fields",
            (Input(REASON, tr("Lý do vượt quy định"), typed.get(REASON, "")),),
        ),
        Rows(SUPERVISOR, tr("Người phụ trách đồng ý"), rows, single=True),
    )


def breach_lack(
    reference: Reference,
    codes: Collection[str],
    ticked: Collection[str],
    typed: Mapping[str, str],
) -> tuple[str, str] | None:
    """Return what is still wanted of the question, as words and the name of its place."""
    if not codes:
        return None
    if not clean(typed.get(REASON, "")):
        return tr("Ghi lý do vượt quy định."), REASON
    if supervisors(reference) and not _chosen(ticked):
        return tr("Chọn người phụ trách đồng ý."), SUPERVISOR
    return None


def breaches_of(
    codes: Iterable[str], ticked: Collection[str], typed: Mapping[str, str]
) -> tuple[Breach, ...]:
    """Return the broken limits with the answers."""
    reason, supervisor = clean(typed.get(REASON, "")), _chosen(ticked)
    return tuple(Breach(code, reason, supervisor) for code in codes)


def _chosen(ticked: Collection[str]) -> str:
    return next((each.removeprefix(_OFFICER) for each in ticked if each.startswith(_OFFICER)), "")
