"""An act that is written later bears its own moment; the usual one costs no key more."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desktop.presenters.steps.closing.by_post import TRACKING, ByPost
from counter_app.desktop.presenters.steps.recording.moving import Moving
from counter_app.desktop.presenters.steps.recording.result_in import ResultIn
from counter_app.desktop.presenters.steps.told_later import DONE
from counter_app.domain.dossiers.facts import Fact
from counter_app.services.dossiers.returning import take_result_in
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.piles.test_pile_page import Office
from tests.desktop.presenters.piles.test_pile_page import office as office  # noqa: PLC0414 (fixture)
from tests.desktop.presenters.returning.test_result_return import RESULTS, Panel
from tests.desktop.presenters.returning.test_result_return import panel as panel  # noqa: PLC0414
from tests.desktop.presenters.steps.at_desk import AtDesk


def told(desktop: Desktop, **ago: float) -> str:
    """Return a moment before now as an officer types it."""
    return f"{desktop.counter.clock.at - timedelta(**ago):%H:%M %d/%m/%Y}"


def facts(desktop: Desktop) -> tuple[Fact, ...]:
    day = desktop.counter.clock.at.date()
    with desktop.counter.workplace.store.reading() as tx:
        return tx.journal.facts(day, day)


def test_a_moment_is_taken_and_kept(desktop: Desktop) -> None:
    at = AtDesk(desktop, ResultIn).start()
    desktop.counter.clock.go(hours=3)
    at.type(kind="Giấy khai sinh", done_at="9h99").enter()
    assert at.view.focused[-1] == DONE
    assert at.view.inputs[DONE].problem
    at.type(done_at="23:59 hn").enter()
    assert at.view.focused[-1] == DONE
    assert at.view.inputs[DONE].problem == "Lúc làm việc này chưa đến."
    at.type(done_at=told(desktop, hours=2)).enter()
    fact = facts(desktop)[-1]
    assert (fact.delay_minutes, fact.flags) == (120, ("told_later",))
    assert at.dossier.finished_at == desktop.counter.clock.at, "lateness goes by the entry"


def test_left_empty_it_happened_now(desktop: Desktop) -> None:
    at = AtDesk(desktop, Moving).start()
    assert at.view.inputs[DONE].text == ""
    at.type(unit="Phòng Tư pháp").enter()
    assert at.dossier.unit == "Phòng Tư pháp"
    assert all(fact.delay_minutes is None for fact in facts(desktop))


def test_nothing_happened_before_the_reception(desktop: Desktop) -> None:
    at = AtDesk(desktop, Moving).start().type(unit="Phòng Tư pháp", done_at="00:01 hn").enter()
    assert at.view.focused[-1] == DONE
    assert at.dossier.unit == ""


def test_what_went_by_post_yesterday(desktop: Desktop) -> None:
    at = AtDesk(desktop, ByPost)
    take_result_in(desktop.counter.workplace, desktop.counter.session, at.dossier, RESULTS)
    desktop.counter.clock.go(hours=5)
    at.start().type(**{TRACKING: "EB123456789VN", DONE: told(desktop, hours=4)}).enter()
    assert [fact.delay_minutes for fact in facts(desktop) if fact.delay_minutes] == [240]


def test_a_result_that_was_handed_over_before(panel: Panel) -> None:
    dossier = panel.receive()
    panel.desktop.counter.clock.go(hours=4)
    panel.presenter.start(dossier)
    assert panel.view.state.done is None, "nothing can be handed over"
    panel.presenter.press("1")
    assert panel.view.state.done == ""
    panel.presenter.tell_when("25h")
    assert panel.view.state.reason == panel.view.state.done_problem != ""
    panel.presenter.confirm()
    assert panel.view.done == []
    panel.presenter.tell_when(told(panel.desktop, hours=1))
    panel.presenter.confirm()
    minutes = [fact.delay_minutes for fact in facts(panel.desktop) if fact.delay_minutes]
    assert minutes == [60, 60], "taken in and returned"


def test_a_pile_that_went_before(office: Office) -> None:
    codes = [office.receive().shown_code for _ in range(2)]
    office.desktop.counter.clock.go(hours=2)
    for code in codes:
        office.page.add(code)
    office.page.tell_when("23:59 hn")
    assert not office.page.proceed()
    assert office.view.now.done_problem == office.view.now.reason
    office.page.tell_when(told(office.desktop, minutes=45))
    assert office.page.proceed()
    assert [fact.delay_minutes for fact in facts(office.desktop)[-2:]] == [45, 45]
    assert office.view.now.done == "", "the next pile moves now"
