"""A procedure whose result is handed over at once: received and returned in one stroke.

No Mẫu 01 unless the citizen asks for it, yet recorded like every other: a number, a line in the
book, and both acts in the journal (DOMAIN §3).
"""

from __future__ import annotations

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import false
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive_within
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import returned_body
from counter_app.services.officers.permits import require_kind


def receive_and_return(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    uid: str = "",
    results: tuple[ResultPaper, ...] | None = None,
) -> Dossier:
    """Write reception and return in one transaction; return the dossier, returned.

    `results` None: what the procedure's list says that it gives. `uid` as for `receive`: a draft
    that comes back after it was written gives the same dossier. Raises FalseStepError when the
    procedure's result isn't handed over at once, and what `receive` raises; then nothing was
    written.
    """
    with workplace.store.writing() as tx:
        dossier = receive_within(tx, workplace, session, reception, uid)
        if len(dossier.steps) > 1:
            return dossier  # it was written before the draft came back
        require_kind(workplace, session, Kind.RETURNED)
        reference = dossier.received.procedure
        procedure = workplace.reference.procedures.with_version(reference.code, reference.version)
        if procedure is None or not procedure.immediate_result:
            raise FalseStepError((false("immediate_not", "/procedure"),), code=reference.code)
        moment = workplace.moment(tx)
        papers = _results_of(procedure) if results is None else results
        tx.journal.append(
            Kind.RETURNED,
            returned_body(session, dossier, papers),
            uid=workplace.new_id(),
            dossier=dossier.uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
        returned = tx.dossiers.get(dossier.uid)
    assert returned is not None
    return returned


def _results_of(procedure: Procedure) -> tuple[ResultPaper, ...]:
    return tuple(ResultPaper(kind) for kind in procedure.results)
