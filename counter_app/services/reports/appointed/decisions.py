"""Cán bộ được cử: each decision with its days and agencies, and which of them end soon."""

from __future__ import annotations

from datetime import date

from counter_app.domain.officers.appointed import SOON
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.sheet import Cell, Column, Mark, ReportSheet, Row, Unit
from counter_app.services.officers.appointing import appointed
from counter_app.services.reports.asked import Asked, Report, none_behind

_COLUMNS = (
    Column("officer", "Cán bộ", Unit.TEXT, width=36),
    Column("title", "Chức danh", Unit.TEXT, width=24),
    Column("decision", "Quyết định", Unit.TEXT, "Số quyết định hoặc văn bản cử cán bộ.", 27),
    Column("decided", "Ngày quyết định", Unit.DATE, width=21),
    Column("agencies", "Cơ quan được cử tiếp nhận", Unit.TEXT, width=0),
    Column("from", "Từ ngày", Unit.DATE, width=20),
    Column("until", "Đến ngày", Unit.DATE, "Để trống: cho đến khi có quyết định khác.", 20),
    Column(
        "kind",
        "Loại",
        Unit.TEXT,
        "Tạm thời: người đứng đầu cử tại chỗ, không quá 60 ngày. Quyết định của tỉnh có cùng số "
        "thay cho việc cử tại chỗ.",
        20,
    ),
    Column(
        "state",
        "Hiệu lực",
        Unit.TEXT,
        "Tính đến hôm nay; sắp hết là còn không quá 30 ngày.",
        30,
    ),
)


def make_decisions(asked: Asked) -> ReportSheet:
    """Return the appointments as of today, and officers who receive without any."""
    today, roles = asked.today, asked.reference.roles
    officers = appointed(asked.tx, asked.reference.officers, today, today).officers
    rows, running_out, without = [], 0, 0
    for officer in sorted(officers, key=lambda each: (each.name, each.id)):
        if not officer.active:
            continue
        for each in sorted(officer.appointments, key=lambda one: (one.valid_from, one.temporary)):
            words, mark, ends_soon = _state(each, today)
            running_out += ends_soon
            rows.append(Row(_cells(asked, officer, each, Cell(words, mark=mark))))
        if not officer.appointments and roles.any_may(officer.roles, Act.RECEIVE):
            without += 1
            state = Cell("chưa có quyết định", mark=Mark.BAD)
            rows.append(Row((*_name(officer), *(Cell() for _ in range(6)), state)))
    notes = [f"{running_out} quyết định hết hiệu lực trong 30 ngày tới."]
    if without:
        notes.append(f"{without} cán bộ có quyền tiếp nhận nhưng chưa có quyết định cử.")
    return ReportSheet(
        "appointments",
        "Cán bộ được cử tiếp nhận hồ sơ",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        basis="Quyết định 369, 370 (Kon Tum, 2019)",
        notes=tuple(notes),
    )


def _state(each: Appointment, today: date) -> tuple[str, Mark, bool]:
    if each.valid_from > today:
        return "chưa bắt đầu", Mark.QUIET, False
    if each.valid_until is None:
        return "còn hiệu lực", Mark.PLAIN, False
    left = (each.valid_until - today).days
    if left < 0:
        return "đã hết", Mark.QUIET, False
    if left <= SOON.days:
        return ("hết hôm nay" if left == 0 else f"còn {left} ngày"), Mark.BAD, True
    return "còn hiệu lực", Mark.PLAIN, False


def _name(officer: Officer) -> tuple[Cell, Cell]:
    return Cell(officer.name), Cell(officer.title or None)


def _cells(asked: Asked, officer: Officer, each: Appointment, state: Cell) -> tuple[Cell, ...]:
    return (
        *_name(officer),
        Cell(each.decision_number),
        Cell(each.decision_date),
        Cell("; ".join(asked.agency_name(code) for code in each.agencies) or None),
        Cell(each.valid_from),
        Cell(each.valid_until),
        Cell("tạm thời" if each.temporary else "quyết định"),
        state,
    )


DECISIONS = Report(
    "appointments", "Cán bộ", "Cán bộ được cử", make_decisions, none_behind, steps=()
)
