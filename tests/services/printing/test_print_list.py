from __future__ import annotations

from counter_app.domain.acts.steps import Printed, PrintProof, Withdrawn
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.print_list import unconfirmed
from tests.made import person
from tests.services.conftest import Counter

PRINTED = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)


def test_only_open_dossiers_of_this_counter_without_paper(counter: Counter) -> None:
    uids = []
    for _ in range(3):
        dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
        uids.append(dossier.uid)
    record(counter.workplace, counter.session, uids[0], PRINTED)
    record(counter.workplace, counter.session, uids[1], Withdrawn("đổi ý"))
    assert [line.uid for line in unconfirmed(counter.workplace)] == [uids[2]]
    record(counter.workplace, counter.session, uids[2], PRINTED)
    assert unconfirmed(counter.workplace) == ()
