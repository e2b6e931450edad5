"""Chậm ghi nhận: how long after an act it is written, per step, by officer, counter and agency."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from counter_app.domain.dossiers.delay import PROMPT_MINUTES
from counter_app.domain.reports.recording import Lateness, Measured
from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report
from counter_app.store.reports.recording.delays import (
    DelayGroup,
    delay_groups,
    dossiers_of_delay,
)

NAME = "recording_delay"
_FEW = 5
"""Never a percentage, nor a percentile, of fewer: chance would be read as a fault."""

_NOBODY = "(chưa rõ)"
_WORDS = {
    Measured.RECEIVED: "Tiếp nhận",
    Measured.HANDED: "Bàn giao hồ sơ",
    Measured.BACK: "Nhận lại hồ sơ",
    Measured.RESULT_IN: "Nhận kết quả về quầy",
    Measured.RETURNED: "Trả kết quả",
    Measured.SIGNED: "Từ ngày ký kết quả đến khi ghi về quầy",
    Measured.SENT: "Từ khi ghi đến khi máy chủ nhận",
}
ACTS = (
    Measured.RECEIVED,
    Measured.HANDED,
    Measured.BACK,
    Measured.RESULT_IN,
    Measured.RETURNED,
)
"""What an officer records; the other two measures aren't in any officer's hand alone."""

_LEFT_OUT = "Không tính hồ sơ thử, việc đã được việc khác thay thế, hồ sơ máy chủ đã bỏ."
_COLUMNS = (
    Column("what", "Việc, cán bộ, quầy, cơ quan", Unit.TEXT, width=0),
    Column(
        "count", "Số việc", Unit.COUNT,
        "Số việc đã ghi vào nhật ký trong kỳ, tính theo ngày ghi. " + _LEFT_OUT, 20,
    ),
    Column(
        "told", "Có lúc làm riêng", Unit.COUNT,
        "Số việc mà hệ thống biết lúc làm khác lúc ghi: tiếp nhận bằng giấy trước (theo ngày giờ "
        "trên giấy), việc cán bộ khai làm lúc khác. Các việc còn lại được coi là ghi ngay.", 22,
    ),
    Column(
        "prompt", f"Trong {PROMPT_MINUTES} phút", Unit.COUNT,
        f"Số việc ghi trong {PROMPT_MINUTES} phút kể từ lúc làm, gồm cả việc không khai lúc làm "
        "riêng.", 22, "Ghi vào hệ thống",
    ),
    Column(
        "same_day", "Trong ngày", Unit.COUNT,
        f"Số việc ghi sau {PROMPT_MINUTES} phút nhưng trong cùng ngày làm.", 22,
        "Ghi vào hệ thống",
    ),
    Column(
        "later", "Ngày khác", Unit.COUNT, "Số việc ghi vào một ngày sau ngày làm.", 22,
        "Ghi vào hệ thống",
    ),
    Column(
        "share", "Tỷ lệ ghi ngay", Unit.PERCENT,
        f"Số việc ghi trong {PROMPT_MINUTES} phút chia cho số việc; để trống khi dưới {_FEW} việc.",
        22,
    ),
    Column(
        "median", "Trung vị", Unit.MINUTES,
        "Một nửa số việc được ghi chậm không quá mức này, theo giờ đồng hồ; để trống khi dưới "
        f"{_FEW} việc.", 26,
    ),
    Column(
        "p90", "P90", Unit.MINUTES,
        "Chín phần mười số việc được ghi chậm không quá mức này, theo giờ đồng hồ; để trống khi "
        f"dưới {_FEW} việc.", 26,
    ),
)  # fmt: skip
_WHEN = (
    "Lúc làm: với hồ sơ ghi bằng giấy trước là ngày giờ tiếp nhận trên giấy; với bàn giao, nhận "
    "kết quả, trả kết quả là lúc cán bộ khai khi ghi sau; không khai thì coi là ghi ngay."
)
_APART = (
    "Ngày ký kết quả chỉ biết đến ngày, nên tính tròn ngày; lúc máy chủ nhận chỉ có của việc ghi "
    "tại quầy kết xuất. Hai dòng này không cộng vào cán bộ, quầy, cơ quan."
)
_REST = (
    "In, yêu cầu bổ sung, từ chối, thu phí và các việc khác do hệ thống ghi ngay khi làm nên không "
    "có trong biểu."
)
_NOTES = (_WHEN, _APART, _REST)


def make_delays(asked: Asked) -> ReportSheet:
    """Return the sheet of delays."""
    first, last = asked.period.first, asked.period.last
    groups = tuple(delay_groups(asked.tx.lives.connection, first, last))
    acts = tuple(each for each in groups if each.measured in ACTS)
    rows = [_head("Theo việc")]
    rows += [
        _row(words, [each for each in groups if each.measured is measured], measured=measured)
        for measured, words in _WORDS.items()
    ]
    if acts:
        rows.append(_row("Cộng các việc của cán bộ", acts, kind=RowKind.TOTAL))
    by: tuple[tuple[str, str, Callable[[DelayGroup], str], Callable[[str], str]], ...] = (
        ("officer", "Theo cán bộ", lambda each: each.officer, asked.officer_name),
        ("counter", "Theo quầy", lambda each: each.counter, lambda code: f"Quầy {code}"),
        ("agency", "Theo cơ quan giải quyết", lambda each: each.agency, asked.agency_name),
    )
    for name, head, key, words_of in by:
        rows += _section(name, head, acts, key, words_of)
    return ReportSheet(
        NAME,
        "CHẬM GHI NHẬN VÀO HỆ THỐNG",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        notes=_NOTES,
    )


def behind_delays(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers behind a number."""
    first, last = asked.period.first, asked.period.last
    return dossiers_of_delay(asked.tx.lives.connection, first, last, dict(drill.where))


