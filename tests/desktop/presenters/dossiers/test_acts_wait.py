"""No key acts on rows of an older question: it waits for those of what was typed."""

from __future__ import annotations

import pytest

from counter_app.desktop.presenters.dossiers.dossier_list import PAGE, DossierList
from counter_app.domain.errors.store import StoreLockedError
from counter_app.services.dossiers.lists import Queue
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.dossiers.test_dossier_list import Listed, Shown


@pytest.fixture
def listed(desktop: Desktop) -> Listed:
    """Three dossiers are shown, the store takes its time from now on."""
    view = Shown()
    desktop.counter.grant(first=100, last=900)
    listed = Listed(desktop, view, DossierList(desktop.desk, view))
    listed.receive()
    listed.receive("Lê Văn Thử", "001084000124")
    listed.receive("Lê Thị Ví Dụ", "001184000126")
    listed.presenter.arrive()
    desktop.jobs.hold()
    return listed


def test_f8_waits_for_the_dossier_that_was_typed(listed: Listed) -> None:
    listed.presenter.type("van thu")
    assert listed.presenter.has_current()
    listed.presenter.open("return")
    assert listed.view.opened == [], "the first row is somebody else's"
    listed.desktop.jobs.release()
    (line,) = listed.view.lines
    assert line.applicant == "Lê Văn Thử"
    assert listed.view.opened == [(line.uid, "return")]


def test_of_several_that_nobody_has_seen_none_is_opened(listed: Listed) -> None:
    listed.presenter.type("le")
    listed.presenter.open("return")
    listed.desktop.jobs.release()
    assert (len(listed.view.lines), listed.view.opened) == (2, [])
    assert listed.view.table_focused == 1
    listed.presenter.open("return")
    assert listed.view.opened == [(listed.view.lines[0].uid, "return")]


def test_more_letters_or_another_queue_take_the_key_back(listed: Listed) -> None:
    listed.presenter.type("van")
    listed.presenter.open("return")
    listed.presenter.type("van thu")
    listed.desktop.jobs.release()
    assert (len(listed.view.lines), listed.view.opened) == (1, [])
    listed.desktop.jobs.hold()
    listed.presenter.show_queue(Queue.ALL)
    listed.presenter.open("return")
    listed.presenter.show_queue(Queue.OPEN)
    listed.desktop.jobs.release()
    assert listed.view.opened == []


def test_a_row_that_is_pointed_at_is_opened_unless_it_is_about_to_go(listed: Listed) -> None:
    listed.presenter.open_row(1)
    assert listed.view.opened == [(listed.view.lines[1].uid, "")]
    listed.presenter.type("van thu")
    listed.presenter.open_row(2)
    listed.desktop.jobs.release()
    assert len(listed.view.opened) == 1


def test_a_refresh_takes_no_key_away(listed: Listed) -> None:
    listed.presenter.arrive()
    listed.presenter.open("return")
    assert listed.view.opened == [(listed.view.lines[0].uid, "return")]


def test_typing_during_a_refresh_begins_at_the_first_row(listed: Listed) -> None:
    listed.presenter.move_to(2)
    listed.presenter.arrive()
    listed.presenter.type("le")
    listed.presenter.arrive()
    listed.desktop.jobs.release()
    assert (len(listed.view.lines), listed.view.current) == (2, 0)


def test_rows_of_an_older_question_go_when_the_store_refuses(
    listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise StoreLockedError(path="store.db")

    monkeypatch.setattr("counter_app.desktop.presenters.dossiers.dossier_list.lines", refuse)
    listed.presenter.type("van thu")
    listed.presenter.open("return")
    listed.desktop.jobs.release()
    assert (listed.view.lines, listed.view.opened) == ([], [])
    assert listed.view.state.empty is not None
    listed.presenter.open("return")
    assert listed.view.opened == []


def test_who_scrolled_far_may_ask_for_other_days(
    listed: Listed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.desktop.presenters.dossiers.dossier_list._MOST_REFRESHED", 2)
    listed.desktop.jobs.release()
    listed.desktop.counter.clock.go(days=8)
    listed.presenter.pick_days("7")
    assert listed.view.lines == []
    listed.presenter.pick_days("all")
    assert 0 < len(listed.view.lines) <= PAGE
