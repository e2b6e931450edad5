"""Bulk runs, use, silence, explanations and obstacles, counted over a counter's journal."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import ReportSheet, RowKind, check_code
from counter_app.papers.fonts import choose_fonts
from counter_app.services.dossiers.piles import hand_over
from counter_app.services.office.obstacles import Obstacle, look_at_obstacle, note_obstacle
from counter_app.services.reports.handing_out import report_document
from counter_app.services.reports.making import behind, make_report
from counter_app.services.reports.proving import Proof, Verdict, prove
from counter_app.services.reports.recording.bulk import BULK
from counter_app.services.reports.recording.explanation import EXPLANATION, explanation_of
from counter_app.services.reports.recording.obstacles import OBSTACLES
from counter_app.services.reports.recording.silence import SILENCE
from counter_app.services.reports.recording.use import HOURS, USE
from tests.services.conftest import Counter
from tests.services.reports.recording.test_delays import cells, head, made, register


def spread(counter: Counter, days: int) -> list[str]:
    """Receive one dossier a day."""
    uids = []
    for day in range(days):
        if day:
            counter.clock.go(days=1)
            counter.grant(day=counter.clock.at.date(), first=day * 10 + 1, last=day * 10 + 9)
        uids += register(counter, 1)
    return uids


def lines(sheet: ReportSheet) -> list[str]:
    return [str(row.cells[0].value) for row in sheet.rows if row.kind is RowKind.LINE]


def test_dossiers_of_many_days_written_at_one_go_are_listed(counter: Counter) -> None:
    uids = spread(counter, 12)
    pile = register(counter, 3)
    counter.clock.go(hours=1)
    for uid in uids:
        hand_over(counter.workplace, counter.session, [uid], "Phòng Mẫu")
        counter.clock.go(seconds=20)
    hand_over(counter.workplace, counter.session, pile, "Phòng Mẫu")
    period = Period(date(2026, 11, 20), counter.clock.at.date())
    sheet = make_report(counter.workplace, head(counter), BULK, period)
    (row,) = sheet.rows
    assert row.kind is RowKind.LINE
    drill = row.cells[4].drill
    assert drill is not None
    found = behind(counter.workplace, head(counter), BULK, period, drill)
    assert set(found) <= {*uids, *pile}
    assert row.cells[4].value == len(found)
    assert set(uids[:10]) <= set(found)


def test_a_scanned_pile_is_not_listed(counter: Counter) -> None:
    counter.grant(first=11, last=40)
    uids = register(counter, 20)
    counter.clock.go(days=1)
    hand_over(counter.workplace, counter.session, uids, "Phòng Mẫu")
    sheet = made(counter, BULK)
    assert [row.kind for row in sheet.rows] == [RowKind.HEAD]


def test_use_by_counter_weekday_and_hour(counter: Counter) -> None:
    uids = register(counter, 3)  # a Friday at 10
    counter.clock.go(hours=4)
    hand_over(counter.workplace, counter.session, uids, "Phòng Mẫu")
    sheet = made(counter, USE)
    here = cells(sheet, "Quầy 12")
    assert (here["receptions"].value, here["acts"].value, here["days"].value) == (3, 6, 1)
    assert here["share"].value == 1000
    assert cells(sheet, "Quầy 1")["acts"].value == 0
    assert cells(sheet, "Toàn đơn vị")["a_day"].value == 60
    hours = made(counter, HOURS)
    ten = cells(hours, "10 giờ – 11 giờ")
    assert (ten["d4"].value, ten["all"].value, ten["d0"].value) == (3, 3, 0)
    drill = ten["d4"].drill
    assert drill is not None
    period = period_of(Step.MONTH, counter.clock.at.date())
    assert set(behind(counter.workplace, head(counter), HOURS, period, drill)) == set(uids)
    afternoon = [row.cells[5].value for row in hours.rows if row.cells[0].value != "Cộng"]
    assert afternoon == [None, 3, 0, None, 3, 3]


def test_silent_counters_and_officers_are_named(counter: Counter) -> None:
    decision = Appointment("12/QĐ", date(2026, 1, 1), ("H26.15",), date(2026, 1, 1))
    silent = Officer("cb-02", "Lê Thị Thử", appointments=(decision,))
    working = Officer("cb-01", "Phạm Thị Ví", appointments=(decision,))
    left = dataclasses.replace(silent, id="cb-03", name="Ngô Văn Nghỉ", active=False)
    reference = dataclasses.replace(
        counter.workplace.reference, officers=OfficerList("mau", (working, silent, left))
    )
    place = dataclasses.replace(counter.workplace, reference=reference)
    there = dataclasses.replace(counter, workplace=place)
    for _ in range(6):  # Friday to Wednesday; the 24th is a day off
        there.grant(day=there.clock.at.date(), first=there.clock.at.day * 20)
        register(there, 1)
        there.clock.go(days=1)
    period = Period(date(2026, 11, 20), date(2026, 11, 26))
    sheet = make_report(place, head(there), SILENCE, period)
    said = lines(sheet)
    assert "Lê Thị Thử" in said
    assert not any(words.startswith(("Phạm", "Ngô", "Quầy 12")) for words in said)
    row = cells(sheet, "Lê Thị Thử")
    assert (row["expected"].value, row["recorded"].value, row["longest"].value) == (4, 0, 4)
    assert any(words.startswith("Quầy 1 ") and "chưa nhận đủ" in words for words in said)


def test_the_explanation_has_its_figures_and_room_for_the_reason(counter: Counter) -> None:
    uids = register(counter, 5)
    hand_over(counter.workplace, counter.session, uids, "Phòng Mẫu")
    sheet = made(counter, EXPLANATION)
    one = explanation_of(sheet, "counter", "12")
    (row,) = one.rows
    assert [cell.value for cell in row.cells[1:4]] == [5, 10, 1]
    assert [cell.value for cell in row.cells[5:]] == [0, 1000, ""]
    assert "Quầy 12" in one.title
    with pytest.raises(KeyError):
        explanation_of(sheet, "counter", "99")
    assert not any("ký, ghi rõ họ tên" in note for note in one.notes), "the paper has its hands"
    assert EXPLANATION.of_row is not None
    parts = [EXPLANATION.of_row(sheet, place) for place in range(len(sheet.rows))]
    assert [part is None for part in parts] == [row.kind is RowKind.HEAD for row in sheet.rows]
    assert one in parts
    assert EXPLANATION.of_row(sheet, len(sheet.rows)) is None


def test_one_units_paper_is_proved_by_its_check_code(counter: Counter) -> None:
    register(counter, 5)
    place, leader = counter.workplace, head(counter)
    one = explanation_of(made(counter, EXPLANATION), "counter", "12")
    report_document(place, leader, one, choose_fonts())
    found = prove(place, leader, check_code(one))
    assert isinstance(found, Proof)
    assert found.verdict is Verdict.SAME
    assert found.now is not None
    assert found.now.rows == one.rows


def test_obstacles_are_noted_and_listed_without_anybody(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    with pytest.raises(FalseStepError):
        note_obstacle(place, session, Obstacle("  "))
    body = note_obstacle(
        place, session, Obstacle("Mẫu tờ khai khác thông tư ", "Cập nhật mẫu", "1.001193")
    )
    assert body.procedure_name
    assert body.field_name
    note_obstacle(place, session, Obstacle("Đường truyền hay mất"))
    sheet = made(counter, OBSTACLES)
    assert lines(sheet) == ["Mẫu tờ khai khác thông tư", "Đường truyền hay mất"] or lines(
        sheet
    ) == ["Đường truyền hay mất", "Mẫu tờ khai khác thông tư"]
    assert cells(sheet, body.procedure_name)["count"].value == 1
    total = cells(sheet, "Cộng")["count"]
    assert (total.value, total.before) == (2, 0)
    words = " ".join(str(cell.value) for row in sheet.rows for cell in row.cells)
    assert session.officer.name not in words


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["obstacle_no_text"]),
        ("Hồ sơ của số 001184000123", ["obstacle_person"]),
        ("gọi 0900 000 456 không được", ["obstacle_person"]),
        ("chứng minh 123456789", ["obstacle_person"]),
        ("QĐ 766/QĐ-TTg ngày 23/06/2022", []),
        ("Mã 1.001193 và H26.15-261120-0001", []),
        ("mất 1.250.000.000 đồng", []),
        ("thủ tục 1.001193.000.00.00.H26", []),
    ],
)
def test_figures_of_a_person_are_doubted(text: str, codes: list[str]) -> None:
    assert [each.code for each in look_at_obstacle(Obstacle(text))] == codes
