"""Accounts: clerks of the agencies for these pages, passwords of officers at the counters."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from counter_app.sandbox.pages import accounts
from counter_app.sandbox.pages.admin.readings import centres
from counter_app.sandbox.pages.frame import hidden
from counter_app.sandbox.pages.markup import Html, table, tag
from counter_app.sandbox.pages.visitors import Administrator, Form, PageRoute, Visitor, shown
from counter_app.sandbox.province import sessions
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.records import once_codes
from counter_app.sandbox.web.callers import TheProvince

HERE = "/pages/admin/accounts"
_NAME = re.compile(r"[A-Za-z0-9._-]{1,60}")
_ALL = "Mọi trung tâm"

router = APIRouter(prefix="/pages/admin", route_class=PageRoute)


@router.get("/accounts")
def list_accounts(at: TheProvince, by: Administrator) -> Response:
    """The accounts."""
    return _accounts_page(at, by)


@router.post("/accounts")
def put_account(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Make a clerk's account, or change it."""
    name, centre = told.get("name", ""), told.get("centre", "")
    password = told.get("password", "")
    with at.reading() as tx:
        known = centres(tx)
    if not _NAME.fullmatch(name) or name == "admin" or (centre and centre not in known):
        return _accounts_page(at, by, "Tên chỉ gồm chữ không dấu, số, dấu chấm, gạch nối.")
    if len(password) < accounts.SHORTEST:
        return _accounts_page(at, by, f"Mật khẩu cần ít nhất {accounts.SHORTEST} ký tự.")
    verifier = sessions.new_verifier(password)
    with at.writing() as tx:
        accounts.put(tx, name, told.get("full_name", "")[:200] or name, centre, verifier)
    return RedirectResponse(HERE, 303)


@router.post("/accounts/remove")
def remove_account(at: TheProvince, _: Administrator, told: Form) -> Response:
    """Remove a clerk's account."""
    with at.writing() as tx:
        accounts.remove(tx, told.get("name", ""))
    return RedirectResponse(HERE, 303)


@router.post("/officers")
def put_officer(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Set the password by which an officer logs in at the counters."""
    name, password = told.get("name", ""), told.get("password", "")
    if not 0 < len(name) <= 100 or name.startswith("@") or "/" in name:
        return _accounts_page(at, by, "Ghi tên đăng nhập của cán bộ như trong danh sách.")
    if len(password) < accounts.SHORTEST:
        return _accounts_page(at, by, f"Mật khẩu cần ít nhất {accounts.SHORTEST} ký tự.")
    at.set_password(name, password)
    return RedirectResponse(HERE, 303)


@router.post("/officers/code")
def make_officer_code(at: TheProvince, by: Administrator, told: Form) -> Response:
    """Make out a one-time code, with which an officer chooses the password themselves."""
    name, centre = told.get("name", ""), told.get("centre", "")
    with at.reading() as tx:
        known = centres(tx)
    if not 0 < len(name) <= 100 or name.startswith("@") or "/" in name or centre not in known:
        return _accounts_page(at, by, "Ghi tên đăng nhập của cán bộ như trong danh sách.")
    code = at.once_code(name, centre)
    said = (
        f"Mã kích hoạt của {name}: {code}. Mã chỉ hiện lần này, dùng một lần trong "
        f"{once_codes.CODE_DAYS} ngày, tại máy quầy đã ghi danh của {centre}: cán bộ gõ mã vào ô "
        "mật khẩu rồi tự đặt mật khẩu."
    )
    return _accounts_page(at, by, made=said)


def _accounts_page(at: Province, by: Visitor, wrong: str = "", made: str = "") -> Response:
    with at.reading() as tx:
        rows = accounts.every(tx)
        known = centres(tx)
    lines = [
        (row["name"], row["full_name"], row["centre"] or _ALL, _remove(by, row["name"]))
        for row in rows
    ]
    return shown(
        at,
        by,
        "Tài khoản",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag("div", made, class_="panel", role="status") if made else None,
        tag("h2", "Cán bộ giải quyết"),
        table(("Tên", "Họ tên", "Trung tâm", ""), lines, "Chưa có tài khoản nào."),
        _clerk_form(by.form_token, known),
        tag("h2", "Mật khẩu của cán bộ ở quầy"),
        _officer_form(by.form_token),
        tag("h2", "Mã kích hoạt cho cán bộ ở quầy"),
        tag(
            "p",
            "Cho người đầu tiên của một trung tâm (quản trị, lãnh đạo) và cho ai quên mật khẩu: "
            "cán bộ tự đặt mật khẩu, không ai khác biết.",
        ),
        _code_form(by.form_token, known),
        here=HERE,
        status=400 if wrong else 200,
    )


def _remove(by: Visitor, name: str) -> Html:
    return tag(
        "form",
        hidden(by.form_token),
        tag("input", type="hidden", name="name", value=name),
        tag("button", "Bỏ", class_="danger", aria_label=f"Bỏ tài khoản {name}"),
        method="post",
        action=f"{HERE}/remove",
    )


def _clerk_form(token: str, known: list[str]) -> Html:
    options = [tag("option", _ALL, value=""), *(tag("option", e, value=e) for e in known)]
    return tag(
        "form",
        hidden(token),
        *_line("name", "Tên đăng nhập", maxlength=60),
        *_line("full_name", "Họ và tên", maxlength=200),
        tag("label", "Trung tâm", for_="centre"),
        tag("select", options, id="centre", name="centre"),
        *_line("password", "Mật khẩu", type="password", autocomplete="new-password"),
        tag("button", "Lưu tài khoản"),
        method="post",
        class_="lines panel",
    )


def _officer_form(token: str) -> Html:
    return tag(
        "form",
        hidden(token),
        *_line("name", "Tên đăng nhập", of="officer", maxlength=100),
        *_line("password", "Mật khẩu", of="officer", type="password", autocomplete="new-password"),
        tag("button", "Đặt mật khẩu"),
        method="post",
        action="/pages/admin/officers",
        class_="lines panel",
    )


def _code_form(token: str, known: list[str]) -> Html:
    options = [tag("option", each, value=each) for each in known]
    return tag(
        "form",
        hidden(token),
        *_line("name", "Tên đăng nhập", of="code", maxlength=100),
        tag("label", "Trung tâm", for_="code-centre"),
        tag("select", options, id="code-centre", name="centre"),
        tag("button", "Cấp mã kích hoạt"),
        method="post",
        action="/pages/admin/officers/code",
        class_="lines panel",
    )


def _line(name: str, label: str, *, of: str = "clerk", **more: object) -> tuple[Html, Html]:
    place = f"{of}-{name}"
    told = tag("input", id=place, name=name, required=True, **more)
    return tag("label", label, for_=place), told
