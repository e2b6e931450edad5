"""Yêu cầu bổ sung: digits, fields, the question of a second request, the letter."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

import pytest

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.steps.breach_question import REASON, SUPERVISOR
from counter_app.desktop.presenters.steps.step_state import NEXT
from counter_app.desktop.presenters.steps.supplement_request import (
    BRING_BY,
    CONTACT,
    GUIDANCE,
    OTHER,
    REASONS,
    SupplementRequest,
)
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import find
from counter_app.services.steps.supplement import FAULTY, LACKING, ask_supplement
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.shown import ShownStep
from tests.made import person

FORM, NOTICE = "Tờ khai đăng ký khai tử", "Giấy báo tử hoặc giấy tờ thay giấy báo tử"
HEADS = (
    Officer("CB-006", "Vũ Văn Tập", "Giám đốc", roles=(Role.SUPERVISOR,)),
    Officer("CB-016", "Đặng Thị Thử", "Phó Giám đốc", roles=(Role.SUPERVISOR,)),
)


@dataclass
class Opened:
    """The step over a desk, with its view."""

    desktop: Desktop
    view: ShownStep
    step: SupplementRequest
    dossier: Dossier

    @property
    def now(self) -> Dossier:
        return find(self.desktop.counter.workplace, self.dossier.code)

    def start(self) -> None:
        self.step.start(self.now)


def lacking(desktop: Desktop) -> Dossier:
    papers = (ReceivedPaper(FORM, originals=1), ReceivedPaper(NOTICE, missing=True))
    counter = desktop.counter
    return receive(
        counter.workplace, counter.session, Reception("1.000656", person(), papers=papers)
    )


def opened(desktop: Desktop, desk: Desk) -> Opened:
    view = ShownStep()
    step = SupplementRequest(desk, view, PaperOut(desk, lambda change: None))
    return Opened(desktop, view, step, lacking(desktop))


def with_heads(desktop: Desktop, heads: tuple[Officer, ...]) -> Desk:
    """Return the desk of an office with these heads."""
    reference = desktop.desk.workplace.reference
    officers = OfficerList("1", (desktop.desk.session.officer, *heads))
    workplace = dataclasses.replace(
        desktop.desk.workplace, reference=dataclasses.replace(reference, officers=officers)
    )
    return dataclasses.replace(desktop.desk, workplace=workplace)


@pytest.fixture
def panel(desktop: Desktop) -> Opened:
    found = opened(desktop, with_heads(desktop, HEADS))
    found.start()
    return found


def test_reasons_are_numbered_the_missing_paper_first(panel: Opened) -> None:
    rows = panel.view.rows
    assert rows[0].text == "Thiếu giấy báo tử hoặc giấy tờ thay giấy báo tử"
    assert rows[1].text == "Tờ khai đăng ký khai tử chưa hợp lệ"
    assert [row.number for row in rows[:9]] == list("123456789")
    assert not any(row.ticked for row in rows)
    assert panel.view.inputs[CONTACT].text == "Phạm Thị Ví, 02000000014"
    assert panel.view.state.reason == "Đánh dấu ít nhất một nội dung cần bổ sung."
    assert panel.view.focused == [NEXT]


def test_digits_and_enter(panel: Opened) -> None:
    assert panel.step.press("1")
    assert panel.step.press("2")
    assert not panel.step.press("0")
    assert panel.view.state.reason == ""
    panel.step.confirm()
    assert panel.now.status is Status.WAITING_SUPPLEMENT
    (letter,) = panel.now.supplements
    assert letter.items == (SupplementItem(NOTICE, LACKING), SupplementItem(FORM, FAULTY))
    assert [each.uid for each in panel.view.ended] == [panel.dossier.uid]
    (sheet,) = panel.desktop.tray.sheets
    assert sheet.document.form == "supplement"
    assert [each.form for each in panel.now.printed] == ["supplement"]
    (notice,) = panel.desktop.notices
    assert notice.bold == "Đã yêu cầu bổ sung 2 nội dung."
    assert panel.desktop.nudges


def test_enter_without_anything_goes_to_the_rows(panel: Opened) -> None:
    panel.step.confirm()
    assert panel.view.focused[-1] == REASONS
    assert not panel.now.supplements


def test_what_is_typed_goes_into_the_letter(panel: Opened) -> None:
    panel.step.type(OTHER, " Ảnh chân  dung ")
    panel.step.type(CONTACT, "Quầy 12")
    panel.step.type(BRING_BY, "30/11")
    panel.step.confirm()
    (letter,) = panel.now.supplements
    assert letter.items == (SupplementItem("Ảnh chân dung"),)
    assert letter.contact == "Quầy 12"
    assert letter.bring_by == date(2026, 11, 30)


def test_the_offices_guidance_unless_another_is_typed(panel: Opened) -> None:
    general = next(row for row in panel.view.rows if "chưa khớp" in row.text)
    panel.step.toggle(general.name)
    usual = panel.view.inputs[GUIDANCE].placeholder
    assert usual
    panel.step.confirm()
    assert panel.now.supplements[-1].guidance == usual


@pytest.mark.parametrize(("typed", "said"), [("31/2", "Không có ngày"), ("1/1/26", "đã qua")])
def test_a_day_that_cant_be(panel: Opened, typed: str, said: str) -> None:
    panel.step.press("1")
    panel.step.type(BRING_BY, typed)
    assert said in panel.view.inputs[BRING_BY].problem
    panel.step.confirm()
    assert panel.view.focused[-1] == BRING_BY
    assert not panel.now.supplements


def test_a_second_request_asks_why_and_who_agreed(panel: Opened) -> None:
    panel.step.press("1")
    panel.step.confirm()
    panel.start()
    assert "lần thứ hai" in panel.view.said["breach"].bold
    assert "01/Q12" in panel.view.said["before"].rest
    assert panel.view.state.keys == "", "F7 takes the supplement in now"
    panel.step.press("2")
    panel.step.confirm()
    assert panel.view.focused[-1] == REASON
    panel.step.type(REASON, "phát sinh yêu cầu mới")
    panel.step.confirm()
    assert panel.view.focused[-1] == SUPERVISOR
    head = next(row for row in panel.view.rows if row.text == "Đặng Thị Thử")
    panel.step.toggle(head.name)
    other = next(row for row in panel.view.rows if row.text == "Vũ Văn Tập")
    panel.step.toggle(other.name)
    assert [row.text for row in panel.view.rows if row.ticked][1:] == ["Vũ Văn Tập"]
    panel.step.confirm()
    (breach,) = panel.now.breaches
    assert (breach.reason, breach.supervisor) == ("phát sinh yêu cầu mới", "CB-006")


def test_the_only_head_is_expected_to_agree(desktop: Desktop) -> None:
    found = opened(desktop, with_heads(desktop, HEADS[:1]))
    ask_supplement(
        desktop.desk.workplace, desktop.desk.session, found.dossier.uid, (SupplementItem("Ảnh"),)
    )
    found.start()
    assert [row.text for row in found.view.rows if row.ticked] == ["Vũ Văn Tập"]


def test_somebody_elses_request_meanwhile_is_asked_about(panel: Opened) -> None:
    panel.step.press("1")
    ask_supplement(
        panel.desktop.desk.workplace,
        panel.desktop.desk.session,
        panel.dossier.uid,
        (SupplementItem("Ảnh"),),
    )
    panel.step.confirm()
    assert "vượt quy định" in panel.view.state.error
    assert REASON in panel.view.inputs
    assert len(panel.now.supplements) == 1


def test_what_was_ticked_is_there_again_after_esc(panel: Opened) -> None:
    panel.step.press("1")
    panel.step.type(OTHER, "Ảnh")
    panel.step.stop()
    before = len(panel.view.states)
    panel.step.type(OTHER, "Ảnh chân dung")
    assert len(panel.view.states) == before, "a closed panel isn't shown"
    panel.start()
    assert panel.view.rows[0].ticked
    assert panel.view.inputs[OTHER].text == "Ảnh chân dung"
    panel.step.start(lacking(panel.desktop))
    assert not panel.view.rows[0].ticked


def test_keys_before_the_panel_is_there_arent_lost(desktop: Desktop) -> None:
    found = opened(desktop, desktop.desk)
    desktop.jobs.hold()
    found.start()
    assert not found.view.states
    assert found.step.press("1")
    found.step.confirm()
    desktop.jobs.release()
    assert found.now.status is Status.WAITING_SUPPLEMENT


def test_a_key_twice_writes_once(panel: Opened) -> None:
    panel.step.press("1")
    panel.desktop.jobs.hold()
    panel.step.confirm()
    assert panel.step.is_busy
    assert panel.view.state.reason == "Đang ghi…"
    panel.step.confirm()
    panel.desktop.jobs.release()
    assert len(panel.now.supplements) == 1


def test_a_printer_that_fails_loses_nothing(panel: Opened) -> None:
    panel.desktop.tray.no_paper()
    panel.step.press("1")
    panel.step.confirm()
    assert panel.now.status is Status.WAITING_SUPPLEMENT
    assert panel.desktop.notices[-1].kind is NoticeKind.ERROR
    assert not panel.now.printed
