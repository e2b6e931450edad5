"""Sử dụng hệ thống: what counters and officers wrote, and on which weekdays and hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from counter_app.domain.reports.sheet import Cell, Column, Drill, ReportSheet, Row, RowKind, Unit
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.recording.delays import share
from counter_app.store.reports.recording.using import Used, received_in, used

NAME, HOURS_NAME = "use", "use_by_hour"
BASIS = "Công văn số 3045 của UBND tỉnh Quảng Nam (2020)"
_COUNTED = (
    "Không tính đăng nhập, xem, kết xuất, việc do chương trình tự ghi, hồ sơ thử và việc đã được "
    "việc khác thay thế."
)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_COLUMNS = (
    Column("who", "Quầy, cán bộ, cơ quan", Unit.TEXT, width=0),
    Column(
        "receptions", "Tiếp nhận", Unit.COUNT,
        "Số hồ sơ đã ghi tiếp nhận trong kỳ, tính theo ngày ghi. " + _COUNTED, 24,
    ),
    Column(
        "acts", "Mọi việc", Unit.COUNT,
        "Số việc đã ghi vào nhật ký trong kỳ, gồm cả tiếp nhận. " + _COUNTED, 24,
    ),
    Column(
        "share", "Tỷ trọng", Unit.PERCENT,
        "Số việc chia cho mọi việc của toàn đơn vị; để trống khi cả đơn vị dưới 5 việc.", 24,
    ),
    Column("days", "Số ngày có ghi", Unit.COUNT, "Số ngày trong kỳ có ít nhất một việc.", 24),
    Column(
        "a_day", "Việc mỗi ngày có ghi", Unit.TENTHS,
        "Số việc chia cho số ngày có ghi, làm tròn đến một phần mười.", 28,
    ),
    Column("last", "Ngày ghi cuối", Unit.DATE, "Ngày trong kỳ có việc ghi sau cùng.", 28),
)  # fmt: skip


def make_use(asked: Asked) -> ReportSheet:
    """Return the sheet of counters, officers and agencies."""
    first, last = asked.period.first, asked.period.last
    apart = ("counter", "officer", "agency")
    found = tuple(used(asked.tx.lives.connection, first, last, *apart))
    whole = sum(each.acts for each in found)
    sections: tuple[tuple[str, str, Callable[[Used], str], Callable[[str], str]], ...] = (
        ("counter", "Theo quầy", lambda each: each.counter, lambda code: f"Quầy {code}"),
        ("officer", "Theo cán bộ", lambda each: each.officer, asked.officer_name),
        ("agency", "Theo cơ quan giải quyết", lambda each: each.agency, asked.agency_name),
    )
    rows: list[Row] = []
    for name, head, key, words_of in sections:
        codes = {key(each) for each in found} - {""}
        if name == "counter":
            codes |= {each.number for each in asked.reference.centre.counters}
        if codes:
            rows.append(_head(head, len(_COLUMNS)))
        for code in sorted(codes, key=lambda code: (len(code), code)):
            mine = [each for each in found if key(each) == code]
            rows.append(_row(words_of(code), mine, whole, ((name, code),)))
    rows.append(_row("Toàn đơn vị", found, whole, (), RowKind.TOTAL))
    return ReportSheet(
        NAME,
        "TÌNH HÌNH SỬ DỤNG HỆ THỐNG",
        _COLUMNS,
        tuple(rows),
        asked.standing,
        asked.period,
        basis=BASIS,
    )


def make_hours(asked: Asked) -> ReportSheet:
    """Return the sheet of weekdays and hours: receptions first, then all acts."""
    first, last = asked.period.first, asked.period.last
    found = tuple(used(asked.tx.lives.connection, first, last, "hour"))
    says = "Số hồ sơ tiếp nhận, hoặc số việc, ghi vào {day}. " + _COUNTED
    columns = (
        Column("hour", "Giờ trong ngày", Unit.TEXT, width=0),
        *(
            Column(f"d{at}", day, Unit.COUNT, says.format(day=day), 26)
            for at, day in enumerate(_WEEKDAYS)
        ),
        Column("all", "Cả tuần", Unit.COUNT, "Cộng bảy ngày trong tuần. " + _COUNTED, 26),
    )
    hours = sorted({each.hour for each in found})
    rows: list[Row] = []
    for head, drills, count in (
        ("Tiếp nhận", True, lambda each: each.receptions),
        ("Mọi việc", False, lambda each: each.acts),
    ):
        rows.append(_head(head, len(columns)))
        for hour in hours:
            mine = [each for each in found if each.hour == hour]
            words = f"{hour:02} giờ – {hour + 1:02} giờ"
            rows.append(_hour_row(words, mine, count, str(hour) if drills else "", drills=drills))
        rows.append(_hour_row("Cộng", found, count, "", drills=drills, kind=RowKind.TOTAL))
    return ReportSheet(
        HOURS_NAME,
        "SỬ DỤNG HỆ THỐNG THEO THỨ VÀ GIỜ",
        columns,
        tuple(rows),
        asked.standing,
        asked.period,
        basis=BASIS,
    )


def behind_use(asked: Asked, drill: Drill) -> tuple[str, ...]:
    """Return the dossiers whose reception is counted."""
    first, last = asked.period.first, asked.period.last
    return received_in(asked.tx.lives.connection, first, last, dict(drill.where))


def _row(
    words: str,
    mine: Sequence[Used],
    whole: int,
    where: tuple[tuple[str, str], ...],
    kind: RowKind = RowKind.LINE,
) -> Row:
    acts, receptions = sum(each.acts for each in mine), sum(each.receptions for each in mine)
    days: set[date] = {each.day for each in mine}
    a_day = (acts * 20 + len(days)) // (2 * len(days)) if days else None
    cells = (
        Cell(words),
        Cell(receptions, Drill("receptions", where) if receptions else None),
        Cell(acts),
        Cell(share(acts, whole)),
        Cell(len(days)),
        Cell(a_day),
        Cell(max(days, default=None)),
    )
    return Row(cells, kind)


def _hour_row(
    words: str,
    mine: Sequence[Used],
    count: Callable[[Used], int],
    hour: str,
    *,
    drills: bool,
    kind: RowKind = RowKind.LINE,
) -> Row:
    of_hour = (("hour", hour),) if hour else ()
    cells = [Cell(words)]
    for at in range(len(_WEEKDAYS)):
        number = sum(count(each) for each in mine if each.day.weekday() == at)
        where = (("weekday", str(at)), *of_hour)
        cells.append(Cell(number, Drill("receptions", where) if drills and number else None))
    number = sum(count(each) for each in mine)
    cells.append(Cell(number, Drill("receptions", of_hour) if drills and number else None))
    return Row(tuple(cells), kind)


def _head(words: str, columns: int) -> Row:
    return Row((Cell(words), *(Cell() for _ in range(columns - 1))), RowKind.HEAD)


USE = Report(NAME, "Sử dụng hệ thống", "Sử dụng theo quầy, cán bộ, cơ quan", make_use, behind_use)
HOURS = Report(HOURS_NAME, "Sử dụng hệ thống", "Sử dụng theo thứ và giờ", make_hours, behind_use)
