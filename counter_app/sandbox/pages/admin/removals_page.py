"""Dossiers that the administrator takes away: the counters hear of each, and believe a few."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counter_app.sandbox.pages.frame import hidden
from counter_app.sandbox.pages.markup import Html, mark, moment, table, tag
from counter_app.sandbox.pages.visitors import Administrator, Form, PageRoute, Visitor, shown
from counter_app.sandbox.province import removals
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/removals"
MOST = 200
"""Dossiers of one form."""

_LISTED = 300
_REASON = 200  # characters; with who says so in front it still fits the wire
_BREAKS = re.compile(r"[\s,;]+")

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/removals")
def list_removals(at: TheProvince, by: Administrator) -> Response:
    """What was taken away, and the form that takes more."""
    return _removals_page(at, by)


@router.post("/removals")
def remove_dossiers(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Take dossiers away: all that are named, or none."""
    codes = tuple(dict.fromkeys(filter(None, _BREAKS.split(told.get("codes", "").upper()))))
    reason = " ".join(told.get("reason", "").split())
    if not codes or len(codes) > MOST:
        return _removals_page(at, by, f"Ghi mã hồ sơ, mỗi dòng một mã (nhiều nhất {MOST} mã).")
    if not reason or len(reason) > _REASON:
        return _removals_page(at, by, f"Ghi lý do, nhiều nhất {_REASON} ký tự.")
    with at.writing() as tx:
        found = removals.find(tx, codes)
        rows = [row for row in found.values() if row is not None]
        if len(rows) == len(codes):
            removals.remove(tx, rows, f"{by.full_name}: {reason}", at.now())
    if len(rows) < len(codes):
        unknown = ", ".join(code for code, row in found.items() if row is None)
        return _removals_page(at, by, f"Chưa bỏ hồ sơ nào: không có hồ sơ mang mã {unknown}.")
    return RedirectResponse(HERE, 303)


def _removals_page(at: Province, by: Visitor, wrong: str = "") -> Response:
    with at.reading() as tx:
        rows = removals.removed(tx, _LISTED)
    lines = [
        (
            moment(row["at"]),
            row["code"] or row["provisional_code"] or "–",
            row["centre"],
            row["reason"],
            mark("đã có việc mới", "good") if row["lives"] else mark("đã bỏ"),
        )
        for row in rows
    ]
    return shown(
        at,
        by,
        "Bỏ hồ sơ",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag(
            "p",
            "Các quầy ẩn hồ sơ bị bỏ, không xóa gì. Bỏ nhiều hồ sơ cùng lúc thì quầy giữ lại tất "
            "cả, chờ người phụ trách ở quầy quyết định.",
        ),
        _form(by.form_token),
        table(("Lúc", "Mã hồ sơ", "Trung tâm", "Lý do", ""), lines, "Chưa bỏ hồ sơ nào."),
        here=HERE,
        status=400 if wrong else 200,
    )


def _form(token: str) -> Html:
    return tag(
        "form",
        hidden(token),
        tag("label", "Mã hồ sơ, mỗi dòng một mã", for_="codes"),
        tag("textarea", id="codes", name="codes", rows=6, required=True),
        tag("label", "Lý do (các quầy thấy)", for_="reason"),
        tag("input", id="reason", name="reason", maxlength=_REASON, required=True),
        tag("button", "Bỏ các hồ sơ này", class_="danger"),
        method="post",
        class_="lines panel",
    )
