"""Thời gian giải quyết: the share on time, the median and the 90th percentile, by whom and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.reports.sheet import (
    Cell,
    Column,
    Drill,
    ReportSheet,
    Row,
    RowKind,
    Unit,
)
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.handling.columns import columns
from counter_app.services.reports.handling.counting import (
    FEW,
    NO_RATE,
    Counted,
    Where,
    behind,
    counted,
    notes_of,
    rate,
    span_of,
    text_column,
)
from counter_app.services.reports.handling.names import NAMES
from counter_app.store.reports.durations import Durations, Histogram, joined, percentile
from counter_app.store.reports.figures import Key

NAME = "times"
TITLE = "Thời gian giải quyết"
GROUP = "Thời hạn"

_FIGURES = ("processed", "limited", "late", "extended", "apologised")
_BLOCKS = (
    ("field_name", "Theo lĩnh vực"),
    ("agency", "Theo cơ quan giải quyết"),
    ("procedure", "Theo thủ tục"),
)
_BY = tuple(part for part, _ in _BLOCKS)

_COLUMNS = (
    *columns("processed", "limited", "late", group="", width=18),
    Column(
        "on_time_rate",
        "Tỷ lệ đúng hạn",
        Unit.PERCENT,
        "Hồ sơ có hạn giải quyết trước hạn và đúng hạn, trên hồ sơ có hạn đã giải quyết trong kỳ; "
        f"làm tròn xuống một phần mười; dưới {FEW} hồ sơ thì không tính tỷ lệ.",
        20,
    ),
    Column(
        "median",
        "Trung vị (ngày)",
        Unit.TENTHS,
        "Một nửa số hồ sơ đã giải quyết trong kỳ không lâu hơn thế: ngày lịch (24 giờ) từ lúc tiếp "
        "nhận đến lúc có kết quả hoặc từ chối, kể cả ngày nghỉ và thời gian chờ bổ sung, làm tròn "
        "lên một phần mười ngày.",
        20,
    ),
    Column(
        "p90",
        "90 % trong (ngày)",
        Unit.TENTHS,
        "Chín phần mười số hồ sơ đã giải quyết trong kỳ không lâu hơn thế, tính như trung vị; dưới "
        f"{FEW} hồ sơ thì không tính.",
        20,
    ),
    *columns("extended", "apologised", group="", width=18),
)


@dataclass(frozen=True, slots=True)
class _Measured:
    """Both spans: what is counted, and how long it took."""

    counts: Counted
    now: dict[Key, Histogram]
    before: dict[Key, Histogram]

    def row(
        self, name: str, keys: Sequence[Key], where: Where, kind: RowKind = RowKind.LINE
    ) -> Row:
        """Return the line of these groups."""
        cells = {name: self.counts.total(name, where, keys) for name in _FIGURES}
        limited, late = cells["limited"], cells["late"]
        now, before = _rate(limited.value, late.value), _rate(limited.before, late.before)
        took = joined([self.now.get(key, {}) for key in keys])
        took_before = joined([self.before.get(key, {}) for key in keys])
        drill = Drill("processed", where)
        return Row(
            (
                Cell(name),
                *(cells[figure] for figure in ("processed", "limited", "late")),
                Cell(now, Drill("limited", where), before),
                Cell(_least(took, 50, 1), drill, _least(took_before, 50, 1)),
                Cell(_least(took, 90, FEW), drill, _least(took_before, 90, FEW)),
                *(cells[figure] for figure in ("extended", "apologised")),
            ),
            kind,
        )


def make(asked: Asked) -> ReportSheet:
    """Measure it by field, by agency, by procedure."""
    durations = Durations(asked.tx.lives.connection)
    found = _Measured(
        counted(asked, _BY, _FIGURES),
        durations.of(_BY, span_of(asked, asked.period)),
        durations.of(_BY, span_of(asked, asked.period.before())),
    )
    keys = found.counts.groups()
    rows: list[Row] = []
    for place, (part, head) in enumerate(_BLOCKS):
        rows.append(Row((Cell(head), *(Cell() for _ in _COLUMNS)), RowKind.HEAD))
        groups: dict[str, list[Key]] = {}
        for key in keys:
            groups.setdefault(key[place], []).append(key)
        named = sorted((NAMES[part](asked, value), value) for value in groups)
        rows += [found.row(name, groups[value], ((part, value),)) for name, value in named]
    rows.append(found.row("Tổng cộng", keys, (), RowKind.TOTAL))
    return ReportSheet(
        name=NAME,
        title=TITLE,
        columns=(text_column("name", "Lĩnh vực, cơ quan, thủ tục"), *_COLUMNS),
        rows=tuple(rows),
        standing=asked.standing,
        period=asked.period,
        notes=notes_of(
            asked,
            "Thời gian tính bằng ngày lịch, không phải ngày làm việc; đúng hạn hay quá hạn thì "
            "theo giờ hẹn trả, đã tính ngày làm việc và thời gian tạm dừng.",
        ),
        compared=True,
    )


def _rate(limited: object, late: object) -> int | str:
    assert isinstance(limited, int)
    assert isinstance(late, int)
    return rate(limited - late, limited)


def _least(took: Histogram, percent: int, few: int) -> int | str:
    found = percentile(took, percent) if sum(took.values()) >= few else None
    return NO_RATE if found is None else found


TIMES = Report(NAME, GROUP, TITLE, make, behind)
