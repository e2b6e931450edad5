"""Numbers of a day: granted, used, void, left; and how far ahead the days are provided for."""

from __future__ import annotations

from datetime import date, timedelta

from fastapi import APIRouter
from starlette.responses import Response

from counter_app.sandbox.pages.admin.readings import Grants, days_granted, grants_of
from counter_app.sandbox.pages.markup import muted, table, tag
from counter_app.sandbox.pages.visitors import Administrator, PageRoute, shown
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/numbers"
_LANES = {"near": "trong ngày", "far": "dự phòng"}

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/numbers")
def list_numbers(at: TheProvince, by: Administrator, day: date | None = None) -> Response:
    """The numbers of a day, today's without a word."""
    today = at.now().date()
    wanted = day or today
    with at.reading() as tx:
        grants = grants_of(tx, wanted)
        days = days_granted(tx, today - timedelta(days=1))
    head = ("Máy", "Quầy", "Loại", "Dải số", "Đã cấp", "Đã dùng", "Đã hủy", "Còn")
    rows = [_row(each) for each in grants]
    if rows:
        sums = (
            sum(e.granted for e in grants),
            sum(e.used for e in grants),
            sum(e.void for e in grants),
            sum(e.left for e in grants),
        )
        rows.append((tag("strong", "Cộng"), "", "", "", *sums))
    ahead = [
        (
            tag("a", f"{date.fromisoformat(each):%d/%m/%Y}", href=f"{HERE}?day={each}"),
            size,
        )
        for each, size in days
    ]
    return shown(
        at,
        by,
        "Số hồ sơ",
        tag(
            "form",
            tag("label", "Ngày", for_="day"),
            tag("input", type="date", id="day", name="day", value=wanted.isoformat()),
            tag("button", "Xem", class_="quiet"),
            class_="row",
        ),
        tag("h2", f"Ngày {wanted:%d/%m/%Y}"),
        table(head, rows, "Chưa cấp số cho ngày này."),
        tag("h2", "Các ngày tới"),
        table(("Ngày", "Số còn hiệu lực đã cấp"), ahead, "Chưa cấp số cho ngày nào."),
        here=HERE,
    )


def _row(grants: Grants) -> tuple[object, ...]:
    ranges = ", ".join(f"{first}–{last}" for first, last in grants.ranges)
    return (
        grants.device,
        grants.counter,
        _LANES.get(grants.lane, grants.lane),
        muted(ranges),
        grants.granted,
        grants.used,
        grants.void or "",
        grants.left,
    )
