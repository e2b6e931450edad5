"""One-time codes in bulk: counters in, a CSV file out; no code is ever shown again."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counter_app.domain.enrolment import CounterPlace
from counter_app.domain.rollout.codes_list import (
    CENTRE,
    COUNTER,
    HEADS,
    PC,
    CodeLine,
    ColumnMissingError,
    as_csv,
    read_lines,
)
from counter_app.sandbox.pages.admin.codes_count import CodesOfCentre, codes_of_centres
from counter_app.sandbox.pages.admin.readings import centres, open_codes
from counter_app.sandbox.pages.frame import HEADERS, hidden
from counter_app.sandbox.pages.markup import Html, moment, table, tag
from counter_app.sandbox.pages.uploads import FILE
from counter_app.sandbox.pages.visitors import Administrator, Form, PageRoute, Visitor, shown
from counter_app.sandbox.province import devices
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/codes"
MOST = 300
"""Codes of one download."""

LONGEST_DAYS = 60
SHOWN = 10
"""Wrong lines of a list that are told at once."""

_PART = re.compile(r"[0-9A-Za-z]{1,10}")
_RANGE = re.compile(r"([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})")

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/codes")
def ask_counters(at: TheProvince, by: Administrator) -> Response:
    """The forms, what became of the codes, and those that are still open."""
    return _codes_page(at, by)


@router.post("/codes")
def make_codes(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Make a code for each counter that was typed, or that a list names; return them as CSV."""
    with at.reading() as tx:
        known = centres(tx)
    days = _days(told.get("days", ""))
    if days is None:
        return _codes_page(at, by, f"Thời hạn của mã: từ 1 đến {LONGEST_DAYS} ngày.")
    if FILE in told:
        lines, said = read_list(told[FILE], known)
    else:
        counters, centre = read_counters(told.get("counters", "")), told.get("centre", "")
        lines = tuple(CodeLine(0, centre, each) for each in counters)
        said = ""
        if not lines or len(lines) > MOST or centre not in known:
            said = f"Ghi số quầy, ví dụ 1-12, 15 (nhiều nhất {MOST} quầy mỗi lần)."
    if said:
        return _codes_page(at, by, said)
    until = moment(at.now() + timedelta(days=days))
    codes = at.enrol_codes([CounterPlace(each.centre, each.counter) for each in lines], days=days)
    rows = [
        (each.centre, each.counter, each.pc, code, until)
        for each, code in zip(lines, codes, strict=True)
    ]
    return Response(
        # The mark in front tells a spreadsheet that the file is UTF-8.
        "\ufeff" + as_csv((HEADS, *rows)),
        media_type="text/csv",
        headers={**HEADERS, "Content-Disposition": 'attachment; filename="ma-ghi-danh.csv"'},
    )


