"""The log-in and the log-out, the style sheet, the way to the first page."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request
from sqlalchemy import delete
from starlette.responses import RedirectResponse, Response

from counter_app.sandbox.pages import accounts
from counter_app.sandbox.pages.frame import hidden, page
from counter_app.sandbox.pages.markup import tag
from counter_app.sandbox.pages.style import STYLE
from counter_app.sandbox.pages.visitors import (
    COOKIE,
    LOGIN,
    AnyVisitor,
    Form,
    PageRoute,
    form_token,
    fresh_cookie,
)
from counter_app.sandbox.province import sessions
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.web.callers import TheProvince

HOURS = 12
ADMIN_NAME = "admin"

router = APIRouter(prefix="/pages", route_class=PageRoute)


@router.get("")
def first_page(by: AnyVisitor) -> Response:
    """Lead to the first page of the visitor's role."""
    return RedirectResponse("/pages/admin/devices" if by.is_admin else "/pages/clerk/dossiers", 303)


@router.get("/style.css")
def style() -> Response:
    """The style sheet; it changes with the program only."""
    return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=600"})


@router.get("/login")
def ask_log_in(request: Request, at: TheProvince) -> Response:
    """The log-in page."""
    return _log_in_page(request, at)


@router.post("/login")
def log_in(request: Request, at: TheProvince, told: Form) -> Response:
    """Log the administrator or a clerk in."""
    now = at.now()
    name, password = told.get("name", ""), told.get("password", "")[:200]
    is_admin = name == ADMIN_NAME
    kind = sessions.CLERK if is_admin else sessions.DESK
    account = sessions.ADMIN if is_admin else accounts.account(name)
    throttled, cookie = None, ""
    try:
        tried = at.tried(account, password)
        with at.writing() as tx:
            sessions.forget_old(tx, now)
            if sessions.is_right(tx, tried, now):
                until = now + timedelta(hours=HOURS)
                cookie = sessions.new_token(tx, kind, name, None, until)
    except RefusalError as refusal:
        throttled = refusal.problem
    if not cookie:
        said = "Tên hoặc mật khẩu chưa đúng."
        if throttled is not None:
            said = f"{throttled.title}. {throttled.detail}"
        return _log_in_page(request, at, said, 429 if throttled else 401)
    answer = RedirectResponse("/pages", 303)
    _set_cookie(answer, request, cookie)
    return answer


@router.post("/logout")
def log_out(request: Request, at: TheProvince, _: Form) -> Response:
    """End the session here and in the database."""
    with at.writing() as tx:
        digest = sessions.digest(request.cookies.get(COOKIE, ""))
        tx.execute(delete(t.token).where(t.token.c.sha256 == digest))
    answer = RedirectResponse(LOGIN, 303)
    answer.delete_cookie(COOKIE, path="/pages", httponly=True, samesite="strict")
    return answer


def _log_in_page(request: Request, at: Province, wrong: str = "", status: int = 200) -> Response:
    cookie = request.cookies.get(COOKIE, "")
    fresh = "" if cookie else fresh_cookie()
    answer = page(
        "Đăng nhập",
        tag("div", wrong, class_="panel wrong", role="alert") if wrong else None,
        tag(
            "form",
            hidden(form_token(at, cookie or fresh)),
            tag("label", "Tên đăng nhập", for_="name"),
            tag("input", id="name", name="name", required=True, autocomplete="username"),
            tag("label", "Mật khẩu", for_="password"),
            tag(
                "input",
                id="password",
                name="password",
                type="password",
                required=True,
                autocomplete="current-password",
            ),
            tag("button", "Đăng nhập"),
            method="post",
            class_="lines",
        ),
        practice=at.settings.practice,
        status=status,
    )
    if fresh:
        _set_cookie(answer, request, fresh)
    return answer


def _set_cookie(answer: Response, request: Request, value: str) -> None:
    answer.set_cookie(
        COOKIE,
        value,
        path="/pages",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
