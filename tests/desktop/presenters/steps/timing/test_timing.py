"""Extension and apology: the day, the signer, the broken limit; the promise stays or moves."""

from __future__ import annotations

from datetime import timedelta

from counter_app.desktop.presenters.steps.step_state import SayKind
from counter_app.desktop.presenters.steps.timing.apology import Apology
from counter_app.desktop.presenters.steps.timing.extension import DAY, SIGNER, Extension
from counter_app.domain.dates import shown_date
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.at_desk import AtDesk


def test_an_extension_says_the_new_time_before_enter(desktop: Desktop) -> None:
    at = AtDesk(desktop, Extension).start().press("1")
    at.enter()
    assert at.view.focused[-1] == DAY
    before = at.dossier.promise.due_at
    assert before is not None
    at.type(day=shown_date(before.date()))
    assert at.view.inputs[DAY].problem, "the old day is no later day"
    day = before.date() + timedelta(days=7)
    at.type(day=shown_date(day)).enter()
    assert at.view.focused[-1] == SIGNER
    assert at.view.said["due"].kind is SayKind.FIGURE
    at.type(signer="Nguyễn Văn Dụ").enter()
    assert at.dossier.promise.due_at == before.replace(year=day.year, month=day.month, day=day.day)
    assert at.papers == ["extension"]


def test_a_day_off_is_a_doubt(desktop: Desktop) -> None:
    at = AtDesk(desktop, Extension).start()
    before = at.dossier.promise.due_at
    assert before is not None
    sunday = before.date() + timedelta(days=6 - before.weekday())
    at.type(day=shown_date(sunday + timedelta(days=7)))
    assert at.view.inputs[DAY].doubt
    assert not at.view.inputs[DAY].problem


def test_a_late_extension_is_a_breach_with_reason_and_supervisor(desktop: Desktop) -> None:
    at = AtDesk(desktop, Extension)
    due = at.dossier.promise.due_at
    assert due is not None
    desktop.counter.clock.at = due - timedelta(hours=2)
    at.start().press("1").type(day=shown_date(due.date() + timedelta(days=7)), signer="Chủ tịch")
    at.enter()
    assert not at.ended, "the limit is broken: why, and who allows it?"
    rows = [row.name for row in at.view.rows]
    assert rows, "reasons of breaches and supervisors are offered"
    assert at.view.state.reason


def test_an_apology_leaves_the_promise(desktop: Desktop) -> None:
    at = AtDesk(desktop, Apology)
    due = at.dossier.promise.due_at
    assert due is not None
    desktop.counter.clock.at = due + timedelta(days=1)
    at.start().press("1").type(day=shown_date(due.date() - timedelta(days=3)))
    assert at.view.inputs[DAY].problem, "a day that has gone by"
    at.type(day=shown_date(due.date() + timedelta(days=9)), signer="Nguyễn Văn Dụ").enter()
    assert at.dossier.promise.due_at == due
    assert at.dossier.apologies == 1
    assert at.papers == ["apology"]
