from __future__ import annotations

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.errors.work import CodeUnreadableError, DossierUnknownError
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.services.dossiers.detail import detail, detail_by_code
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from tests.made import person
from tests.services.conftest import Counter


def test_a_detail_has_the_whole_history_and_the_procedure(counter: Counter) -> None:
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    step = record(counter.workplace, counter.session, dossier.uid, HandedOver("Phòng Tư pháp"))
    with counter.workplace.store.writing() as tx:
        tx.deliveries.answered(step.last_uid, Outcome(State.REFUSED))
    found = detail(counter.workplace, dossier.uid)
    assert [each.entry.kind for each in found.told] == [Kind.RECEIVED, Kind.HANDED_OVER]
    assert found.told[1].outcome.state is State.REFUSED
    assert len(found.dossier.steps) == 1
    assert found.procedure is not None
    assert found.procedure.code == "1.001193"
    assert detail_by_code(counter.workplace, f"*{dossier.code}*\r") == found


def test_what_isnt_here_is_said(counter: Counter) -> None:
    with pytest.raises(DossierUnknownError):
        detail(counter.workplace, "nobody")
    with pytest.raises(CodeUnreadableError):
        detail_by_code(counter.workplace, "xin chào")
    with pytest.raises(DossierUnknownError):
        detail_by_code(counter.workplace, f"{counter.workplace.enrolment.centre}-261120-0099")
