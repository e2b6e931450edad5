"""The citizen screen follows the officer's pages, in its own words and without secrets."""

from __future__ import annotations

import pytest

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.citizen.citizen import FAREWELL, THANKS
from counter_app.desktop.presenters.citizen.state import (
    Asking,
    Greeting,
    Money,
    Receiving,
    Returning,
    Tick,
)
from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.vietqr import payload
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.citizen.following import (
    ACCOUNT,
    BIRTH,
    Followed,
    returned,
    texts,
    with_account,
)

RECOGNITION = "1.001022"
"""Nhận cha, mẹ, con: the council sets the fee, so nobody knows it before it is entered."""

NAME, NUMBER, PHONE = "Trần Thị Mẫu", "001199000456", "0912345678"


@pytest.fixture
def seen(desktop: Desktop) -> Followed:
    return Followed(with_account(desktop))


def ready(seen: Followed, procedure: str = BIRTH) -> None:
    """Bring a new citizen's dossier to F9."""
    seen.card()
    seen.page.type_phone(PHONE)
    seen.page.enter()
    seen.page.choose(procedure)
    while seen.current is not Block.READY:
        seen.page.enter()


def receiving(seen: Followed) -> Receiving:
    assert isinstance(seen.scene, Receiving)
    return seen.scene


def greeting(seen: Followed) -> Greeting:
    assert isinstance(seen.scene, Greeting)
    return seen.scene


def test_nobody_is_served(seen: Followed) -> None:
    state = seen.shown[-1]
    assert greeting(seen).title == "Kính chào ông/bà"
    assert state.centre == "Trung tâm PVHCC phường Mẫu"
    assert state.counter == "Quầy 12"
    assert state.time == "10:00"
    assert state.day == "Thứ Sáu 20/11/2026"


def test_a_card_shows_who_with_a_mask(seen: Followed) -> None:
    seen.card()
    scene = receiving(seen)
    assert scene.name == "T•• T•• Mẫu"
    assert scene.facts == ("0011••••0456",)
    assert not scene.procedure
    assert not scene.checks
    assert scene.money is scene.appointment is scene.transfer is None


def test_papers_fee_and_due_follow_the_officer(seen: Followed) -> None:
    seen.card()
    seen.page.type_phone(PHONE)
    seen.page.enter()
    seen.page.choose(BIRTH)
    assert {paper.tick for paper in receiving(seen).papers} == {Tick.ASKED, Tick.DATABASE}
    while seen.current is not Block.READY:
        seen.page.enter()
    scene = receiving(seen)
    assert scene.procedure.startswith("Đăng ký khai sinh")
    assert {paper.tick for paper in scene.papers} == {Tick.THERE, Tick.DATABASE}
    (database,) = (paper for paper in scene.papers if paper.tick is Tick.DATABASE)
    assert database.name == "Giấy chứng nhận kết hôn của cha, mẹ"
    assert scene.appointment is not None
    assert scene.appointment.detail == "Trung tâm PVHCC phường Mẫu"
    assert scene.checks
    assert scene.prompt.startswith("Mời ông/bà kiểm tra")


def test_a_paper_that_is_missing_is_said(seen: Followed) -> None:
    seen.card()
    seen.page.type_phone(PHONE)
    seen.page.enter()
    seen.page.choose(BIRTH)
    for row in range(1, len(seen.state.papers.rows)):
        seen.page.toggle_paper(row)
    seen.page.enter()
    assert Tick.LACKING in {paper.tick for paper in receiving(seen).papers}


def test_a_paper_of_a_database_that_was_brought_all_the_same_is_there(seen: Followed) -> None:
    seen.card()
    seen.page.type_phone(PHONE)
    seen.page.enter()
    seen.page.choose(BIRTH)
    for row in range(len(seen.state.papers.rows)):
        seen.page.toggle_paper(row)
    assert {paper.tick for paper in receiving(seen).papers} == {Tick.THERE}


def test_a_fee_that_nobody_knows_is_no_amount(seen: Followed) -> None:
    ready(seen, RECOGNITION)
    scene = receiving(seen)
    assert scene.money == Money("Theo thông báo thu", "Lệ phí hộ tịch")
    assert scene.transfer is None


def test_a_transfer_before_f9_finds_its_dossier(seen: Followed) -> None:
    ready(seen)
    seen.page.enter_fee(0, "8.000")
    scene = receiving(seen)
    assert scene.money == Money("8.000 đ", "Tám nghìn đồng")
    assert scene.transfer is not None
    purpose = scene.transfer.lines[-1].removeprefix("Nội dung: ")
    assert scene.transfer.payload == payload(ACCOUNT, 8000, purpose)
    assert purpose.startswith("QUAY 12 HS")
    assert "257678859" in scene.transfer.lines
    seen.page.act(Command.RECEIVE)
    (dossier,) = seen.desktop.received
    line = f"MBVCB.118.{purpose}.CT tu 0011 toi 2576"
    place = seen.desktop.desk.workplace
    found = lines(place, ListQuestion(Queue.ALL, typed=line)).lines
    assert [each.uid for each in found] == [dossier.uid]


