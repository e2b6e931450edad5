"""Dossiers of which nobody knows that their paper came out: "chưa xác nhận in"."""

from __future__ import annotations

from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.services.counter.workplace import Workplace


def unconfirmed(workplace: Workplace) -> tuple[DossierLine, ...]:
    """Return the dossiers received at this counter without a printed paper, newest first.

    An immediate-result dossier needs no paper, and a closed one none any more: neither is listed.
    """
    procedures = workplace.reference.procedures
    with workplace.store.reading() as tx:
        lines = tx.dossiers.unprinted(workplace.enrolment.counter)
    immediate = {each.code for each in procedures.procedures if each.immediate_result}
    return tuple(
        line for line in lines if not line.status.is_closed and line.procedure not in immediate
    )