@router.post("/codes/void")
def void_codes(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Make the codes of a centre void that nobody used yet."""
    centre, text = told.get("centre", ""), told.get("counters", "")
    counters = read_counters(text)
    with at.writing() as tx:
        if centre not in centres(tx) or (text and not counters):
            return _codes_page(at, by, "Chọn trung tâm và ghi đúng số quầy, hoặc để trống.")
        devices.void_codes(tx, centre, counters, now=at.now())
    return RedirectResponse(HERE, 303)


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


def read_list(text: str, known: Collection[str]) -> tuple[tuple[CodeLine, ...], str]:
    """Return the lines of an uploaded list and "", or nothing and what is wrong with it.

    A list is taken whole or not at all: half of it would leave nobody knowing which half.
    """
    try:
        lines = read_lines(text, (CENTRE, COUNTER))
    except ColumnMissingError as error:
        return (), f"Danh sách thiếu cột “{error.args[0]}”. Chưa cấp mã nào."
    if not lines or len(lines) > MOST:
        return (), f"Danh sách cần từ 1 đến {MOST} dòng. Chưa cấp mã nào."
    wrong = [f"dòng {each.line}: {why}" for each in lines if (why := _wrong(each, known))]
    names = [each.pc.casefold() for each in lines if each.pc]
    twice = sorted({each for each in names if names.count(each) > 1})
    wrong += [f"tên máy “{each}” có ở nhiều dòng" for each in twice]
    if wrong:
        more = f" và {len(wrong) - SHOWN} chỗ khác" if len(wrong) > SHOWN else ""
        return (), f"Chưa cấp mã nào: {'; '.join(wrong[:SHOWN])}{more}."
    return lines, ""


def _wrong(line: CodeLine, known: Collection[str]) -> str:
    if line.centre not in known:
        return f"không có trung tâm “{line.centre}”"
    return "" if _PART.fullmatch(line.counter) else f"số quầy “{line.counter}” không đúng"


def _days(text: str) -> int | None:
    if not text:
        return devices.CODE_DAYS
    days = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
    return days if 1 <= days <= LONGEST_DAYS else None


def _codes_page(at: Province, by: Visitor, wrong: str = "") -> Response:
    with at.reading() as tx:
        rows = open_codes(tx, at.now())
        counts = codes_of_centres(tx, at.now())
        known = centres(tx)
    lines = [
        (row["counter"], row["counter_name"], row["centre"], row["renews"] or "–",
         moment(row["expires_at"]))
        for row in rows
    ]  # fmt: skip
    head = (COUNTER, "Tên quầy", CENTRE, "Ghi danh lại máy", "Dùng được đến")
    return shown(
        at,
        by,
        "Mã ghi danh",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag(
            "p",
            "Mỗi mã ghi danh một máy, một lần. Tệp tải về là nơi duy nhất có các mã: máy chủ chỉ "
            "giữ dấu băm của chúng. Tệp ấy dùng ngay được làm tệp mã khi ghi danh hàng loạt; ghi "
            f"thêm cột “{PC}” nếu chưa có.",
        ),
        _form(by.form_token, known),
        _list_form(by.form_token),
        tag("h2", "Đã cấp"),
        _counts(counts),
        tag("h2", "Mã chưa dùng"),
        table(head, lines, "Không có mã nào chưa dùng."),
        _void_form(by.form_token, known) if lines else None,
        here=HERE,
        status=400 if wrong else 200,
    )


def _counts(counts: list[CodesOfCentre]) -> Html:
    head = (CENTRE, "Đã cấp", "Đã dùng", "Chưa dùng", "Hết hạn", "Đã hủy")
    rows = [(e.centre, e.made, e.used, e.open, e.expired, e.void) for e in counts]
    return table(head, rows, "Chưa cấp mã nào.")


def _form(token: str, known: list[str]) -> Html:
    return tag(
        "form",
        hidden(token),
        *_centre_choice("centre", known),
        tag("label", "Các quầy", for_="counters"),
        tag(
            "input", id="counters", name="counters", required=True, placeholder="1-12, 15",
            maxlength=2000,
        ),
        *_days_field("days"),
        tag("button", "Cấp mã và tải tệp CSV"),
        method="post",
        class_="lines panel",
    )  # fmt: skip


def _list_form(token: str) -> Html:
    return tag(
        "form",
        hidden(token),
        tag("label", f"Danh sách nhiều trung tâm (CSV: {CENTRE}, {COUNTER}, {PC})", for_="list"),
        tag("input", id="list", name=FILE, type="file", accept=".csv,text/csv", required=True),
        *_days_field("list-days"),
        tag("button", "Cấp mã cho cả danh sách"),
        method="post",
        enctype="multipart/form-data",
        class_="lines panel",
    )


def _void_form(token: str, known: list[str]) -> Html:
    inside = tag(
        "form",
        hidden(token),
        *_centre_choice("void-centre", known),
        tag("label", "Các quầy (để trống: tất cả)", for_="void-counters"),
        tag("input", id="void-counters", name="counters", maxlength=2000),
        tag("button", "Hủy các mã chưa dùng", class_="danger"),
        method="post",
        action=f"{HERE}/void",
        class_="lines",
    )
    return tag("details", tag("summary", "Hủy mã chưa dùng…"), inside)


def _centre_choice(name: str, known: list[str]) -> tuple[Html, Html]:
    options = [tag("option", each, value=each) for each in known]
    return (
        tag("label", CENTRE, for_=name),
        tag("select", options, id=name, name="centre"),
    )


def _days_field(name: str) -> tuple[Html, Html]:
    return (
        tag("label", "Dùng được trong (ngày)", for_=name),
        tag(
            "input", id=name, name="days", type="number", min=1, max=LONGEST_DAYS,
            value=devices.CODE_DAYS,
        ),
    )  # fmt: skip
