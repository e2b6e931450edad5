"""Trễ hẹn và thư xin lỗi (Quảng Nam, CV 4662): by agency and field, the target is none without."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
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
from counter_app.store.reports.late_groups import late_groups

NAME = "late_letters"
TITLE = "Trễ hẹn và thư xin lỗi"
BASIS = "Công văn 4662 (2019) của UBND tỉnh Quảng Nam"
TARGET = 0
_AGENCY, _FIELD = "agency", "field"


@dataclass(frozen=True, slots=True)
class _Late:
    """Late dossiers that are alike. `days`: whole working days late, 0 within the due day."""

    agency: str
    field_name: str
    is_open: bool
    has_letter: bool
    days: int = 0


_Lates = Mapping[_Late, int]
"""How many there are of each."""

_FIGURES: dict[str, Callable[[_Late], bool]] = {
    "late": lambda _: True,
    "open": lambda late: late.is_open,
    "with_letter": lambda late: late.has_letter,
    "without": lambda late: not late.has_letter,
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
    now, before = _lates(asked, asked.period), _lates(asked, asked.period.before())
    rows: list[Row] = []
    by_agency, agencies_before = _by(now, _agency_of), _by(before, _agency_of)
    for agency in sorted(by_agency, key=lambda code: agency_name(asked, code)):
        lates, earlier = by_agency[agency], agencies_before.get(agency, {})
        where = ((_AGENCY, agency),)
        rows.append(_row(agency_name(asked, agency), lates, earlier, where))
        fields, fields_before = _by(lates, _field_of), _by(earlier, _field_of)
        if len(fields) > 1:
            rows += [
                _row(
                    f"– {field_name(asked, name)}",
                    fields[name],
                    fields_before.get(name, {}),
                    (*where, (_FIELD, name)),
                )
                for name in sorted(fields)
            ]
    rows.append(_row("Tổng cộng", now, before, (), RowKind.TOTAL))
    notes = () if now else ("Không có hồ sơ trễ hẹn trong kỳ.",)
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
        for line in late_lines(asked.tx, asked.period.first, asked.period.last, now=asked.now)
        if wanted is not None
        and wanted(_of_line(line))
        and agency in (None, line.agency)
        and field in (None, line.field_name)
    )


def _of_line(line: LateLine) -> _Late:
    return _Late(line.agency, line.field_name, line.finished_at is None, line.has_letter)


def _lates(asked: Asked, period: Period) -> _Lates:
    reference = asked.reference
    worked = working_time(reference.calendar, reference.policy.hours)
    between = cache(worked.working_days_between)
    found: Counter[_Late] = Counter()
    connection = asked.tx.lives.connection
    for each in late_groups(connection, period.first, period.last, asked.now, days=True):
        assert each.due_day is not None
        assert each.end_day is not None
        days = between(each.due_day, each.end_day)
        of = _Late(each.agency, each.field_name, each.is_open, each.has_letter, days)
        found[of] += each.count
    return found


def _agency_of(late: _Late) -> str:
    return late.agency


def _field_of(late: _Late) -> str:
    return late.field_name


def _by(lates: _Lates, key: Callable[[_Late], str]) -> dict[str, dict[_Late, int]]:
    found: dict[str, dict[_Late, int]] = defaultdict(dict)
    for late, count in lates.items():
        found[key(late)][late] = count
    return found


def _row(
    name: str,
    lates: _Lates,
    before: _Lates,
    where: tuple[tuple[str, str], ...],
    kind: RowKind = RowKind.LINE,
) -> Row:
    cells = [Cell(name)]
    for figure, holds in _FIGURES.items():
        count = _count(lates, holds)
        mark = Mark.PLAIN
        if figure == "without":
            mark = Mark.BAD if count > TARGET else Mark.GOOD
        drill = Drill(figure, where) if count else None
        # What was open then isn't known now: as of then it was more.
        earlier = None if figure == "open" else _count(before, holds)
        cells.append(Cell(count, drill, earlier, mark))
    cells.append(Cell(TARGET, mark=Mark.QUIET))
    cells.append(Cell(_median(lates), before=_median(before)))
    longest, earlier = (max((late.days for late in some), default=None) for some in (lates, before))
    cells.append(Cell(longest, before=earlier))
    return Row(tuple(cells), kind)


def _count(lates: _Lates, holds: Callable[[_Late], bool]) -> int:
    return sum(count for late, count in lates.items() if holds(late))


def _median(lates: _Lates) -> int | None:
    """Return the median of the days late in tenths, None of nothing."""
    days = Counter[int]()
    for late, count in lates.items():
        days[late.days] += count
    return round(median(list(days.elements())) * 10) if days else None


def _estimated(asked: Asked) -> tuple[str, ...]:
    calendar, period = asked.reference.calendar, asked.period
    last = min(period.last, asked.today)
    years = calendar.unapproved_years(period.first.year, max(last, period.first).year)
    if not years:
        return ()
    said = ", ".join(map(str, years))
    return (f"Lịch làm việc năm {said} chưa được duyệt: số ngày trễ là ước tính.",)


REPORT = Report(name=NAME, group="Thời hạn", title=TITLE, make=make, behind=behind)
