"""Who looks at the pages: the cookie, the role, the token that every form carries.

A session is a clerk's session of the server, in a cookie that no script reads and no other site
sends. The form's token is a keyed digest of the cookie: nobody who can't read the cookie makes it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from sqlalchemy import select
from starlette.responses import RedirectResponse, Response

from counter_app.sandbox.pages.frame import page, say_no
from counter_app.sandbox.pages.uploads import FILE, read_parts
from counter_app.sandbox.province import sessions
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sandbox.web.callers import TheProvince, province, sent_by

COOKIE = "counter_pages"
LOGIN = "/pages/login"
MOST_FIELDS = 100


class NotLoggedInError(Exception):
    """Nobody is logged in: the log-in page comes first."""


class WrongFormError(Exception):
    """The form's token is missing or of another session."""


class NotAllowedError(Exception):
    """The page is another role's."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is logged in. `centre` "" for everybody's; `form_token` goes into every form."""

    name: str
    full_name: str
    form_token: str
    is_admin: bool = False
    centre: str = ""


class PageRoute(APIRoute):
    """A route whose refusals are pages, not problems for programs."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler that answers what goes wrong with a page."""
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                return await inner(request)
            except NotLoggedInError:
                return RedirectResponse(LOGIN, 303)
            except NotAllowedError:
                return say_no(403, "Trang này không dành cho tài khoản của bạn.")
            except WrongFormError:
                return say_no(403, "Biểu mẫu đã cũ hoặc không phải của trang này. Hãy mở lại.")
            except RequestValidationError:
                return say_no(400, "Địa chỉ hoặc giá trị không đúng.")
            except RefusalError as refusal:
                problem = refusal.problem
                return say_no(problem.status, f"{problem.title}. {problem.detail}")

        return handle


def form_token(at: Province, cookie: str) -> str:
    """Return the token of the forms of one cookie."""
    text = f"pages-form\n{cookie}".encode()
    return hmac.new(at.keys.cursor, text, hashlib.sha256).hexdigest()


def fields(request: Request) -> list[tuple[str, str]]:
    """Return the fields of a sent form, in their order. Raises `RefusalError`."""
    sent = sent_by(request)
    if sent.media_type == "multipart/form-data":
        return read_parts(request.headers.get("Content-Type", ""), sent.data, MOST_FIELDS)
    if sent.media_type != "application/x-www-form-urlencoded":
        raise RefusalError("media-type")
    try:
        text = sent.data.decode("ascii")
        return parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError as error:
        raise RefusalError("schema") from error


def check_form(request: Request, at: Province) -> dict[str, str]:
    """Return a form's fields (the last of a name) when its token is this cookie's."""
    told = dict(fields(request))
    cookie = request.cookies.get(COOKIE, "")
    right = hmac.compare_digest(form_token(at, cookie).encode(), told.get("token", "").encode())
    if not cookie or not right:
        raise WrongFormError
    return {name: value if name == FILE else value.strip()[:4000] for name, value in told.items()}


def sent_form(request: Request, at: TheProvince) -> dict[str, str]:
    """Return a checked form, as routes ask for it."""
    return check_form(request, at)


Form = Annotated[dict[str, str], Depends(sent_form)]


def visitor(request: Request) -> Visitor:
    """Return who is logged in. Raises `NotLoggedInError`."""
    at = province(request)
    cookie = request.cookies.get(COOKIE, "")
    with at.reading() as tx:
        now = at.now()
        name = sessions.owner(tx, sessions.CLERK, cookie, None, now)
        if name is not None:
            return Visitor(name, "Quản trị", form_token(at, cookie), is_admin=True)
        name = sessions.owner(tx, sessions.DESK, cookie, None, now)
        row = tx.execute(select(t.clerk).where(t.clerk.c.name == name)).one_or_none()
    if name is None or row is None:
        raise NotLoggedInError
    return Visitor(name, row.full_name, form_token(at, cookie), centre=row.centre or "")


def administrator(by: Annotated[Visitor, Depends(visitor)]) -> Visitor:
    """Return the administrator. Raises `NotAllowedError` for a clerk."""
    if not by.is_admin:
        raise NotAllowedError
    return by


AnyVisitor = Annotated[Visitor, Depends(visitor)]
Administrator = Annotated[Visitor, Depends(administrator)]


def shown(
    at: Province, by: Visitor, title: str, *inside: object, here: str = "", status: int = 200
) -> Response:
    """Return a page for whoever is logged in."""
    return page(
        title,
        *inside,
        here=here,
        name=by.full_name,
        token=by.form_token,
        is_admin=by.is_admin,
        practice=at.settings.practice,
        status=status,
    )


def fresh_cookie() -> str:
    """Return a value that is nobody's session yet: it only ties the log-in form to its reader."""
    return secrets.token_urlsafe(32)
