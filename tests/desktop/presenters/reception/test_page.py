"""The loop at the counter, key by key."""

from __future__ import annotations

import pytest

from counter_app.desktop.commands import FAVOURITES, Command
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.reception.state import Block, Standing
from counter_app.domain.dossiers.status import Status
from counter_app.domain.people.person import Capacity
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.reception.seen import (
    OLD_ADDRESS,
    OLD_CARD,
    SECOND_CARD,
    Seen,
)
from tests.services.intake.online import PORTAL, submitted

BIRTH = "1.001193"  # đăng ký khai sinh, of the starter catalogue


@pytest.fixture
def seen(desktop: Desktop) -> Seen:
    return Seen(desktop)


def received(seen: Seen, procedure: str = BIRTH) -> None:
    """Receive a dossier of the citizen of `HOME_CARD`, so that the next one finds her known."""
    seen.card()
    seen.page.type_phone("0912345678")
    seen.page.enter()
    seen.page.choose(procedure)
    while seen.current is not Block.READY:
        seen.page.enter()
    assert seen.page.act(Command.RECEIVE)
    assert seen.state.applicant.name == ""


def test_a_new_citizen_is_asked_for_a_phone(seen: Seen) -> None:
    seen.card()
    assert seen.current is Block.APPLICANT
    assert seen.state.applicant.name == "Trần Thị Mẫu"
    assert seen.state.applicant.scanned
    assert seen.state.applicant.phone == ""
    seen.page.type_phone("0912 345 678")
    seen.page.enter()
    assert seen.current is Block.PROCEDURE
    assert seen.page.draft.applicant is not None
    assert seen.page.draft.applicant.phone == "0912345678"


def test_case_a_four_keys_for_a_returning_citizen(seen: Seen) -> None:
    received(seen)
    first = seen.desktop.received[0]
    seen.desktop.counter.clock.go(days=1)
    seen.desktop.counter.grant(day=seen.desktop.desk.today(), first=100, last=110)
    seen.card()
    assert seen.current is Block.PROCEDURE
    assert seen.state.applicant.history
    assert seen.page.draft.applicant is not None
    assert seen.page.draft.applicant.phone == "0912345678"
    assert seen.page.act(FAVOURITES[0])  # Ctrl+1
    if seen.state.procedure.question is not None:
        seen.page.act(Command.RECEIVE)  # the open dossier of yesterday: F9 says, all the same
    if seen.state.procedure.cases:
        seen.page.enter()
    seen.page.enter()
    assert seen.current is Block.READY
    seen.page.act(Command.RECEIVE)
    assert len(seen.desktop.received) == 2
    assert seen.desktop.received[1].uid != first.uid
    assert len(seen.desktop.tray.sheets) == 2


def test_what_is_missing_is_said_and_shown(seen: Seen) -> None:
    assert not seen.state.panel.enabled
    assert [item.number for item in seen.state.panel.left] == ["1", "2", "3"]
    seen.page.act(Command.RECEIVE)
    assert seen.current is Block.APPLICANT
    notice = seen.desktop.notices[-1]
    assert notice.kind is NoticeKind.WARN
    assert "Quét thẻ" in notice.bold
    assert seen.desktop.received == []


def test_enter_ticks_all_papers_and_a_digit_one(seen: Seen) -> None:
    seen.card()
    seen.page.enter()
    seen.page.choose(BIRTH)
    while seen.current is Block.PROCEDURE:
        seen.page.enter()
    assert seen.current is Block.PAPERS
    assert not any(row.there for row in seen.state.papers.rows)
    assert any(row.asked for row in seen.state.papers.rows)
    seen.page.digit(1)
    assert [row.there for row in seen.state.papers.rows].count(True) == 1
    seen.page.digit(1)
    seen.page.enter()
    assert seen.state.papers.standing in (Standing.DONE, Standing.CURRENT)
    assert all(
        row.there for row in seen.state.papers.rows if row.remark.startswith(("bắt", "xuất"))
    )


def test_a_missing_paper_gets_a_note_and_is_received_all_the_same(seen: Seen) -> None:
    seen.card()
    seen.page.enter()
    seen.page.choose(BIRTH)
    while seen.current is Block.PROCEDURE:
        seen.page.enter()
    seen.page.digit(1)
    seen.page.enter()
    noting = [row for row in seen.state.papers.rows if row.noting]
    assert len(noting) == 1
    seen.page.note_paper(int(noting[0].number) - 1, "nộp sau ngày mai")
    while seen.current is not Block.READY:
        seen.page.enter()
    assert any("thiếu" in line for line in seen.state.panel.amber)
    seen.page.act(Command.RECEIVE)
    papers = seen.desktop.received[0].received.papers
    assert any(paper.missing and paper.note == "nộp sau ngày mai" for paper in papers)


