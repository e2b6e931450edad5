"""The receipt that a reception would print, before anything is written (Shift+F9)."""

from __future__ import annotations

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive_within
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import Document, make_receipt


class _NotKeptError(Exception):
    """Ends the transaction without keeping it."""


def preview_receipt(
    workplace: Workplace,
    session: Session,
    reception: Reception,
    fonts: FontChoice,
    layout: Layout = "A4x2",
) -> Document:
    """Return the receipt with the number that `reception` would get now; nothing is kept of it.

    The very reception is written and undone in one transaction, so that what is shown is what F9
    will print, unless another dossier takes the number in between. Raises what `receive` raises.
    """
    return make_receipt(workplace, session, _tried(workplace, session, reception), fonts, layout)


def _tried(workplace: Workplace, session: Session, reception: Reception) -> Dossier:
    dossier: Dossier | None = None
    try:
        with workplace.store.writing() as tx:
            dossier = receive_within(tx, workplace, session, reception)
            raise _NotKeptError
    except _NotKeptError:
        pass
    assert dossier is not None
    return dossier
