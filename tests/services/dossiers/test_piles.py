"""A pile goes out as a whole, comes back, and its results come, each with one numbered list."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.services.dossiers.piles import (
    Pile,
    hand_over,
    lines_again,
    pile_line,
    take_back,
    take_results_in,
    units,
)
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"
UNIT = "Phòng Tư pháp"


@pytest.fixture
def pile(counter: Counter) -> list[Dossier]:
    reception = Reception(BIRTH, person())
    return [receive(counter.workplace, counter.session, reception) for _ in range(3)]


def _codes(counter: Counter, dossiers: list[Dossier]) -> list[str]:
    with counter.workplace.store.reading() as tx:
        return [str(tx.dossiers.get(each.uid).unit) for each in dossiers]  # type: ignore[union-attr]


def test_a_pile_goes_out_and_comes_back(counter: Counter, pile: list[Dossier]) -> None:
    uids = [each.uid for each in pile]
    out = hand_over(counter.workplace, counter.session, uids, UNIT, "Lê Văn Thử")
    assert out.number == "BG12-2026-0001" or out.number.endswith("-0001")
    assert [each.unit for each in out.dossiers] == [UNIT] * 3
    assert {each.status for each in out.dossiers} == {Status.IN_PROGRESS}
    again = pile_line(counter.workplace, Pile.OUT, pile[0].shown_code)
    assert again.problem is not None
    assert again.problem.code == "pile_is_out"
    assert pile_line(counter.workplace, Pile.BACK, pile[0].shown_code).problem is None
    back = take_back(counter.workplace, counter.session, uids[:2], UNIT)
    assert back.number.endswith("-0002")
    assert _codes(counter, pile) == ["", "", UNIT]


def test_all_or_none(counter: Counter, pile: list[Dossier]) -> None:
    uids = [pile[0].uid, "0192f0c1-0000-7000-8000-000000000000", pile[1].uid]
    with pytest.raises(DossierUnknownError):
        hand_over(counter.workplace, counter.session, uids, UNIT)
    assert _codes(counter, pile) == ["", "", ""]
    assert hand_over(counter.workplace, counter.session, [pile[0].uid], UNIT).number.endswith(
        "-0001"
    ), "a pile that wasn't written takes no number"


def test_a_pile_without_a_unit_goes_nowhere(counter: Counter, pile: list[Dossier]) -> None:
    with pytest.raises(FalseStepError) as caught:
        hand_over(counter.workplace, counter.session, [pile[0].uid], " ")
    assert caught.value.problems[0].code == "pile_no_unit"


def test_results_come_in(counter: Counter, pile: list[Dossier]) -> None:
    line = pile_line(counter.workplace, Pile.RESULTS, pile[0].shown_code)
    assert line.problem is None
    assert line.results, "the procedure says what it ends with"
    papers = (ResultPaper(line.results[0].kind, "118/2026"),)
    done = take_results_in(counter.workplace, counter.session, [(line.uid, papers)])
    assert done.dossiers[0].result_is_here
    assert done.dossiers[0].results == papers
    assert done.number.startswith("KQ")
    (now,) = lines_again(counter.workplace, Pile.RESULTS, [pile[0]])
    assert now.problem is not None
    assert now.problem.code == "pile_result_is_here"


def test_what_never_left_cannot_come_back(counter: Counter, pile: list[Dossier]) -> None:
    line = pile_line(counter.workplace, Pile.BACK, pile[0].shown_code)
    assert line.problem is not None
    assert line.problem.code == "pile_not_out"
    assert not line.by_post


def test_units_are_the_provinces_agencies(counter: Counter) -> None:
    assert len(units(counter.workplace)) == len(set(units(counter.workplace))) > 0