def test_a_second_card_asks_who_it_is(seen: Seen) -> None:
    seen.card()
    seen.card(SECOND_CARD)
    question = seen.state.applicant.question
    assert question is not None
    assert "Lê Văn Thử" in question.title
    seen.page.enter()
    assert seen.page.draft.submitter is not None
    assert seen.page.draft.authority.capacity is Capacity.AUTHORISED
    seen.card(SECOND_CARD)
    assert seen.state.applicant.question is None
    assert "đã có" in seen.desktop.notices[-1].bold


def test_a_second_card_may_be_a_related_person_or_a_new_citizen(seen: Seen) -> None:
    seen.card()
    seen.card(SECOND_CARD)
    seen.page.digit(2)
    assert [each.person.name for each in seen.page.draft.related] == ["Lê Văn Thử"]
    seen.card(SECOND_CARD.replace("001098000124", "001098000125"))
    seen.page.act(Command.NEW)
    assert seen.state.applicant.name == "Lê Văn Thử"
    assert [each.name for each in seen.page.parked.aside] == ["Trần Thị Mẫu"]
    seen.page.parked.take_up(seen.page.parked.aside[0].draft.uid)
    assert seen.state.applicant.name == "Trần Thị Mẫu"


def test_an_old_address_asks_and_one_digit_answers(seen: Seen) -> None:
    seen.card(OLD_CARD)
    question = seen.state.applicant.question
    assert question is not None
    assert len(question.choices) > 1
    seen.page.digit(2)
    assert seen.state.applicant.question is None
    assert seen.page.draft.applicant is not None
    assert str(seen.page.draft.applicant.address).endswith(question.choices[1].text)


def test_an_old_address_may_be_left_as_it_is(seen: Seen) -> None:
    seen.card(OLD_CARD)
    seen.page.enter()
    assert seen.state.applicant.question is None
    assert seen.page.draft.address_later
    assert seen.page.draft.applicant is not None
    assert str(seen.page.draft.applicant.address) == OLD_ADDRESS


def test_a_duplicate_is_said_before_anything_is_written(seen: Seen) -> None:
    received(seen)
    seen.card()
    seen.page.choose(BIRTH)
    question = seen.state.procedure.question
    assert question is not None
    assert "hôm nay" in question.title
    seen.page.enter()
    assert seen.opened == [seen.desktop.received[0].uid]
    seen.page.act(Command.RECEIVE)
    assert seen.state.procedure.question is None


def test_what_waits_online_is_opened_to_be_received(seen: Seen) -> None:
    waiting = submitted(seen.desktop.counter)
    number = waiting.received.applicant.identity.number
    seen.card(f"{number}||Trần Thị Mẫu|15031984|Nữ|Phường Hoàn Kiếm, Hà Nội|20082021")
    seen.page.choose(waiting.received.procedure.code)
    question = seen.state.procedure.question
    assert question is not None
    assert question.label == PORTAL
    assert "đang chờ tiếp nhận" in question.title
    assert question.hints[0].words == "mở hồ sơ đó để tiếp nhận"
    seen.page.enter()
    assert seen.opened == [waiting.uid]


def test_undo_takes_one_change_back_at_a_time(seen: Seen) -> None:
    seen.card()
    seen.page.enter()
    seen.page.choose(BIRTH)
    assert seen.page.draft.procedure
    seen.page.act(Command.UNDO)
    assert seen.page.draft.procedure == ""
    seen.page.act(Command.UNDO)
    assert seen.page.draft.applicant is None
    assert not seen.page.act(Command.UNDO)


def test_a_draft_survives_and_comes_back_with_a_grey_note(seen: Seen) -> None:
    seen.card()
    seen.page.type_note("xin bản sao")
    seen.page.save()
    again = Seen(seen.desktop)
    assert again.state.applicant.name == "Trần Thị Mẫu"
    assert again.state.note == "xin bản sao"
    assert "nháp" in again.state.grey


def test_a_draft_whose_dossier_was_written_does_not_come_back(seen: Seen) -> None:
    seen.card()
    seen.page.save()
    uid = seen.page.draft.uid
    seen.page.enter()
    seen.page.choose(BIRTH)
    while seen.current is not Block.READY:
        seen.page.enter()
    seen.page.save()
    seen.page.act(Command.RECEIVE)
    seen.page.save()
    assert seen.desktop.received[0].uid == uid
    assert Seen(seen.desktop).state.applicant.name == ""


def test_a_printer_without_paper_loses_nothing(seen: Seen) -> None:
    seen.desktop.tray.no_paper()
    received(seen)
    notice = seen.desktop.notices[-1]
    assert notice.kind is NoticeKind.ERROR
    assert seen.desktop.received[0].shown_code in notice.bold
    assert "Hồ sơ đã lưu" in notice.bold
    assert seen.desktop.received[0].status is Status.RECEIVED