def percentile(groups: Iterable[DelayGroup], percent: int) -> int | None:
    """Return the delay that `percent` of the entries don't exceed (nearest rank); None of few."""
    known = sorted((each.minutes, each.count) for each in groups)
    total = sum(count for _, count in known)
    if total < _FEW:
        return None
    rank, seen = -(-total * percent // 100), 0
    for minutes, count in known:
        seen += count
        if seen >= rank:
            return minutes
    return None


def share(part: int, whole: int) -> int | None:
    """Return a share in tenths of a percent, rounded half up; None of too few."""
    return None if whole < _FEW else (part * 2000 + whole) // (2 * whole)


def _section(
    name: str,
    head: str,
    acts: Sequence[DelayGroup],
    key: Callable[[DelayGroup], str],
    words_of: Callable[[str], str],
) -> list[Row]:
    whose: dict[str, list[DelayGroup]] = {}
    for each in acts:
        whose.setdefault(key(each), []).append(each)
    rows = [_head(head)] if whose else []
    named = sorted(((words_of(code) if code else _NOBODY), code) for code in whose)
    for words, code in named:
        mine = whose[code]
        narrowed = ((name, code),)
        rows.append(_row(words, mine, narrowed))
        for measured in ACTS:
            of_step = [each for each in mine if each.measured is measured]
            if of_step and len(of_step) < len(mine):
                rows.append(_row(f"– {_WORDS[measured]}", of_step, narrowed, measured=measured))
    return rows


def _head(words: str) -> Row:
    return Row((Cell(words), *(Cell() for _ in _COLUMNS[1:])), RowKind.HEAD)


def _row(
    words: str,
    groups: Sequence[DelayGroup],
    narrowed: tuple[tuple[str, str], ...] = (),
    *,
    measured: Measured | None = None,
    kind: RowKind = RowKind.LINE,
) -> Row:
    steps = measured.value if measured else " ".join(each.value for each in ACTS)
    where = (("measured", steps), *narrowed)

    def number(figure: str, count: int, *more: tuple[str, str]) -> Cell:
        return Cell(count, Drill(figure, (*where, *more)) if count else None)

    count = sum(each.count for each in groups)
    told = sum(each.count for each in groups if each.told)
    late = {
        lateness: sum(each.count for each in groups if each.lateness is lateness)
        for lateness in Lateness
    }
    cells = [Cell(words), number("count", count), number("told", told, ("told", "1"))]
    cells += [
        number(lateness.value, late[lateness], ("lateness", lateness.value))
        for lateness in Lateness
    ]
    prompt = late[Lateness.PROMPT]
    cells += [
        Cell(share(prompt, count)),
        Cell(percentile(groups, 50)),
        Cell(percentile(groups, 90)),
    ]
    return Row(tuple(cells), kind)


DELAYS = Report(NAME, "Sử dụng hệ thống", "Chậm ghi nhận", make_delays, behind_delays)
