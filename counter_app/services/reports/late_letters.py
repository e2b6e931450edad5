"""Trễ hẹn và thư xin lỗi (Quảng Nam, CV 4662): by agency and field, the target is none without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from statistics import median

from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    Mark,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.late.lines import LateLine, late_lines
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.names import agency_name, field_name

NAME = "late_letters"
TITLE = "Trễ hẹn và thư xin lỗi"
BASIS = "Công văn 4662 (2019) của UBND tỉnh Quảng Nam"
TARGET = 0
_AGENCY, _FIELD = "agency", "field"
_FIGURES: dict[str, Callable[[LateLine], bool]] = {
    "late": lambda _: True,
    "open": lambda line: line.finished_at is None,
    "with_letter": lambda line: line.has_letter,
    "without": lambda line: not line.has_letter,
}
_WHOSE = (
    "Hồ sơ có ngày hẹn trả nằm trong kỳ mà đến hạn chưa có kết quả: xong sau giờ hẹn, hoặc đang "
    "giải quyết và đã quá hẹn lúc kết xuất."
)
_LEFT_OUT = (
    "Không tính thời gian tạm dừng chờ công dân, hồ sơ tập dượt, đăng ký nhầm, rút, dừng giải "
    "quyết."
)
COLUMNS = (
    Column("name", "Cơ quan, lĩnh vực", Unit.TEXT, width=0),
    Column("late", "Trễ hẹn", definition=f"{_WHOSE} {_LEFT_OUT}", width=20),
    Column(
        "open",
        "Còn đang trễ",
        definition="Trong số trễ hẹn: hồ sơ chưa có kết quả lúc kết xuất.",
        width=22,
    ),
    Column(
        "with_letter",
        "Có thư",
        definition="Trong số trễ hẹn: đã ghi nhận thư xin lỗi (Mẫu 04) cho chính ngày hẹn đang "
        "có hiệu lực. Thư gửi cho ngày hẹn trước khi gia hạn không tính.",
        width=20,
        group="Thư xin lỗi",
    ),
    Column(
        "without",
        "Chưa có thư",
        definition="Số trễ hẹn trừ số có thư. Hồ sơ đã trả kết quả mà không có thư vẫn tính.",
        width=22,
        group="Thư xin lỗi",
    ),
    Column(
        "target",
        "Chỉ tiêu",
        definition="Số hồ sơ trễ hẹn không có thư xin lỗi phải là 0 (Quảng Nam, CV 4662).",
        width=20,
        group="Thư xin lỗi",
    ),
    Column(
        "median",
        "Số ngày trễ giữa",
        Unit.TENTHS,
        "Số ngày làm việc từ ngày hẹn đến ngày có kết quả (đang giải quyết: đến lúc kết xuất), "
        "lấy số đứng giữa. Trễ trong ngày hẹn là 0 ngày.",
        width=24,
    ),
    Column(
        "longest",
        "Trễ lâu nhất (ngày)",
        definition="Số ngày làm việc của hồ sơ trễ lâu nhất.",
        width=24,
    ),
)


def make(asked: Asked) -> ReportSheet:
    """Count the late dossiers of the period, with the period before beside them."""
    now_lines, before = _lines(asked, asked.period), _lines(asked, asked.period.before())
    rows: list[Row] = []
    by_agency = _by(now_lines, lambda line: line.agency)
    before_of = _by(before, lambda line: line.agency)
    for agency in sorted(by_agency, key=lambda code: agency_name(asked, code)):
        lines, earlier = by_agency[agency], before_of.get(agency, [])
        where = ((_AGENCY, agency),)
        rows.append(_row(agency_name(asked, agency), lines, earlier, where))
        fields = _by(lines, lambda line: line.field_name)
        before_fields = _by(earlier, lambda line: line.field_name)
        if len(fields) > 1:
            rows += [
                _row(
                    f"– {field_name(asked, name)}",
                    fields[name],
                    before_fields.get(name, []),
                    (*where, (_FIELD, name)),
                )
                for name in sorted(fields)
            ]
    rows.append(_row("Tổng cộng", now_lines, before, (), RowKind.TOTAL))
    notes = () if now_lines else ("Không có hồ sơ trễ hẹn trong kỳ.",)
    return ReportSheet(
        name=NAME,
        title=TITLE,
        columns=COLUMNS,
        rows=tuple(rows),
        standing=asked.standing,
        period=asked.period,
        basis=BASIS,
        notes=(*notes, *_estimated(asked)),
        compared=True,
    )


def behind(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a number."""
    wanted = _FIGURES.get(drill.figure)
    agency, field = drill.narrowed(_AGENCY), drill.narrowed(_FIELD)
    return tuple(
        line.dossier
        for line in _lines(asked, asked.period)
        if wanted is not None
        and wanted(line)
        and agency in (None, line.agency)
        and field in (None, line.field_name)
    )


def _lines(asked: Asked, period: Period) -> tuple[LateLine, ...]:
    reference = asked.reference
    worked = working_time(reference.calendar, reference.policy.hours)
    return late_lines(asked.tx, period.first, period.last, worked=worked, now=asked.now)


def _by(lines: Sequence[LateLine], key: Callable[[LateLine], str]) -> dict[str, list[LateLine]]:
    found: dict[str, list[LateLine]] = defaultdict(list)
    for line in lines:
        found[key(line)].append(line)
    return found


def _row(
    name: str,
    lines: Sequence[LateLine],
    before: Sequence[LateLine],
    where: tuple[tuple[str, str], ...],
    kind: RowKind = RowKind.LINE,
) -> Row:
    cells = [Cell(name)]
    for figure, holds in _FIGURES.items():
        count = sum(map(holds, lines))
        mark = Mark.PLAIN
        if figure == "without":
            mark = Mark.BAD if count > TARGET else Mark.GOOD
        drill = Drill(figure, where) if count else None
        # What was open then isn't known now: as of then it was more.
        earlier = None if figure == "open" else sum(map(holds, before))
        cells.append(Cell(count, drill, earlier, mark))
    cells.append(Cell(TARGET, mark=Mark.QUIET))
    cells.append(Cell(_median(lines), before=_median(before)))
    longest, earlier = (max((line.days for line in some), default=None) for some in (lines, before))
    cells.append(Cell(longest, before=earlier))
    return Row(tuple(cells), kind)


def _median(lines: Sequence[LateLine]) -> int | None:
    """Return the median of the days late in tenths, None of nothing."""
    return round(median(line.days for line in lines) * 10) if lines else None


def _estimated(asked: Asked) -> tuple[str, ...]:
    calendar, period = asked.reference.calendar, asked.period
    last = min(period.last, asked.today)
    years = calendar.unapproved_years(period.first.year, max(last, period.first).year)
    if not years:
        return ()
    said = ", ".join(map(str, years))
    return (f"Lịch làm việc năm {said} chưa được duyệt: số ngày trễ là ước tính.",)


REPORT = Report(name=NAME, group="Thời hạn", title=TITLE, make=make, behind=behind)