def test_several_dossiers_of_one_visitor_on_one_receipt(seen: Seen) -> None:
    seen.card()
    seen.page.enter()
    seen.page.choose(BIRTH)
    while seen.current is not Block.READY:
        seen.page.enter()
    seen.page.act(Command.RECEIVE_MORE)
    assert seen.desktop.tray.sheets == []
    assert seen.state.applicant.name == "Trần Thị Mẫu"
    seen.page.choose("1.004884")
    if seen.state.procedure.question is not None:
        seen.page.act(Command.RECEIVE)
    while seen.current is not Block.READY:
        seen.page.enter()
    seen.page.act(Command.RECEIVE)
    assert len(seen.desktop.received) == 2
    assert len(seen.desktop.tray.sheets) == 1


def test_a_due_time_by_hand_needs_a_reason(seen: Seen) -> None:
    seen.card()
    seen.page.enter()
    seen.page.choose(BIRTH)
    while seen.current is not Block.READY:
        seen.page.enter()
    seen.page.go(Block.DUE)
    seen.page.type_due("14:00 32/1/2030")
    assert seen.state.due.problem
    seen.page.enter()
    assert seen.current is Block.DUE
    seen.page.type_due("14:00 31/1/2030")
    seen.page.enter()
    assert seen.current is Block.DUE
    assert seen.state.due.problem
    seen.page.type_due_reason("hẹn theo lịch lưu động")
    seen.page.enter()
    assert seen.current is Block.READY
    assert seen.state.due.value == "14:00"


def test_a_parked_draft_comes_back_by_undo(seen: Seen) -> None:
    seen.card()
    seen.page.act(Command.NEW)
    assert seen.state.applicant.name == ""
    assert seen.page.act(Command.UNDO)
    assert seen.state.applicant.name == "Trần Thị Mẫu"


def test_a_dossier_without_paper_can_be_taken_back(seen: Seen) -> None:
    seen.desktop.tray.no_paper()
    received(seen)
    assert seen.page.act(Command.UNDO)
    assert seen.desktop.received[-1].status is Status.WITHDRAWN
    assert seen.state.applicant.name == "Trần Thị Mẫu"
    assert seen.page.draft.uid != seen.desktop.received[0].uid
    assert not seen.page.draft.papers_confirmed


def test_a_printed_dossier_is_not_taken_back(seen: Seen) -> None:
    received(seen)
    assert not seen.page.act(Command.UNDO)
    assert len(seen.desktop.received) == 1


def test_the_proposed_procedure_is_taken_by_enter(seen: Seen) -> None:
    received(seen, procedure="1.004884")
    seen.desktop.counter.clock.go(minutes=5)
    seen.card()
    assert seen.current is Block.PROCEDURE
    rows = seen.state.procedure.rows
    assert rows[0].code == "1.004884"
    assert rows[0].keys == ("Enter",)
    seen.page.enter()
    assert seen.page.draft.procedure == "1.004884"


def test_a_question_is_answered_before_a_case_is_asked(seen: Seen) -> None:
    received(seen)
    seen.card()
    seen.page.choose(BIRTH)
    assert seen.state.procedure.question is not None
    assert seen.state.procedure.cases == ()
    seen.page.digit(2)
    assert seen.page.draft.case == ""
    seen.page.act(Command.RECEIVE)
    assert seen.state.procedure.cases
    seen.page.digit(2)
    assert seen.page.draft.case


def test_a_form_that_is_not_silent_is_looked_at_first(seen: Seen) -> None:
    seen.desktop.tray.silent = False
    received(seen)
    assert seen.desktop.tray.sheets == []
    document, _, print_ = seen.desktop.previews[0]
    print_(document)
    assert [sheet.document for sheet in seen.desktop.tray.sheets] == [document]
    assert seen.desktop.printed[0][1].proof is not None


def test_its_paper_is_under_way_until_it_is_recorded(seen: Seen) -> None:
    """F10 asks whether a paper jammed or got lost: neither can be said of one on its way."""
    under_way = seen.desktop.desk.under_way
    seen.desktop.tray.hold()
    received(seen)
    uid = seen.desktop.received[0].uid
    assert uid in under_way
    seen.desktop.jobs.hold()
    seen.desktop.tray.release()
    assert uid in under_way
    seen.desktop.jobs.release()
    assert uid not in under_way


def test_a_paper_that_didnt_come_is_not_under_way(seen: Seen) -> None:
    seen.desktop.tray.no_paper()
    received(seen)
    assert seen.desktop.received[0].uid not in seen.desktop.desk.under_way
