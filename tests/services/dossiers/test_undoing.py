from __future__ import annotations

import pytest

from counter_app.domain.acts.steps import HandedOver, Printed, PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import (
    WayBack,
    cancel_reception,
    possible_way_back,
    undo_reception,
)
from counter_app.services.printing.print_list import unconfirmed
from counter_app.wording.sentences import problem_words
from tests.made import person
from tests.services.conftest import Counter

PRINTED = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)


def received(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception("1.001193", person()))


def test_what_was_never_printed_is_undone_and_keeps_its_number(counter: Counter) -> None:
    dossier = received(counter)
    assert possible_way_back(counter.workplace, dossier) is WayBack.UNDO
    undone = undo_reception(counter.workplace, counter.session, dossier.uid)
    assert undone.status is Status.WITHDRAWN
    assert undone.code == dossier.code
    assert undone.steps[-1].text == "Ghi nhầm, chưa in giấy"
    assert received(counter).code != dossier.code
    assert len(lines(counter.workplace, ListQuestion(Queue.OPEN)).lines) == 1
    assert len(unconfirmed(counter.workplace)) == 1


def test_what_was_printed_is_cancelled_with_a_reason(counter: Counter) -> None:
    dossier = received(counter)
    dossier = record(counter.workplace, counter.session, dossier.uid, PRINTED)
    assert possible_way_back(counter.workplace, dossier) is WayBack.CANCEL
    with pytest.raises(FalseStepError) as caught:
        undo_reception(counter.workplace, counter.session, dossier.uid)
    assert [each.code for each in caught.value.problems] == ["undo_printed"]
    with pytest.raises(FalseStepError) as caught:
        cancel_reception(counter.workplace, counter.session, dossier.uid, " ")
    assert caught.value.facts["code"] == dossier.code
    gone = cancel_reception(counter.workplace, counter.session, dossier.uid, "nhầm công dân")
    assert gone.status is Status.WITHDRAWN
    assert gone.steps[-1].text == "Hủy do ghi nhầm: nhầm công dân"
    assert possible_way_back(counter.workplace, gone) is WayBack.NONE


def test_behind_a_later_step_nothing_is_written(counter: Counter) -> None:
    dossier = received(counter)
    record(counter.workplace, counter.session, dossier.uid, HandedOver("Phòng Tư pháp"))
    with counter.workplace.store.reading() as tx:
        before = tx.journal.count()
    with pytest.raises(FalseStepError) as caught:
        undo_reception(counter.workplace, counter.session, dossier.uid)
    assert problem_words(caught.value.problems[0]).startswith("Hồ sơ đã sang bước sau")
    with pytest.raises(FalseStepError):
        cancel_reception(counter.workplace, counter.session, dossier.uid, "nhầm")
    with pytest.raises(DossierUnknownError):
        undo_reception(counter.workplace, counter.session, "nobody")
    with pytest.raises(FalseStepError):
        cancel_reception(counter.workplace, counter.session, "nobody", "")
    with counter.workplace.store.reading() as tx:
        assert tx.journal.count() == before
