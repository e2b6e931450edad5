"""One-time codes in bulk: a list of counters in, a CSV file out; no code is ever shown again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import Response

from counter_app.sandbox.pages.admin.readings import centres, open_codes
from counter_app.sandbox.pages.frame import HEADERS, hidden
from counter_app.sandbox.pages.markup import Html, moment, table, tag
from counter_app.sandbox.pages.visitors import Administrator, Form, PageRoute, Visitor, shown
from counter_app.sandbox.province import devices
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/codes"
MOST = 300
"""Codes of one download."""

_PART = re.compile(r"[0-9A-Za-z]{1,10}")
_RANGE = re.compile(r"([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})")

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/codes")
def ask_counters(at: TheProvince, by: Administrator) -> Response:
    """The form, and the codes that are still open."""
    return _codes_page(at, by)


@router.post("/codes")
def make_codes(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Make a code for each counter and return them as a CSV file."""
    counters = read_counters(told.get("counters", ""))
    with at.reading() as tx:
        known = centres(tx)
    centre = told.get("centre", "")
    if not counters or len(counters) > MOST or centre not in known:
        said = f"Ghi số quầy, ví dụ 1-12, 15 (nhiều nhất {MOST} quầy mỗi lần)."
        return _codes_page(at, by, said)
    until = at.now() + timedelta(days=devices.CODE_DAYS)
    codes = at.enrol_codes(counters, centre=centre)
    rows = [(counter, code, moment(until)) for counter, code in zip(counters, codes, strict=True)]
    return Response(
        # The mark in front tells a spreadsheet that the file is UTF-8.
        "\ufeff" + as_csv(("Quầy", "Mã ghi danh", "Dùng được đến"), rows),
        media_type="text/csv",
        headers={**HEADERS, "Content-Disposition": 'attachment; filename="ma-ghi-danh.csv"'},
    )


def read_counters(text: str) -> tuple[str, ...]:
    """Return the counters of `1-3, 7, 12A`, each once; empty when any part makes no sense."""
    found: dict[str, None] = {}
    for part in (each.strip() for each in re.split(r"[,;\n]", text)):
        if not part:
            continue
        if span := _RANGE.fullmatch(part):
            first, last = int(span[1]), int(span[2])
            if not first <= last < first + MOST:
                return ()
            found.update(dict.fromkeys(str(each) for each in range(first, last + 1)))
        elif _PART.fullmatch(part):
            found[part] = None
        else:
            return ()
    return tuple(found)


def as_csv(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a CSV file; a cell that a spreadsheet would take for a formula gets a quote."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([f"'{each}" if each[:1] in "=+-@\t\r" and each else each for each in row])
    return out.getvalue()


def _codes_page(at: Province, by: Visitor, wrong: str = "") -> Response:
    with at.reading() as tx:
        rows = open_codes(tx, at.now())
        known = centres(tx)
    lines = [
        (row["counter"], row["counter_name"], row["centre"], row["renews"] or "–",
         moment(row["expires_at"]))
        for row in rows
    ]  # fmt: skip
    head = ("Quầy", "Tên quầy", "Trung tâm", "Ghi danh lại máy", "Dùng được đến")
    return shown(
        at,
        by,
        "Mã ghi danh",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag(
            "p",
            f"Mỗi mã ghi danh một máy, một lần, trong {devices.CODE_DAYS} ngày. Tệp tải về là nơi "
            "duy nhất có các mã: máy chủ chỉ giữ dấu băm của chúng.",
        ),
        _form(by.form_token, known),
        tag("h2", "Mã chưa dùng"),
        table(head, lines, "Không có mã nào chưa dùng."),
        here=HERE,
        status=400 if wrong else 200,
    )


def _form(token: str, known: list[str]) -> Html:
    return tag(
        "form",
        hidden(token),
        tag("label", "Trung tâm", for_="centre"),
        tag("select", [tag("option", e, value=e) for e in known], id="centre", name="centre"),
        tag("label", "Các quầy", for_="counters"),
        tag(
            "input", id="counters", name="counters", required=True, placeholder="1-12, 15",
            maxlength=2000,
        ),
        tag("button", "Cấp mã và tải tệp CSV"),
        method="post",
        class_="lines panel",
    )  # fmt: skip
