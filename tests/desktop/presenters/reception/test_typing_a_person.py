"""Enter on the search line takes whom the officer typed, however long the store thinks."""

from __future__ import annotations

import pytest

from counter_app.desktop.presenters.reception.state import Block
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import Seen
from tests.desktop.presenters.reception.test_page import received


@pytest.fixture
def seen(desktop: Desktop) -> Seen:
    return Seen(desktop)


def search_while_the_store_is_busy(seen: Seen, typed: str) -> None:
    """Type a number whose first digits are a known citizen's; the store answers those only."""
    received(seen)
    jobs = seen.desktop.jobs
    seen.page.search(typed[:4])
    assert len(seen.state.applicant.rows) == 1
    jobs.hold()
    seen.page.search(typed)


def test_enter_never_takes_a_citizen_of_fewer_letters(seen: Seen) -> None:
    search_while_the_store_is_busy(seen, "001199000461")
    seen.page.enter()
    assert seen.page.draft.applicant is None
    seen.desktop.jobs.release()
    assert seen.page.draft.applicant is None
    assert seen.state.applicant.form


def test_enter_before_the_answer_takes_whom_it_finds(seen: Seen) -> None:
    search_while_the_store_is_busy(seen, "001199000456")
    seen.page.enter()
    seen.desktop.jobs.release()
    assert seen.page.draft.applicant is not None
    assert seen.page.draft.applicant.name == "Trần Thị Mẫu"
    assert seen.current is Block.PROCEDURE


def test_more_letters_take_an_enter_back(seen: Seen) -> None:
    search_while_the_store_is_busy(seen, "00119900045")
    seen.page.enter()
    seen.page.search("001199000456")
    seen.desktop.jobs.release()
    assert seen.page.draft.applicant is None
    assert len(seen.state.applicant.rows) == 1


def test_who_moves_in_the_list_chooses_from_what_is_seen(seen: Seen) -> None:
    search_while_the_store_is_busy(seen, "001199000456")
    seen.page.move(1)
    seen.page.enter()
    assert seen.page.draft.applicant is None, "who was found by fewer letters may be gone"
    seen.desktop.jobs.release()
    assert seen.page.draft.applicant is not None
    assert seen.current is Block.PROCEDURE


def test_a_late_answer_doesnt_reach_the_next_draft(seen: Seen) -> None:
    search_while_the_store_is_busy(seen, "001199000456")
    seen.page.enter()
    seen.card()
    seen.page.park()
    seen.desktop.jobs.release()
    assert seen.page.draft.applicant is None
    assert not seen.state.applicant.rows
