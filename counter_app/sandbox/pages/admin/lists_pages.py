"""Catalogues that are out, flags that nobody looked at yet, entries that were not taken."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from counter_app.contract.problem import WireProblem
from counter_app.sandbox.pages.admin import readings
from counter_app.sandbox.pages.markup import Html, joined, mark, moment, muted, table, tag
from counter_app.sandbox.pages.visitors import Administrator, PageRoute, shown
from counter_app.sandbox.pages.words import flag_words, held_words, kind_words, problem_words
from counter_app.sandbox.web.callers import TheProvince

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/catalogues")
def list_catalogues(at: TheProvince, by: Administrator) -> Response:
    """Every version of every list with its digest."""
    with at.reading() as tx:
        rows = readings.published(tx)
    head = ("Danh mục", "Phiên bản", "Áp dụng từ", "Công bố lúc", "Cỡ", "SHA-256")
    lines = [
        (
            row["name"],
            joined(row["version"], " ", mark("đang dùng", "good") if row["current"] else ""),
            _day(row["valid_from"]),
            moment(row["published_at"]),
            f"{row['size'] / 1024:.1f} KB".replace(".", ","),
            tag("code", row["sha256"]),
        )
        for row in rows
    ]
    return shown(
        at,
        by,
        "Danh mục",
        table(head, lines, "Chưa công bố danh mục nào."),
        here="/pages/admin/catalogues",
    )


@router.get("/flags")
def list_flags(at: TheProvince, by: Administrator) -> Response:
    """Accepted entries that a supervisor should look at."""
    with at.reading() as tx:
        rows = readings.open_flags(tx)
    head = ("Lúc nhận", "Máy", "Việc", "Hồ sơ", "Cần xem xét vì")
    lines = [
        (
            moment(row["received_at"]),
            row["device"] or "máy chủ",
            kind_words(row["kind"]),
            row["code"] or "–",
            [tag("div", flag_words(each)) for each in row["flags"]],
        )
        for row in rows
    ]
    return shown(
        at,
        by,
        "Cần xem xét",
        tag(
            "p",
            "Máy chủ đã nhận những việc này vì công dân đang giữ giấy; người phụ trách ở quầy xem "
            "xét và ghi kết quả.",
        ),
        table(head, lines, "Không có gì cần xem xét."),
        here="/pages/admin/flags",
    )


@router.get("/refused")
def list_refused(at: TheProvince, by: Administrator) -> Response:
    """What was refused here, and what waits for a person at the counters."""
    with at.reading() as tx:
        here = readings.refused(tx)
        held = readings.held(tx)
    head = ("Lúc nhận", "Máy", "Việc", "Hồ sơ", "Trả lời", "Vì sao")
    lines = [
        (
            moment(row["received_at"]),
            row["device"] or "máy chủ",
            kind_words(row["kind"]),
            row["code"] or row["provisional_code"] or "–",
            mark(*held_words(row["status"])),
            _why(problem),
        )
        for row, problem in here
    ]
    waiting = [
        (
            device,
            kind_words(each.kind),
            mark(*held_words(each.state)),
            problem_words(each.problem),
            moment(told_at),
            tag("code", each.uid),
        )
        for device, told_at, each in held
    ]
    return shown(
        at,
        by,
        "Không nhận",
        tag("h2", "Máy chủ đã trả lời không"),
        table(head, lines, "Không có việc nào bị trả lại."),
        tag("h2", "Đang chờ người xem ở các quầy"),
        tag("p", "Do các máy tự báo, gồm cả việc bị cách ly vì không gửi được."),
        table(
            ("Máy", "Việc", "Tình trạng", "Vì sao", "Báo lúc", "Mã bút toán"),
            waiting,
            "Không quầy nào báo có việc chờ người xem.",
        ),
        here="/pages/admin/refused",
    )


def _why(problem: WireProblem | None) -> Html:
    if problem is None:
        return muted("không rõ")
    places = ", ".join(each.pointer for each in problem.errors)
    return joined(
        problem.title,
        tag("br") if problem.detail else None,
        muted(problem.detail) if problem.detail else None,
        joined(tag("br"), tag("code", places)) if places else None,
    )


def _day(text: str) -> str:
    return "/".join(reversed(text.split("-")))
