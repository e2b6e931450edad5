"""Coverage, agencies, appointments and waiting dossiers: figures against what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.domain.acts.results import ResultPaper, ResultTakenIn
from counter_app.domain.acts.steps import HandedOver, SupplementItem, SupplementRequested
from counter_app.domain.office.coverage import ApprovedLine, CoverageList
from counter_app.domain.officers.appointed import TypedAppointment
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.procedure import Level
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import Drill, ReportSheet, RowKind
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.officers.appointing import appoint
from counter_app.services.printing.sheets.control import control_sheet_content
from counter_app.services.reports.making import behind, make_report
from counter_app.services.reports.shelf import report
from counter_app.services.workflow.timeline import progress_of
from tests.services.conftest import Counter

PERSON = Person("Trần Thị Mẫu")
HEAD = Session(Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,)), "online")
BIRTH, FUNERAL = "1.001193", "1.001731"
Figures = dict[str, dict[str, object]]


@pytest.fixture
def busy(counter: Counter) -> tuple[Counter, list[str]]:
    """Give three dossiers: one at the Centre, one handed over, one that waits for the citizen."""
    place, uids = counter.workplace, []
    officer = place.reference.officers.with_id("CB-004")
    assert officer is not None
    session = Session(officer, "online")
    for code in (BIRTH, FUNERAL, FUNERAL):
        uid = place.new_id()
        receive(place, session, Reception(code, PERSON), uid)
        uids.append(uid)
    counter.clock.go(minutes=30)
    unit = place.reference.procedures.versions_of(FUNERAL)[0].agency_name
    record(place, session, uids[1], HandedOver(unit))
    record(place, session, uids[2], SupplementRequested((SupplementItem("Đơn"),)))
    return counter, uids


def month(counter: Counter) -> Period:
    return period_of(Step.MONTH, counter.clock.at.date())


def made(counter: Counter, name: str, period: Period | None = None) -> ReportSheet:
    return make_report(counter.workplace, HEAD, report(name), period or month(counter))


def figures(sheet: ReportSheet) -> Figures:
    keys = [column.key for column in sheet.columns]
    return {
        str(row.cells[0].value): dict(zip(keys, (each.value for each in row.cells), strict=True))
        for row in sheet.rows
    }


def drilled(counter: Counter, name: str, drill: Drill | None) -> set[str]:
    assert drill is not None
    return set(behind(counter.workplace, HEAD, report(name), month(counter), drill))


def test_coverage_counts_what_was_approved_and_used(busy: tuple[Counter, list[str]]) -> None:
    counter, uids = busy
    sheet = made(counter, "coverage")
    total = figures(sheet)["Tổng số"]
    listed = counter.workplace.reference.coverage.lines
    assert total["approved"] == len(listed) == 46
    assert (total["configured"], total["published"], total["used"]) == (43, 43, 2)
    assert (total["missing"], total["unexplained"]) == (3, 1)
    assert total["configured_rate"] == 43 * 1000 // 46
    of_level = [figures(sheet)[name] for name in ("Cộng Cấp tỉnh", "Cộng Cấp xã")]
    assert sum(int(str(each["approved"])) for each in of_level) == 46
    used = next(row.cells[5].drill for row in sheet.rows if row.cells[0].value == "Tổng số")
    assert drilled(counter, "coverage", used) == set(uids)
    missing = made(counter, "coverage_missing")
    assert [row.cells[6].value for row in missing.rows].count("chưa rõ lý do") == 1
    assert "Chưa cung cấp 3 thủ tục, trong đó 1 chưa rõ lý do." in missing.notes
    assert any("mẫu" in note for note in sheet.notes)


def test_an_empty_list_and_procedures_outside_it_are_said(
    busy: tuple[Counter, list[str]],
) -> None:
    counter, _ = busy
    place = counter.workplace
    place.reference = replace(place.reference, coverage=CoverageList())
    sheet = made(counter, "coverage")
    assert sheet.rows == ()
    assert "Chưa có danh sách" in sheet.notes[0]
    line = ApprovedLine("1.009999", "Thủ tục mẫu", "H26.15", level=Level.COMMUNE)
    small = CoverageList("2", (line,), imported=True)
    place.reference = replace(place.reference, coverage=small)
    sheet = made(counter, "coverage")
    total = figures(sheet)["Tổng số"]
    assert (total["approved"], total["configured"], total["configured_rate"]) == (1, 0, "–")
    notes = " ".join(sheet.notes)
    assert "không có chữ ký của tỉnh" in notes
    assert "2 thủ tục ngoài danh sách" in notes
    assert BIRTH in notes


def test_agencies_say_how_far_they_are(busy: tuple[Counter, list[str]]) -> None:
    counter, uids = busy
    sheet = made(counter, "processes")
    found = figures(sheet)
    agency = found["Phòng Văn hóa - Xã hội phường Mẫu"]
    assert (agency["process"], agency["operation"]) == ("đã duyệt", "chính thức")
    assert (agency["since"], agency["received"]) == (date(2025, 7, 1), 2)
    assert found["Tổng số"]["received"] == 3
    assert found["Sở Xây dựng"]["process"] == "chưa lập"
    row = next(row for row in sheet.rows if row.cells[0].value == agency["agency"])
    assert drilled(counter, "processes", row.cells[6].drill) == set(uids[1:])
    assert drilled(counter, "processes", sheet.rows[-1].cells[6].drill) == set(uids)


def test_receptions_outside_an_appointment_until_the_head_appoints(
    busy: tuple[Counter, list[str]],
) -> None:
    counter, uids = busy
    sheet = made(counter, "outside_appointment")
    own = figures(sheet)["Phạm Văn Ví Dụ"]
    assert (own["received"], own["outside"], own["agency"], own["rate"]) == (3, 2, 2, "–")
    row = sheet.rows[0]
    assert drilled(counter, "outside_appointment", row.cells[2].drill) == set(uids[1:])
    assert drilled(counter, "outside_appointment", row.cells[1].drill) == set(uids)
    today = counter.clock.at.date()
    typed = TypedAppointment(
        "CB-004", ("H26.15.01",), today, today + timedelta(days=10), "10/QĐ-TT"
    )
    appoint(counter.workplace, HEAD, typed)
    assert figures(made(counter, "outside_appointment"))["Phạm Văn Ví Dụ"]["outside"] == 0
    listed = made(counter, "appointments")
    states = {row.cells[2].value: row.cells[8].value for row in listed.rows}
    assert states["10/QĐ-TT"] == "còn 10 ngày"
    assert states["12/QĐ-UBND"] == "còn hiệu lực"
    assert any("chưa có quyết định" in str(row.cells[8].value) for row in listed.rows)


def test_where_dossiers_wait_and_how_they_stand_to_their_plan(
    busy: tuple[Counter, list[str]],
) -> None:
    counter, uids = busy
    place = counter.workplace
    counter.clock.go(days=13)
    sheet = made(counter, "waiting_where")
    found = figures(sheet)
    unit = "Phòng Văn hóa - Xã hội phường Mẫu"
    assert found["Tổng số"]["waiting"] == 3
    assert (found[unit]["waiting"], found[unit]["overdue"], found[unit]["behind"]) == (1, 1, 1)
    assert (found["Công dân"]["waiting"], found["Công dân"]["overdue"]) == (1, 0)
    assert found["– Duyệt kết quả thẩm định"]["waiting"] == 1
    assert found["Tổng số"]["median"] is None
    rows = [row for row in sheet.rows if row.kind is RowKind.LINE]
    assert sum(int(str(row.cells[1].value)) for row in rows) == 3
    behind_unit = next(row for row in sheet.rows if row.cells[0].value == unit)
    assert drilled(counter, "waiting_where", behind_unit.cells[3].drill) == {uids[1]}
    record(place, counter.session, uids[1], ResultTakenIn((ResultPaper("Giấy chứng nhận"),)))
    centre = place.reference.centre.shown_name
    steps = figures(made(counter, "waiting_where"))
    assert unit not in steps
    assert steps[centre]["waiting"] == 2
    assert steps["– Trả kết quả"]["waiting"] == 1


def test_a_dossier_and_its_control_slip_follow_the_plan(busy: tuple[Counter, list[str]]) -> None:
    counter, uids = busy
    place = counter.workplace
    found = detail(place, uids[1])
    now = counter.clock.at
    stands = progress_of(place.reference, found.procedure, found.dossier, found.told, now)
    assert stands is not None
    assert (stands.now, stands.should, stands.late) == (1, 0, 0)
    content = control_sheet_content(place, found.dossier, found.told)
    assert [step.at is None for step in content.steps] == [False, True, True]
    assert content.steps[1].from_unit == content.steps[0].to_unit
    assert content.steps[-1].to_unit == place.reference.centre.shown_name
    assert all(step.note.startswith("trước ") for step in content.steps[1:])
    birth = detail(place, uids[0])
    assert progress_of(place.reference, birth.procedure, birth.dossier, birth.told, now) is None
    assert control_sheet_content(place, birth.dossier, birth.told).steps == ()