def test_money_that_was_taken_needs_no_transfer(seen: Followed) -> None:
    ready(seen)
    seen.page.enter_fee(0, "8.000")
    seen.page.collect(collected=True)
    scene = receiving(seen)
    assert scene.money == Money("8.000 đ", "Tám nghìn đồng", "Đã thu")
    assert scene.transfer is None


def test_after_f9_a_transfer_names_the_dossier(seen: Followed) -> None:
    ready(seen)
    seen.page.enter_fee(0, "8.000")
    seen.page.act(Command.RECEIVE)
    (dossier,) = seen.desktop.received
    seen.citizen.received(dossier)
    scene = greeting(seen)
    assert scene.money == Money("8.000 đ", "Tám nghìn đồng")
    assert scene.transfer is not None
    assert scene.transfer.payload == payload(ACCOUNT, 8000, dossier.shown_code)


def test_after_f9_the_code_stands_there_and_goes(seen: Followed) -> None:
    ready(seen)
    seen.page.act(Command.RECEIVE)
    (dossier,) = seen.desktop.received
    seen.citizen.received(dossier)
    assert greeting(seen).code == dossier.shown_code
    assert greeting(seen).appointment is not None
    seen.seconds(THANKS - 1)
    assert greeting(seen).code == dossier.shown_code
    seen.seconds(1)
    assert greeting(seen).title == "Kính chào ông/bà"


def test_the_next_citizen_ends_the_thanks(seen: Followed) -> None:
    ready(seen)
    seen.page.act(Command.RECEIVE)
    seen.citizen.received(seen.desktop.received[0])
    seen.card()
    assert receiving(seen).name == "T•• T•• Mẫu"


def test_a_parked_draft_leaves_the_screen(seen: Followed) -> None:
    seen.card()
    seen.page.act(Command.NEW)
    assert greeting(seen).title == "Kính chào ông/bà"


def test_a_return_names_results_and_nothing_out_of_them(seen: Followed) -> None:
    dossier = returned(seen.desktop.desk)
    seen.citizen.returning(dossier)
    scene = seen.scene
    assert isinstance(scene, Returning)
    assert scene.results == ("Giấy khai sinh",)
    assert scene.code == dossier.shown_code
    assert "118" not in " ".join(texts(scene)).replace(dossier.shown_code, "")
    seen.citizen.returning(None)
    assert greeting(seen).title == "Kính chào ông/bà"


def test_after_a_return_the_rating_lies_over_the_thanks(seen: Followed) -> None:
    dossier = returned(seen.desktop.desk)
    seen.citizen.returning(dossier)
    seen.citizen.returned()
    assert seen.round.ask(dossier)
    assert isinstance(seen.scene, Asking)
    seen.round.leave()
    assert greeting(seen).title == "Đã trả kết quả"
    seen.seconds(FAREWELL)
    assert greeting(seen).title == "Kính chào ông/bà"


def test_behind_a_lock_nothing_of_anybody_is_shown(seen: Followed) -> None:
    ready(seen)
    seen.citizen.leave(away=True)
    assert greeting(seen).title == "Quầy tạm ngừng"
    seen.card()
    assert greeting(seen).title == "Quầy tạm ngừng"
    seen.citizen.leave(away=False)
    assert receiving(seen).name


def test_a_closed_screen_costs_nothing_and_catches_up(seen: Followed) -> None:
    seen.citizen.close()
    count = len(seen.shown)
    ready(seen)
    assert len(seen.shown) == count
    seen.citizen.open(seen.view, touch=False)
    assert receiving(seen).checks


@pytest.mark.parametrize("act", ["receiving", "received", "returning", "returned", "asked"])
def test_no_whole_name_number_or_phone_is_ever_shown(seen: Followed, act: str) -> None:
    ready(seen)
    if act != "receiving":
        seen.page.act(Command.RECEIVE)
        dossier = seen.desktop.received[0]
        seen.citizen.received(dossier)
        if act in ("returning", "returned", "asked"):
            seen.citizen.returning(dossier)
        if act in ("returned", "asked"):
            seen.citizen.returned()
        if act == "asked":
            seen.round.ask(dossier)
    for state in seen.shown:
        said = " ".join(texts(state))
        assert NAME not in said
        assert NUMBER not in said
        assert PHONE not in said


@pytest.mark.parametrize("practice", [True, False])
def test_transfers_need_an_account_and_real_dossiers(desktop: Desktop, practice: bool) -> None:
    seen = Followed(with_account(desktop, practice=True) if practice else desktop)
    ready(seen)
    seen.page.enter_fee(0, "8.000")
    assert receiving(seen).money is not None
    assert receiving(seen).transfer is None
