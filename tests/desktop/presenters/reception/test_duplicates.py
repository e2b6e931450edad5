"""A citizen who has a dossier of the same procedure already: what it waits for is said."""

from __future__ import annotations

import pytest

from counter_app.desktop.presenters.reception.state import Question
from counter_app.domain.acts.steps import SupplementItem
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.intake.accepting import accept, wished_reception
from counter_app.services.steps.supplement import ask_supplement
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import Seen
from tests.services.intake.online import PORTAL, submitted

CARD = "001184000123||Trần Thị Mẫu|15031984|Nữ|Phường Hoàn Kiếm, Hà Nội|20082021"


@pytest.fixture
def seen(desktop: Desktop) -> Seen:
    return Seen(desktop)


def question(seen: Seen) -> Question:
    """Return what is asked of the citizen of an online dossier who comes in person."""
    seen.card(CARD)
    seen.page.choose("1.004884")
    found = seen.state.procedure.question
    assert found is not None
    return found


@pytest.mark.parametrize(("days", "when"), [(0, "hôm nay"), (1, "hôm qua"), (4, "20/11/2026")])
def test_what_waits_for_a_supplement_says_so_and_since_when(
    seen: Seen, days: int, when: str
) -> None:
    counter = seen.desktop.counter
    place, session = counter.workplace, counter.session
    waiting = submitted(counter)
    accept(place, session, waiting.uid, wished_reception(waiting))
    ask_supplement(place, session, waiting.uid, [SupplementItem("Ảnh")])
    counter.clock.go(days=days)
    asked = question(seen)
    assert asked.title == f"Hồ sơ cùng thủ tục của công dân này chờ bổ sung từ {when}"
    assert asked.hints[0].keys == ("Enter",)
    assert asked.hints[0].words == "mở hồ sơ đó để nhận bổ sung"
    seen.page.enter()
    assert seen.opened == [waiting.uid]


def test_what_waits_to_be_received_comes_before_a_supplement(seen: Seen) -> None:
    counter = seen.desktop.counter
    place, session = counter.workplace, counter.session
    waiting = submitted(counter)
    later = receive(place, session, Reception("1.004884", waiting.received.applicant))
    ask_supplement(place, session, later.uid, [SupplementItem("Ảnh")])
    assert question(seen).label == PORTAL


def test_of_several_the_one_that_waits_for_the_citizen_is_named(seen: Seen) -> None:
    counter = seen.desktop.counter
    place, session = counter.workplace, counter.session
    waiting = submitted(counter)
    first = accept(place, session, waiting.uid, wished_reception(waiting))
    ask_supplement(place, session, first.uid, [SupplementItem("Ảnh")])
    receive(place, session, Reception("1.004884", waiting.received.applicant))
    assert question(seen).label == first.shown_code
