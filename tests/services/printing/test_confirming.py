"""The officer's word for a paper."""

from __future__ import annotations

from counter_app.domain.acts.steps import PrintProof
from counter_app.services.printing.confirming import confirm_printed
from counter_app.services.printing.print_list import unconfirmed
from counter_app.services.printing.receipt_paper import RECEIPT
from tests.services.conftest import Counter
from tests.services.dossiers.test_life_at_the_counter import received


def test_a_confirmed_paper_leaves_the_list(counter: Counter) -> None:
    dossier = received(counter)
    assert [line.uid for line in unconfirmed(counter.workplace)] == [dossier.uid]
    after = confirm_printed(counter.workplace, counter.session, dossier)
    (printed,) = after.printed
    assert printed.proof is PrintProof.OFFICER
    assert printed.form == RECEIPT
    assert printed.document_sha256 == ""
    assert unconfirmed(counter.workplace) == ()
