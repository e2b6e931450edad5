"""A complaint, and a correction that keeps both values."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from counter_app.desktop.presenters.steps.reason_step import OTHER
from counter_app.desktop.presenters.steps.recording.complaint import TEXT, Complaint
from counter_app.desktop.presenters.steps.recording.correction import IDENTITY, NAME, Correction
from counter_app.desktop.presenters.steps.recording.moving import UNIT, Moving
from counter_app.desktop.presenters.steps.recording.paper_moment import FOLLOW, MOMENT
from counter_app.desktop.presenters.steps.recording.result_in import COPIES, DAY, KIND, ResultIn
from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.dates import shown_moment
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception_plan import Reception
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.steps.at_desk import LIMITED, AtDesk
from tests.made import person

SUPERVISOR = Session(Officer("gd", "Vũ Văn Tập", roles=(Role.SUPERVISOR, Role.RECEPTION)), "online")


def test_a_complaint_gets_a_number_and_a_slip(desktop: Desktop) -> None:
    at = AtDesk(desktop, Complaint).start().enter()
    assert at.view.focused[-1] == TEXT
    at.type(text="Chờ quá lâu, không ai báo").enter()
    complaint = at.dossier.complaints[-1]
    assert complaint.by_name == at.dossier.received.applicant.name
    assert complaint.number
    assert at.papers == ["complaint"]


def test_a_correction_shows_what_was_and_needs_its_reason(desktop: Desktop) -> None:
    at = AtDesk(desktop, Correction).start()
    before = at.dossier.received.applicant.name
    at.enter()
    assert at.view.focused[-1] == NAME, "nothing differs yet"
    at.type(name="Trần Thị Mẫu Mực")
    assert at.view.said["was-name"].bold == before
    at.enter()
    assert at.view.focused[-1] == OTHER, "why?"
    at.type(other="gõ thiếu chữ").enter()
    assert at.dossier.received.applicant.name == "Trần Thị Mẫu Mực"
    assert at.papers == []


def test_a_number_that_cannot_be_is_stopped(desktop: Desktop) -> None:
    at = AtDesk(desktop, Correction).start().type(identity="12")
    assert at.view.inputs[IDENTITY].problem
    at.enter()
    assert at.view.focused[-1] == IDENTITY
    at.type(name="", identity="")
    at.enter()
    assert at.view.focused[-1] == NAME


def test_a_result_comes_with_kind_number_and_date(desktop: Desktop) -> None:
    at = AtDesk(desktop, ResultIn).start()
    assert at.view.inputs[KIND].text, "what the procedure ends with"
    at.type(kind="", day="31/12/2099", copies="0").enter()
    assert at.view.focused[-1] == KIND
    at.type(kind="Giấy khai sinh").enter()
    assert at.view.focused[-1] == DAY
    at.type(day="19/11/2026").enter()
    assert at.view.focused[-1] == COPIES
    at.type(copies="2", number="118/2026", abstract="bản chính").enter()
    (result,) = at.dossier.results
    assert at.dossier.result_is_here
    assert (result.kind, result.number, result.copies) == ("Giấy khai sinh", "118/2026", 2)


def test_one_dossier_goes_out_and_comes_back(desktop: Desktop) -> None:
    at = AtDesk(desktop, Moving).start()
    assert at.view.inputs[UNIT].text == at.dossier.received.procedure.agency_name
    at.type(unit="").enter()
    assert at.view.focused[-1] == UNIT
    at.type(unit="Phòng Tư pháp", who="Lê Văn Thử").enter()
    assert at.dossier.unit == "Phòng Tư pháp"
    at.start().enter()
    assert at.dossier.unit == ""
    assert at.papers == ["hand_over_dossiers", "hand_over_dossiers"]


def on_paper(desktop: Desktop) -> Reception:
    at = desktop.desk.now() - timedelta(days=3)
    paper = PaperFirst("Mất điện", "G-17")
    return Reception(LIMITED, person(), paper_first=paper, received_at=at)


def test_the_moment_on_a_paper_is_corrected_and_the_promise_asked(desktop: Desktop) -> None:
    at = AtDesk(desktop, Correction, on_paper(desktop)).start()
    before = at.dossier
    at.type(paper_moment="25h00 1/1").enter()
    assert at.view.inputs[MOMENT].problem
    assert at.view.focused[-1] == MOMENT
    earlier = before.received.received_at - timedelta(days=2)
    at.type(paper_moment=shown_moment(earlier), paper_number="G-18", other="gõ nhầm ngày")
    assert "giữ nguyên" in at.view.said[FOLLOW].bold, "not this officer's to move"
    desk = replace(desktop.desk, session=SUPERVISOR)
    at = AtDesk(replace(desktop, desk=desk), Correction, on_paper(desktop)).start()
    before = at.dossier
    at.type(paper_moment=shown_moment(earlier), paper_number="G-18", other="gõ nhầm ngày")
    assert at.view.rows[0].name == FOLLOW
    at.press("1")
    at.enter()
    after = at.dossier
    assert after.received.received_at == earlier
    assert after.received.paper_first == PaperFirst("Mất điện", "G-18")
    assert after.promise.reason == "gõ nhầm ngày"
    assert after.promise.due_at != before.promise.due_at


def test_a_usual_dossier_has_no_such_fields(desktop: Desktop) -> None:
    at = AtDesk(desktop, Correction).start()
    assert MOMENT not in at.view.inputs
