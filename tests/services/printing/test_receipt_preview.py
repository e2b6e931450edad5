"""A preview shows what F9 prints and leaves no trace."""

from __future__ import annotations

from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import make_receipt
from counter_app.services.printing.receipt_preview import preview_receipt
from tests.made import person
from tests.services.conftest import Counter


def test_a_preview_is_the_paper_and_leaves_no_trace(counter: Counter) -> None:
    fonts, reception = choose_fonts(), Reception("1.001193", person())
    with counter.workplace.store.reading() as tx:
        before = tx.journal.head(), tx.numbers.blocks()
    shown = preview_receipt(counter.workplace, counter.session, reception, fonts)
    with counter.workplace.store.reading() as tx:
        assert (tx.journal.head(), tx.numbers.blocks()) == before
    dossier = receive(counter.workplace, counter.session, reception)
    printed = make_receipt(counter.workplace, counter.session, dossier, fonts)
    assert printed.pdf == shown.pdf
