from __future__ import annotations

from datetime import timedelta

import pytest

from counter_app.domain.acts.files import PaperScanned
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.results import ResultTakenIn
from counter_app.domain.acts.steps import (
    ContactWay,
    HandedOver,
    Printed,
    PrintProof,
    SupplementRequested,
    Told,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.facts import fact_of
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.dossiers.way_back import (
    WayBack,
    cancelled,
    undo_problems,
    undone,
    was_mistake,
    way_back,
)
from tests.made import AUTHOR, NOON, Life, received, submission

PRINTED = Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER)


def lived(*acts: Body) -> Dossier:
    life = Life()
    for act in (received(), *acts):
        life.does(act)
    dossier = fold(life.entries, {})
    assert dossier is not None
    return dossier


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((), WayBack.UNDO),
        ((Numbered("H26.15-261120-0002", "b", "12", 2026, 2),), WayBack.UNDO),
        ((PRINTED,), WayBack.CANCEL),
        ((HandedOver("Phòng Tư pháp"),), WayBack.NONE),
        ((HandedOver("Phòng Tư pháp"), HandedOver("Phòng Tư pháp", back=True)), WayBack.NONE),
        ((SupplementRequested(()),), WayBack.NONE),
        ((Told(ContactWay.PHONE, "đã báo"),), WayBack.NONE),
        ((ResultTakenIn(()),), WayBack.NONE),
        ((PaperScanned("Tờ khai", "0" * 64, 9, 1),), WayBack.NONE),
        ((Withdrawn("đổi ý"),), WayBack.NONE),
    ],
)
def test_a_later_step_closes_the_way_back(acts: tuple[Body, ...], expected: WayBack) -> None:
    assert way_back(lived(*acts), AUTHOR.counter, NOON) is expected


def test_another_counter_and_another_day() -> None:
    assert way_back(lived(), "99", NOON) is WayBack.NONE
    tomorrow = NOON + timedelta(days=1)
    assert way_back(lived(), AUTHOR.counter, tomorrow) is WayBack.CANCEL
    (problem,) = undo_problems(lived(), AUTHOR.counter, tomorrow)
    assert problem.code == "undo_another_day"


def test_a_citizens_own_submission_is_not_taken_back() -> None:
    life = Life()
    for act in (submission(), received()):
        life.does(act)
    accepted = fold(life.entries, {})
    assert accepted is not None
    assert way_back(accepted, AUTHOR.counter, NOON) is WayBack.NONE
    (problem,) = undo_problems(accepted, AUTHOR.counter, NOON)
    assert problem.code == "undo_submitted"


def test_a_mistake_is_told_from_a_citizens_withdrawal() -> None:
    assert was_mistake(undone())
    assert was_mistake(cancelled(" chọn nhầm thủ tục "))
    assert cancelled(" chọn nhầm thủ tục ").reason == "Hủy do ghi nhầm: chọn nhầm thủ tục"
    assert not was_mistake(Withdrawn("Công dân đổi ý"))
    with pytest.raises(ValueError, match="reason"):
        cancelled("  ")
    life = Life()
    life.does(received())
    flags = [fact_of(life.does(act), None).flags for act in (undone(), Withdrawn("Công dân đổi ý"))]
    assert flags == [("mistake",), ()]
