"""The page of one dossier, over a real store and a printer that obeys or doesn't."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.detail.detail_state import OtherAct, Part
from counter_app.desktop.presenters.detail.dossier_detail import DossierDetail
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import ContactWay, PrintProof, Told, Withdrawn
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.person import Authority, Capacity, Person
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.printing.receipt_paper import (
    RECEIPT,
    RESULT_SLIP,
    make_receipt,
    record_printed,
)
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.detail.shown import ShownDetail
from tests.made import person

BIRTH = "1.001193"
RESULT = (ResultPaper("Giấy khai sinh", "118/2026", abstract="bản chính"),)


@dataclass
class Opened:
    """A detail page over a desk, with its view."""

    desktop: Desktop
    view: ShownDetail
    presenter: DossierDetail
    changes: list[Changed] = field(default_factory=list)

    def receive(self, **changes: object) -> Dossier:
        counter = self.desktop.counter
        reception = Reception(BIRTH, person(), **changes)  # type: ignore[arg-type]
        return receive(counter.workplace, counter.session, reception)

    def print_receipt(self, dossier: Dossier) -> Dossier:
        desk = self.desktop.desk
        paper = make_receipt(desk.workplace, desk.session, dossier, desk.fonts)
        return record_printed(desk.workplace, desk.session, dossier, paper, PrintProof.SPOOLER)

    def take_in(self, dossier: Dossier) -> Dossier:
        counter = self.desktop.counter
        return take_result_in(counter.workplace, counter.session, dossier, RESULT)


@pytest.fixture
def page(desktop: Desktop) -> Opened:
    view = ShownDetail()
    changes: list[Changed] = []
    return Opened(desktop, view, DossierDetail(desktop.desk, view, changes.append), changes)


def test_a_dossier_in_words(page: Opened) -> None:
    mother = Person("Lê Thị Thử", phone="0900000789")
    dossier = page.receive(submitter=mother, authority=Authority(Capacity.MOTHER))
    page.print_receipt(dossier)
    page.presenter.open(dossier.uid)
    state = page.view.state
    assert state.code == dossier.code
    assert state.chip.text == "Đã tiếp nhận"
    assert [fact.text for fact in state.facts] == [
        "Đăng ký khai sinh",
        "1.001193",
        "Trần Thị Mẫu",
        "0011••••0123",
        "Lê Thị Thử nộp",
        "Nhận tại quầy",
    ]
    assert "001184000123" not in str(state)
    assert state.due.text.startswith("Hẹn ")
    assert state.notes == ()
    assert state.sending.text == "2 việc chờ gửi"
    (row,) = state.timeline
    assert row.title == "Tiếp nhận tại quầy 12"
    assert row.detail == "Lê Thị Thử nộp (mẹ) · Phạm Thị Ví · in giấy tiếp nhận 2 liên"
    assert row.unsent
    assert row.day == "20/11"
    assert state.proceed == ""
    assert [button.act for button in state.others] == [*OtherAct]


def test_an_unprinted_receipt_is_said(page: Opened) -> None:
    page.presenter.open(page.receive().uid)
    (note,) = page.view.state.notes
    assert note.bold == "Giấy tiếp nhận chưa xác nhận in."
    assert page.view.state.reprint == "In"


def test_parts(page: Opened) -> None:
    page.presenter.open(page.receive().uid)
    assert [tab.chosen for tab in page.view.state.tabs] == [True, False, False]
    assert any("Tờ khai" in row.text for row in page.view.state.rows)
    page.presenter.show_part(Part.PERSONS)
    (row,) = page.view.state.rows
    assert (row.text, row.right) == ("Trần Thị Mẫu", "0011••••0123")
    assert "Chủ hồ sơ" in row.note
    assert "0900••••0456" in row.note
    page.presenter.show_part(Part.FEES)
    assert page.view.state.rows


def test_both_codes_stay_together(page: Opened) -> None:
    counter = page.desktop.counter
    with counter.workplace.store.writing() as tx:
        for _ in range(10):
            tx.numbers.take(
                counter.workplace.enrolment.centre,
                counter.clock.at.date(),
                book="99",
                year=counter.clock.at.year,
            )
    dossier = page.receive()
    assert dossier.is_provisional
    page.presenter.open_code(dossier.provisional_code)
    assert page.view.state.facts[-1].text == "Mã tạm, mã chính thức được cấp khi có mạng"
    counter.grant(first=20, last=30)
    (numbered,) = number_provisional(counter.workplace, counter.session)
    page.presenter.open_code(dossier.provisional_code)
    assert page.view.state.code == numbered.code
    assert page.view.state.facts[-1].text == f"Trên phiếu tạm: {dossier.provisional_code}"
    assert any(row.title == "Được cấp mã chính thức" for row in page.view.state.timeline)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("{centre}-261120-9999", "{centre}-261120-9999", "chưa có trên máy này"),
        ("H99.15-261120-0001", "H99.15-261120-0001", "do cơ quan khác cấp"),
        ("xin chào", "xin chào", "Không đọc được mã"),
    ],
)
def test_what_is_not_here_is_said_plainly(page: Opened, text: str, code: str, said: str) -> None:
    centre = page.desktop.counter.workplace.enrolment.centre
    page.presenter.open_code(text.format(centre=centre))
    (missing,) = page.view.missing
    assert missing.code == code.format(centre=centre)
    assert said in missing.what
    assert missing.rest
    assert not page.presenter.begin_return()
    assert not page.presenter.reprint()


def test_it_appears_when_the_feed_brings_it(page: Opened) -> None:
    centre = page.desktop.counter.workplace.enrolment.centre
    code = f"{centre}-261120-0001"
    page.presenter.open_code(code)
    assert page.view.missing
    page.receive()
    page.presenter.changed(Changed(from_server=True))
    assert page.view.state.code == code


def test_only_what_touches_it_refreshes(page: Opened) -> None:
    dossier = page.receive()
    page.presenter.open(dossier.uid)
    before = page.desktop.jobs.ran
    page.presenter.changed(Changed(frozenset({Subject.DRAFTS})))
    page.presenter.changed(Changed(dossiers=frozenset({"another"})))
    assert page.desktop.jobs.ran == before
    page.presenter.changed(Changed(dossiers=frozenset({dossier.uid})))
    page.presenter.changed(Changed(frozenset({Subject.SENDING})))
    assert page.desktop.jobs.ran == before + 2


def test_a_late_answer_is_dropped(page: Opened) -> None:
    first, second = page.receive(), page.receive()
    page.desktop.jobs.hold()
    page.presenter.open(first.uid)
    page.presenter.open(second.uid)
    page.desktop.jobs.release(last=True)
    page.desktop.jobs.release()
    assert page.view.state.code == second.code
    assert len(page.view.states) == 1


def test_a_first_print_asks_nothing_and_a_second_asks_why(page: Opened) -> None:
    dossier = page.receive()
    page.presenter.open(dossier.uid)
    assert page.presenter.reprint()
    assert page.view.asked == []
    (sheet,) = page.desktop.tray.sheets
    assert sheet.title == f"Giấy tiếp nhận {dossier.code}"
    assert page.changes
    assert page.desktop.nudges
    assert page.desktop.notices[-1].kind is NoticeKind.OK
    page.presenter.refresh()
    assert page.view.state.reprint == "In lại"
    page.presenter.reprint()
    assert [name for name, _ in page.view.asked] == ["reprint"]
    page.presenter.reprint_because(lost=True)
    assert page.desktop.tray.sheets[-1].document.reprint == 1
    page.presenter.refresh()
    page.presenter.reprint_because(lost=False)
    jammed = page.desktop.tray.sheets[-1].document
    assert (jammed.reprint, jammed.reason) == (0, "bản trước hỏng, kẹt giấy")
    page.presenter.refresh()
    titles = [row.title for row in page.view.state.timeline]
    assert "In lại giấy tiếp nhận lần 1" in titles


def test_a_printer_without_paper_keeps_the_dossier(page: Opened) -> None:
    dossier = page.receive()
    page.desktop.tray.no_paper()
    page.presenter.open(dossier.uid)
    page.presenter.reprint()
    assert page.desktop.notices[-1].kind is NoticeKind.ERROR
    page.desktop.tray.repair()
    page.desktop.tray.mute()
    page.presenter.reprint()
    assert page.desktop.notices[-1].kind is NoticeKind.WARN
    page.presenter.refresh()
    assert page.view.state.reprint == "In"


def test_the_slip_of_a_returned_result_is_printed_again(page: Opened) -> None:
    dossier = page.take_in(page.receive())
    counter = page.desktop.counter
    return_result(counter.workplace, counter.session, dossier)
    page.presenter.open(dossier.uid, "reprint")
    assert page.desktop.tray.sheets[-1].document.form == RESULT_SLIP
    assert "đúng hạn" in page.view.state.due.text or "trước hạn" in page.view.state.due.text
    assert [other.act for other in page.view.state.others] == [OtherAct.PRINT, OtherAct.SCAN]


def test_the_next_act_is_the_return_once_the_result_is_here(page: Opened) -> None:
    dossier = page.take_in(page.receive())
    page.presenter.open(dossier.uid)
    state = page.view.state
    assert state.proceed == "Trả kết quả"
    assert state.chip.text == "Chờ trả kết quả"
    assert page.presenter.begin_return()
    assert page.view.returning[-1].uid == dossier.uid
    state = page.view.state
    assert state.crowded
    assert state.timeline[-1].now
    assert state.timeline[-1].title == "Đang trả kết quả"
    assert page.presenter.end_return()
    assert not page.presenter.end_return()
    assert not page.view.state.timeline[-1].now


def test_opened_to_return(page: Opened) -> None:
    dossier = page.take_in(page.receive())
    page.presenter.open(dossier.uid, "return")
    assert page.view.returning
    counter = page.desktop.counter
    after = return_result(counter.workplace, counter.session, dossier)
    page.presenter.returned(after)
    assert page.changes[-1].touches(dossier.uid)
    assert page.view.state.chip.text == "Đã trả kết quả"
    assert not page.view.state.crowded


def test_contact_is_logged(page: Opened) -> None:
    dossier = page.take_in(page.receive())
    page.presenter.open(dossier.uid)
    page.presenter.dialogs.ask(OtherAct.TELL)
    name, ask = page.view.asked[-1]
    assert (name, ask.prefilled) == ("contact", "Mời đến nhận kết quả")
    assert "0900 000 456" in ask.sentence
    page.presenter.dialogs.tell(ContactWay.PHONE, "  ", reached=True)
    assert page.view.refused
    page.presenter.dialogs.tell(ContactWay.PHONE, "Mời đến nhận", reached=False)
    assert page.view.closed == 1
    assert page.view.state.timeline[-1].detail.startswith("Gọi điện · chưa liên lạc được")
    assert page.desktop.notices[-1].bold == "Đã ghi liên hệ."


def test_a_mistake_is_cancelled_with_its_reason(page: Opened) -> None:
    dossier = page.print_receipt(page.receive())
    page.presenter.open(dossier.uid)
    page.presenter.dialogs.ask(OtherAct.CANCEL)
    name, ask = page.view.asked[-1]
    assert name == "cancel"
    assert dossier.code in ask.sentence
    page.presenter.dialogs.cancel(" ")
    assert page.view.refused == ["Hủy hồ sơ cần ghi lý do."]
    page.presenter.dialogs.cancel("nhầm thủ tục")
    row = page.view.state.timeline[-1]
    assert (row.title, row.detail) == (
        "Hủy tiếp nhận",
        "Hủy do ghi nhầm: nhầm thủ tục · Phạm Thị Ví",
    )
    assert OtherAct.CANCEL not in {button.act for button in page.view.state.others}


def test_a_step_that_another_made_impossible_is_refused_in_the_dialog(page: Opened) -> None:
    dossier = page.receive()
    page.presenter.open(dossier.uid)
    counter = page.desktop.counter
    record(counter.workplace, counter.session, dossier.uid, Withdrawn("đổi ý"))
    page.presenter.dialogs.cancel("nhầm thủ tục")
    assert page.view.refused
    assert page.view.closed == 0


def test_a_contact_stands_in_the_timeline(page: Opened) -> None:
    dossier = page.receive()
    counter = page.desktop.counter
    record(counter.workplace, counter.session, dossier.uid, Told(ContactWay.SMS, "Mời bổ sung"))
    page.presenter.open(dossier.uid)
    assert page.view.state.timeline[-1].detail == "Tin nhắn · Mời bổ sung · Phạm Thị Ví"


def test_any_paper_of_the_dossier_can_come_out_again(page: Opened) -> None:
    dossier = page.take_in(page.receive())
    counter = page.desktop.counter
    return_result(counter.workplace, counter.session, dossier)
    page.presenter.open(dossier.uid)
    page.presenter.dialogs.ask(OtherAct.PRINT)
    ask = page.view.paper_asks[-1]
    expected = [RESULT_SLIP, RECEIPT, "control_sheet", "rating_slip"]
    assert [form for form, _ in ask.papers] == expected
    for form, _ in ask.papers:
        page.presenter.print_form(form)
        assert page.desktop.tray.sheets[-1].document.form == form
