"""Phiếu giải trình: a counter's or agency's figures filled in, the reasons left to its own hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from counter_app.domain.reports.recording import Lateness
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.recording.delays import ACTS, share
from counter_app.services.reports.recording.silence import Silence, silent_counters, worked_days_of
from counter_app.services.reports.recording.use import BASIS, behind_use
from counter_app.store.reports.recording.delays import (
    DelayGroup,
    delay_groups,
    dossiers_of_delay,
)
from counter_app.store.reports.recording.using import Used, used

NAME = "explanation"
_LINE = "." * 120
_COLUMNS = (
    Column("unit", "Quầy, cơ quan", Unit.TEXT, width=52),
    Column(
        "receptions", "Tiếp nhận", Unit.COUNT, "Số hồ sơ ghi tiếp nhận trong kỳ, theo ngày ghi.", 18
    ),
    Column(
        "acts", "Mọi việc", Unit.COUNT,
        "Số việc ghi vào nhật ký trong kỳ, không kể đăng nhập, xem, kết xuất.", 18,
    ),
    Column("days", "Ngày có ghi", Unit.COUNT, "Số ngày làm việc có ít nhất một việc.", 18),
    Column(
        "silent", "Ngày không ghi", Unit.COUNT,
        "Số ngày làm việc của kỳ, đến hôm nay, trừ ngày có ghi.", 18,
    ),
    Column(
        "later", "Ghi ngày khác", Unit.COUNT,
        "Số việc ghi vào một ngày sau ngày làm, theo biểu Chậm ghi nhận.", 18,
    ),
    Column(
        "share", "Tỷ lệ ghi ngay", Unit.PERCENT,
        "Số việc ghi trong 15 phút chia cho số việc của biểu Chậm ghi nhận; để trống khi dưới 5.",
        20,
    ),
    Column("reason", "Lý do, biện pháp khắc phục (đơn vị ghi)", Unit.TEXT, width=0),
)  # fmt: skip
_NOTES = (
    "Số liệu lấy từ Hệ thống, không sửa được trên phiếu. Lý do, biện pháp (đơn vị ghi):",
    _LINE,
    _LINE,
    _LINE,
)


def make_explanation(asked: Asked) -> ReportSheet:
    """Return the sheet with every counter and agency of the office."""
    connection, period = asked.tx.lives.connection, asked.period
    acts = tuple(used(connection, period.first, period.last, "counter", "agency"))
    delays = tuple(delay_groups(connection, period.first, period.last, steps_only=True))
    rows = [_head("Quầy")]
    for silence in silent_counters(asked, acts):
        mine = [each for each in acts if each.counter == silence.key]
        late = [each for each in delays if each.counter == silence.key]
        rows.append(_row(silence, mine, late, ("counter", silence.key)))
    agencies = sorted({each.agency for each in acts} - {""})
    days = worked_days_of(asked)
    if agencies:
        rows.append(_head("Cơ quan giải quyết"))
    for code in agencies:
        mine = [each for each in acts if each.agency == code]
        late = [each for each in delays if each.agency == code]
        recorded = len({each.day for each in mine} & set(days))
        silence = Silence(code, asked.agency_name(code), len(days), recorded, 0)
        rows.append(_row(silence, mine, late, ("agency", code)))
    return ReportSheet(
        NAME,
        "PHIẾU GIẢI TRÌNH VIỆC SỬ DỤNG HỆ THỐNG",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        period,
        basis=BASIS,
        notes=_NOTES,
    )


def explanation_of(sheet: ReportSheet, name: str, code: str) -> ReportSheet:
    """Return the sheet of one unit: `name` is "counter" or "agency". Raises KeyError."""
    row = next((row for row in sheet.rows if _unit(row) == (name, code)), None)
    if row is None:
        raise KeyError(code)
    title = f"{sheet.title} – {row.cells[0].value}"
    return dataclasses.replace(sheet, name=f"{NAME}:{name}:{code}", title=title, rows=(row,))


def explanation_at(sheet: ReportSheet, place: int) -> ReportSheet | None:
    """Return the sheet of the unit in the row at `place`; None for a heading."""
    unit = _unit(sheet.rows[place]) if 0 <= place < len(sheet.rows) else None
    return explanation_of(sheet, *unit) if unit is not None else None


def behind_explanation(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a number."""
    if drill.figure == "receptions":
        return behind_use(asked, drill)
    first, last = asked.period.first, asked.period.last
    return dossiers_of_delay(asked.tx.lives.connection, first, last, dict(drill.where))


def _unit(row: Row) -> tuple[str, str] | None:
    """Return whose row it is, as the drill of its first number says."""
    drill = row.cells[1].drill
    return drill.where[0] if drill is not None else None


def _row(
    silence: Silence, acts: Sequence[Used], late: Sequence[DelayGroup], whose: tuple[str, str]
) -> Row:
    all_of = sum(each.count for each in late)
    prompt = sum(each.count for each in late if each.lateness is Lateness.PROMPT)
    later = sum(each.count for each in late if each.lateness is Lateness.LATER)
    steps = " ".join(each.value for each in ACTS)
    where = (whose, ("measured", steps), ("lateness", Lateness.LATER.value))
    return Row(
        (
            Cell(silence.words),
            Cell(sum(each.receptions for each in acts), Drill("receptions", (whose,))),
            Cell(sum(each.acts for each in acts)),
            Cell(silence.recorded),
            Cell(silence.expected - silence.recorded),
            Cell(later, Drill("later", where) if later else None),
            Cell(share(prompt, all_of)),
            Cell(""),
        )
    )


def _head(words: str) -> Row:
    return Row((Cell(words), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD)


EXPLANATION = Report(
    NAME,
    "Sử dụng hệ thống",
    "Phiếu giải trình",
    make_explanation,
    behind_explanation,
    of_row=explanation_at,
)
