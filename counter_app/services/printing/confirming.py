"""The officer's word that a paper came out, where the spooler gave none."""

from __future__ import annotations

from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.receipt_paper import PROVISIONAL, RECEIPT


def confirm_printed(workplace: Workplace, session: Session, dossier: Dossier) -> Dossier:
    """Record that the receipt (or provisional slip) of `dossier` is in hand.

    Without a digest: the very file isn't kept, and another one made now would have another time.
    """
    body = Printed(
        form=PROVISIONAL if dossier.is_provisional else RECEIPT,
        form_set=dossier.received.form_set,
        copies=2,
        proof=PrintProof.OFFICER,
    )
    return record(workplace, session, dossier.uid, body)
