"""Who looks at a dossier is recorded; who may only look is offered nothing else."""

from __future__ import annotations

import dataclasses

from counter_app.desktop.changed import Changed
from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.detail.dossier_detail import DossierDetail
from counter_app.desktop.presenters.steps.offers import OFFERS
from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import take_result_in
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.detail.shown import ShownDetail
from tests.made import NOON, person


def looks(desktop: Desktop) -> list[str]:
    today = desktop.counter.clock.at.date()
    with desktop.counter.workplace.store.reading() as tx:
        rows = tx.day_acts.between(today, today, (Kind.VIEWED,))
    return [row.body.what for row in rows if isinstance(row.body, Viewed)]


def opened(desktop: Desktop) -> tuple[DossierDetail, ShownDetail, str, str]:
    counter = desktop.counter
    dossier = receive(counter.workplace, counter.session, Reception("1.001193", person()))
    take_result_in(counter.workplace, counter.session, dossier, (ResultPaper("Giấy khai sinh"),))
    view = ShownDetail()
    changes: list[Changed] = []
    page = DossierDetail(desktop.desk, view, changes.append, OFFERS)
    page.open(dossier.uid)
    return page, view, dossier.uid, dossier.shown_code


def test_opening_is_a_look_refreshing_is_none(desktop: Desktop) -> None:
    page, _, uid, code = opened(desktop)
    page.refresh()
    page.open(uid)
    assert looks(desktop) == [code]
    desktop.counter.clock.go(hours=1)
    page.refresh()
    assert looks(desktop) == [code]
    page.open_code(code)
    assert looks(desktop) == [code, code]


def test_what_isnt_here_was_not_looked_at(desktop: Desktop) -> None:
    page, *_ = opened(desktop)
    page.open("nobody")
    assert len(looks(desktop)) == 1


def test_the_page_doesnt_wait_for_the_record(desktop: Desktop) -> None:
    _, _, uid, _ = opened(desktop)
    view = ShownDetail()
    page = DossierDetail(desktop.desk, view, lambda _: None)
    desktop.counter.clock.go(hours=2)
    page.open(uid)
    assert view.state.code
    assert desktop.notices == []


def test_an_inspector_is_offered_nothing(desktop: Desktop) -> None:
    decision = Appointment("07/QĐ", NOON.date(), (), NOON.date())
    officer = Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,), appointments=(decision,))
    desktop.desk = dataclasses.replace(desktop.desk, session=Session(officer, "online"))
    page, view, uid, code = opened(desktop)
    state = view.state
    assert (state.proceed, state.others, state.reprint) == ("", (), "")
    for refused in (page.begin_return, page.reprint, lambda: page.begin(Command.SUPPLEMENT)):
        before = len(desktop.notices)
        assert refused()
        assert len(desktop.notices) == before + 1
        assert "Đỗ Thị Thử" in desktop.notices[-1].bold
    assert view.returning == []
    assert view.steps == []
    page.open(uid)
    assert looks(desktop) == [code, code], "an inspector's every look is recorded"


def test_who_returns_results_is_offered_that(desktop: Desktop) -> None:
    officer = Officer("tk", "Hoàng Thị Tập", roles=(Role.RETURN,))
    desktop.desk = dataclasses.replace(desktop.desk, session=Session(officer, "online"))
    _, view, _, _ = opened(desktop)
    assert view.state.proceed == "Trả kết quả"
    offered = {str(each.act) for each in view.state.others}
    assert "supplement" not in offered
