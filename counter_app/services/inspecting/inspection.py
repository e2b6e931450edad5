"""Phiếu kiểm tra hồ sơ: everything the journal tells of one dossier, and whether it is whole."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import DossierUnknownError
from counter_app.domain.forms import Header
from counter_app.domain.journal.outcome import State
from counter_app.domain.officers.roles import Act
from counter_app.domain.printed.inspection import (
    InspectedChain,
    InspectedChange,
    InspectionContent,
    InspectionKind,
    InspectionRow,
)
from counter_app.i18n import in_vietnamese
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.inspecting.log import Group, LogLine, log_line, names
from counter_app.services.officers.permits import require
from counter_app.store.transaction import Transaction
from counter_app.store.views.day_acts import ActRow
from counter_app.wording.log import SENT
from counter_app.wording.parts import joined
from counter_app.wording.status import status_words

MOST_LOOKS = 500
"""So many looks at one dossier are printed, the newest ones."""

_KINDS = {
    Group.SEEN: InspectionKind.SEEN,
    Group.PRINTED: InspectionKind.PRINTED,
    Group.CHANGED: InspectionKind.CHANGED,
}
_SILENT = frozenset({State.ACCEPTED})


def inspection_content(
    workplace: Workplace, session: Session, uid: str, header: Header, reason: str = ""
) -> InspectionContent:
    """Return what the sheet says of the dossier `uid`, in Vietnamese: entries, looks, chains.

    Raises NotPermittedError to who may not see the log, or the dossier; DossierUnknownError.
    """
    require(workplace, session, Act.SEE_LOGS)
    require(workplace, session, Act.SEE_DOSSIERS)
    with workplace.store.reading() as tx, in_vietnamese():
        dossier = tx.dossiers.get(uid)
        if dossier is None:
            raise DossierUnknownError(code=uid)
        lines = _lines(tx, dossier, names(workplace, tx), workplace)
        chains = tx.proofs.of_dossier(uid)
        received = dossier.received
        return InspectionContent(
            header=header,
            code=dossier.shown_code,
            applicant=received.applicant.name,
            procedure=received.procedure.name,
            status=status_words(dossier.status, result_is_here=dossier.result_is_here),
            at=workplace.clock.now().at,
            inspector=session.officer.name,
            counter=workplace.enrolment.counter,
            rows=tuple(map(_row, lines)),
            chains=tuple(
                InspectedChain(each.chain, each.first, each.last, each.head, each.broken_at)
                for each in chains
            ),
            reason=reason,
            erased=sum(line.erased for line in lines),
        )


def _lines(
    tx: Transaction, dossier: Dossier, name_of: Callable[[str], str], workplace: Workplace
) -> tuple[LogLine, ...]:
    """Return all entries of the dossier, and every look at it, as time went."""
    acts = [
        ActRow(0, told.entry, told.body, told.outcome.state, dossier.shown_code,
               dossier.received.applicant.name, dossier.received.procedure.name, dossier.uid)
        for told in tx.dossiers.timeline(dossier.uid)
    ]  # fmt: skip
    if acts:
        first = vietnam_time(min(act.entry.occurred_at for act in acts)).date()
        today = vietnam_time(workplace.clock.now().at).date()
        known = {act.entry.uid for act in acts}
        for code in filter(None, (dossier.code, dossier.provisional_code, dossier.portal_code)):
            looks = tx.day_acts.latest(first, today, about=code, limit=MOST_LOOKS)
            acts += [each for each in looks if each.entry.uid not in known]
            known.update(each.entry.uid for each in looks)
    acts.sort(key=lambda act: (act.entry.occurred_at, act.entry.chain, act.entry.n))
    return tuple(log_line(act, name_of) for act in acts)


def _row(line: LogLine) -> InspectionRow:
    state = "" if line.from_server or line.state in _SILENT else SENT[line.state]
    return InspectionRow(
        at=line.at,
        who=line.officer,
        counter=line.counter,
        kind=_KINDS.get(line.group, InspectionKind.DONE),
        what=line.title,
        changes=tuple(InspectedChange(each.what, each.before, each.after) for each in line.changes),
        hash=line.hash,
        note=joined(line.detail, state),
    )
