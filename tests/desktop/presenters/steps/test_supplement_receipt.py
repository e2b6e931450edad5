"""Nhận bổ sung: all by Enter, some by digits, how many, the new time."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from counter_app.desktop.presenters.detail.paper_out import PaperOut
from counter_app.desktop.presenters.steps.step_state import NEXT
from counter_app.desktop.presenters.steps.supplement_receipt import NOTE, SupplementReceipt
from counter_app.domain.acts.received import ReceivedPaper
from counter_app.domain.acts.steps import SupplementItem, SupplementReceived
from counter_app.domain.dates import shown_moment
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.stepping import find
from counter_app.services.steps.supplement import (
    FAULTY,
    LACKING,
    ask_supplement,
    receive_supplement,
)
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.shown import ShownStep
from tests.desktop.presenters.steps.test_supplement_request import FORM, NOTICE, lacking

MENDED = "Bản sao chưa được chứng thực"


@dataclass
class Opened:
    """The step over a desk, with its view."""

    desktop: Desktop
    view: ShownStep
    step: SupplementReceipt
    dossier: Dossier

    @property
    def now(self) -> Dossier:
        return find(self.desktop.counter.workplace, self.dossier.code)

    @property
    def came(self) -> SupplementReceived:
        told = detail(self.desktop.counter.workplace, self.dossier.uid).told
        return next(each.body for each in told if isinstance(each.body, SupplementReceived))


@pytest.fixture
def panel(desktop: Desktop) -> Opened:
    counter = desktop.counter
    items = (
        SupplementItem(NOTICE, LACKING),
        SupplementItem(FORM, FAULTY),
        SupplementItem(MENDED),
    )
    dossier = ask_supplement(
        counter.workplace, counter.session, lacking(desktop).uid, items, bring_by=None
    )
    counter.clock.go(days=3)
    view = ShownStep()
    step = SupplementReceipt(desktop.desk, view, PaperOut(desktop.desk, lambda change: None))
    step.start(dossier)
    return Opened(desktop, view, step, dossier)


def test_what_was_asked_and_the_new_time_before_enter(panel: Opened) -> None:
    assert [row.text for row in panel.view.rows] == [NOTICE, FORM, MENDED]
    assert [row.note for row in panel.view.rows] == ["còn thiếu", "chưa hợp lệ", ""]
    assert not any(row.ticked for row in panel.view.rows)
    assert panel.view.state.proceed == "Đã đủ tất cả"
    assert panel.view.state.reason == ""
    due = panel.view.said["due"]
    assert due.bold.startswith("Hẹn trả ")
    assert "tính lại từ đầu" in due.rest
    assert "01/Q12" in panel.view.said["asked_by"].rest


def test_enter_says_all_of_it_and_the_next_takes_it_in(panel: Opened) -> None:
    panel.step.confirm()
    assert all(row.ticked for row in panel.view.rows)
    assert panel.view.focused[-1] == NEXT
    assert panel.view.state.proceed == "Nhận bổ sung và in giấy"
    promised = panel.view.said["due"].bold
    panel.step.confirm()
    after = panel.now
    assert after.status is Status.RECEIVED
    assert not any(paper.missing for paper in after.received.papers)
    assert after.promise.due_at is not None
    assert promised == f"Hẹn trả {shown_moment(after.promise.due_at)}"
    assert panel.came.note == f"Đã hoàn thiện: {MENDED}"
    (sheet,) = panel.desktop.tray.sheets
    assert sheet.document.form == "supplement_received"
    assert panel.desktop.notices[-1].bold.startswith("Đã nhận bổ sung, hẹn trả ")


def test_some_of_it_by_digits_and_how_many(panel: Opened) -> None:
    panel.step.press("1")
    assert panel.view.rows[0].right == "bản chính 1"
    assert panel.view.said["lacking"].bold == "Còn 2 nội dung chưa nộp."
    panel.step.type("photocopies0", "2")
    panel.step.type("originals0", "x")
    assert panel.view.rows[0].right == "bản photo 2"
    panel.step.type(NOTE, "mai mang tờ khai")
    panel.step.confirm()
    assert panel.came.papers == (ReceivedPaper(NOTICE, photocopies=2),)
    assert panel.came.note == "mai mang tờ khai"


def test_copies_are_asked_of_what_was_ticked_last(panel: Opened) -> None:
    panel.step.press("1")
    panel.step.press("2")
    assert "originals1" in panel.view.inputs
    assert "originals0" not in panel.view.inputs
    panel.step.press("2")
    assert not {"originals0", "originals1"} & set(panel.view.inputs)
    panel.step.press("3")
    assert panel.view.rows[2].right == "đã hoàn thiện"


def test_somebody_else_took_it_in(panel: Opened) -> None:
    counter = panel.desktop.counter
    paper = (ReceivedPaper(NOTICE, originals=1),)
    receive_supplement(counter.workplace, counter.session, panel.dossier.uid, paper)
    panel.step.start(panel.now)
    assert panel.view.state.reason == "Hồ sơ không ở trạng thái chờ bổ sung."
    panel.step.confirm()
    panel.step.confirm()
    assert len([step for step in panel.now.steps if step.kind.value == "supplement_received"]) == 1
