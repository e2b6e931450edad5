"""Words for limits, time left and outcomes, and for what is wrong with a date or a limit."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.domain.dates import shown_date, shown_moment
from counter_app.domain.deadlines.limit import Limit, LimitUnit, plain_number
from counter_app.domain.deadlines.remaining import Outcome, Remaining, Standing
from counter_app.i18n import several, tr

PROBLEMS: dict[str, str] = {
    "date_unreadable": "Chưa đọc được ngày “{text}”. Gõ như 1/7/25, 010725 hoặc hn (hôm nay).",
    "date_impossible": "Không có ngày “{text}” trong lịch. Kiểm tra lại ngày và tháng.",
    "moment_unreadable": "Chưa đọc được giờ, ngày “{text}”. Gõ như 9:14 1/7/25 hoặc 9h14 hn.",
    "hour_impossible": "Giờ trong “{text}” phải từ 0:00 đến 23:59.",
    "limit_unit_unknown": (
        "Thời hạn “{text}” chưa ghi đơn vị (ngày, ngày làm việc, giờ…). "
        "Cơ quan giải quyết cần chọn đơn vị trong Danh mục."
    ),
    "limit_value_missing": "Thời hạn chưa có số. Bổ sung trong Danh mục.",
    "limit_out_of_range": (
        "Thời hạn {value} không hợp lý (từ 0 đến {longest}). Kiểm tra trong Danh mục."
    ),
    "calendar_not_approved": (
        "Lịch nghỉ năm {years} chưa được công bố, ngày hẹn trả mới là dự kiến. "
        "Kiểm tra trước khi hẹn."
    ),
    "resumed_before_pause": (
        "Thời điểm tiếp tục phải sau thời điểm tạm dừng. Kiểm tra lại giờ, ngày."
    ),
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.NO_LIMIT: "Không quy định thời hạn",
    Outcome.EARLY: "Trước hạn",
    Outcome.ON_TIME: "Đúng hạn",
    Outcome.LATE: "Quá hạn",
}

_UNITS: dict[LimitUnit, str] = {
    LimitUnit.WORKING_DAY: "ngày làm việc",
    LimitUnit.CALENDAR_DAY: "ngày",
    LimitUnit.HOUR: "giờ làm việc",
    LimitUnit.MONTH: "tháng",
}


Say = Callable[[str], str]
"""How a text is said: `tr` on a screen; `str`, as it stands, on a paper: papers are Vietnamese."""


def limit_words(limit: Limit, say: Say = tr) -> str:
    """Return the limit as on Mẫu 01: `3 ngày làm việc`, `0,5 ngày làm việc`, `Trong ngày`."""
    if limit.unit is LimitUnit.SAME_DAY:
        return say("Trong ngày")
    if limit.unit is LimitUnit.NONE:
        return say("Không quy định")
    unit = _UNITS.get(limit.unit)
    if unit is None or limit.value is None:
        return limit.text or say("Chưa rõ")
    number = plain_number(limit.value).replace(".", ",")
    if say is tr:
        unit = several(unit, 1 if limit.value == 1 else 2)  # half a day is said as many are
    return f"{number} {unit}"


def remaining_words(left: Remaining) -> str:
    """Return how an open dossier stands, short enough for a table cell.

    `Còn 2 ngày làm việc`; within the last half working day `Còn 3 giờ`, `Còn 40 phút`; on the due
    day before that `Hạn hôm nay 17:00`; then `Quá hạn 20 phút`, `Quá hạn 2 giờ`, `Quá hạn 1
    ngày`. Never parts of days or hours: what is begun but not whole is left out.
    """
    if left.due_at is None:
        return tr("Không quy định thời hạn")
    if left.standing is Standing.LATE:
        return _late_words(left)
    if 0 < left.minutes <= left.half_day:
        return tr("Còn {time}").format(time=_hours(left.minutes))
    if left.today:
        return tr("Hạn hôm nay {hour}").format(hour=f"{left.due_at:%H:%M}")
    if left.working_days:
        days = left.working_days
        return several("Còn {n} ngày làm việc", days).format(n=days)
    # Only when the calendar changed and the promise now lies on a day off.
    return tr("Hạn {date}").format(date=shown_date(left.due_at.date()))


def outcome_words(result: Outcome, say: Say = tr) -> str:
    """Return `Trước hạn`, `Đúng hạn`, `Quá hạn` or `Không quy định thời hạn`."""
    return say(OUTCOMES[result])


def _late_words(left: Remaining) -> str:
    if left.working_days:
        return several("Quá hạn {n} ngày", left.working_days).format(n=left.working_days)
    if left.minutes:
        return tr("Quá hạn {time}").format(time=_hours(left.minutes))
    # Late, but the office has been closed ever since: no working time has passed.
    if left.due_at is None:
        return tr("Quá hạn")
    return tr("Quá hạn từ {moment}").format(moment=shown_moment(left.due_at))


def _hours(minutes: int) -> str:
    if minutes < 60:
        return several("{n} phút", minutes).format(n=minutes)
    return several("{n} giờ", minutes // 60).format(n=minutes // 60)
