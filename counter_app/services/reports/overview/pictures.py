"""The four pictures: days, on time by agency, what is open by age, hours of the week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from counter_app.domain.dates import shown_date
from counter_app.domain.money import grouped
from counter_app.domain.office.targets import Formula, Scope
from counter_app.domain.reports.pictures import Figure, Picture, PictureKind, Place
from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import Drill, Unit
from counter_app.services.reports.asked import Asked
from counter_app.services.reports.handling.counting import FEW, rate
from counter_app.services.reports.handling.names import agency_name
from counter_app.services.reports.overview.span import WORKED, Looked
from counter_app.store.reports.figures import Figures
from counter_app.store.reports.overview import counted_by_age, counted_by_day
from counter_app.store.reports.recording.using import used

AGENCIES = 6
"""So many agencies have a line of their own; the others, with fewer dossiers, share the last."""

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_FROM, _TO = 7, 17  # hours that are always shown
_AGES = (
    ("in_time", "Trong hạn", "Trong hạn"),
    ("soon", "Đến hạn trong 24 giờ", "24 giờ"),
    ("late_5", "Quá hạn 1–5 ngày làm việc", "1–5 ngày"),
    ("late_20", "Quá hạn 6–20 ngày làm việc", "6–20 ngày"),
    ("late_more", "Quá hạn trên 20 ngày làm việc", "> 20 ngày"),
    ("waiting", "Chờ công dân", "Chờ dân"),
)
_DAYS = f"{WORKED} ngày làm việc gần nhất"


def pictures(asked: Asked, looked: Looked) -> tuple[Picture, ...]:
    """Return the four pictures in their order."""
    return (
        _flow(asked, looked),
        _on_time(asked, looked),
        _ages(asked, looked),
        _hours(asked, looked),
    )


def _flow(asked: Asked, looked: Looked) -> Picture:
    found = counted_by_day(asked.tx.lives.connection, looked.first, looked.last)
    days = sorted({*looked.worked, *found})  # a day off on which something was done is shown, too
    return Picture(
        PictureKind.FLOW,
        "Tiếp nhận và trả kết quả theo ngày",
        f"Số hồ sơ tiếp nhận và số hồ sơ đã trả kết quả mỗi ngày, {_DAYS}; ngày nghỉ có hồ sơ "
        "cũng được ghi.",
        tuple(Place(shown_date(day), f"{day:%d/%m}") for day in days),
        ("Tiếp nhận", "Trả kết quả"),
        tuple(
            tuple(_count(found.get(day, (0, 0))[place], figure, day) for day in days)
            for place, figure in enumerate(("received", "returned"))
        ),
        report="summary_procedure",
    )


def _on_time(asked: Asked, looked: Looked) -> Picture:
    found = Figures(asked.tx.lives.connection).counts(("agency",), looked.span, ("limited", "late"))
    sums = {key[0]: (each["limited"], each["late"]) for key, each in found.items()}
    codes = sorted(
        (code for code, (limited, _) in sums.items() if limited),
        key=lambda code: (-sums[code][0], agency_name(asked, code)),
    )
    most = AGENCIES if len(codes) > AGENCIES + 1 else len(codes)
    groups: list[tuple[str, list[str]]] = [
        (agency_name(asked, code), [code]) for code in codes[:most]
    ]
    if codes[most:]:
        groups.append((f"{len(codes[most:])} cơ quan khác", codes[most:]))
    columns = [
        _share([sums[code] for code in group], group, _target(asked, group)) for _, group in groups
    ]
    general = _target(asked, ())
    wanted = "" if general is None else f" {said(general, Unit.PERCENT)}"
    return Picture(
        PictureKind.SHARES,
        "Tỷ lệ đúng hạn theo cơ quan",
        f"Hồ sơ có hạn đã giải quyết trước hạn và đúng hạn trên hồ sơ có hạn đã giải quyết, {_DAYS}"
        f"; vạch đậm là chỉ tiêu{wanted}, cột gạch chéo là dưới chỉ tiêu; "
        f"dưới {FEW} hồ sơ thì không tính tỷ lệ.",
        tuple(Place(name) for name, _ in groups),
        ("Tỷ lệ đúng hạn", "Đúng hạn", "Có hạn", "Chỉ tiêu"),
        tuple(tuple(column[row] for column in columns) for row in range(4)),
        report="times",
    )


def _target(asked: Asked, group: Sequence[str]) -> int | None:
    """Return the share on time that is to be reached today: an agency's own, or everybody's."""
    scopes = [Scope(agency=group[0])] if len(group) == 1 else []
    for scope in (*scopes, Scope()):
        for each in asked.reference.targets.targets:
            if (
                each.formula is Formula.ON_TIME
                and each.scope == scope
                and each.touches(asked.today, asked.today)
            ):
                return each.threshold
    return None


def _share(
    sums: Sequence[tuple[int, int]], group: Sequence[str], target: int | None
) -> tuple[Figure, ...]:
    limited, late = (sum(each[place] for each in sums) for place in (0, 1))
    share = rate(limited - late, limited)
    where = tuple(("agency", code) for code in group)
    return (
        Figure(
            share if isinstance(share, int) else None,
            said(share, Unit.PERCENT),
            Drill("limited", where),
        ),
        Figure(limited - late, grouped(limited - late), Drill("on_time", where)),
        Figure(limited, grouped(limited), Drill("limited", where)),
        Figure(target, said(target, Unit.PERCENT)),
    )


def _ages(asked: Asked, looked: Looked) -> Picture:
    found = counted_by_age(asked.tx.lives.connection, looked.span, looked.cuts)
    whole = sum(found.values())
    return Picture(
        PictureKind.AGES,
        f"Hồ sơ đang giải quyết theo tuổi ({grouped(whole)} hồ sơ)",
        "Hồ sơ chưa kết thúc tại lúc kết xuất: ngày quá hạn là ngày làm việc đã bắt đầu sau ngày "
        "hẹn; chờ công dân là chờ bổ sung giấy tờ hoặc nộp tiền, thời hạn tạm dừng.",
        tuple(Place(words, short) for _, words, short in _AGES),
        ("Hồ sơ",),
        (
            tuple(
                Figure(
                    found[age],
                    grouped(found[age]),
                    Drill("age", (("age", age),)) if found[age] else None,
                )
                for age, *_ in _AGES
            ),
        ),
        report="waiting",
    )


def _hours(asked: Asked, looked: Looked) -> Picture:
    sums: Counter[tuple[int, int]] = Counter()
    for each in used(asked.tx.lives.connection, looked.first, looked.last, "hour"):
        if each.receptions:
            sums[each.day.weekday(), each.hour] += each.receptions
    hours = range(
        min((_FROM, *(hour for _, hour in sums))), max((_TO, *(hour for _, hour in sums))) + 1
    )
    days = [day for day in range(7) if day < 5 or any(weekday == day for weekday, _ in sums)]
    return Picture(
        PictureKind.HOURS,
        "Tiếp nhận theo thứ và giờ",
        f"Số hồ sơ ghi tiếp nhận theo thứ trong tuần và giờ ghi, cộng của {_DAYS}; ô càng đậm càng "
        "nhiều.",
        tuple(Place(f"{hour:02} giờ – {hour + 1:02} giờ", f"{hour}h") for hour in hours),
        tuple(_WEEKDAYS[day] for day in days),
        tuple(tuple(_hour(sums[day, hour], day, hour) for hour in hours) for day in days),
        report="use_by_hour",
    )


def _hour(count: int, day: int, hour: int) -> Figure:
    where = (("weekday", str(day)), ("hour", str(hour)))
    return Figure(count, grouped(count), Drill("hour", where) if count else None)


def _count(count: int, figure: str, day: date) -> Figure:
    drill = Drill(figure, (("day", day.isoformat()),)) if count else None
    return Figure(count, grouped(count), drill)
