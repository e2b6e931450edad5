"""What stands around every page: the head, the ways, the headers that keep others out."""

from __future__ import annotations

from starlette.responses import Response

from counter_app.sandbox.pages.markup import Html, joined, tag

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""No script at all, nothing from elsewhere, in nobody's frame, in no cache."""

ADMIN_WAYS = (
    ("/pages/admin/devices", "Thiết bị"),
    ("/pages/admin/codes", "Mã ghi danh"),
    ("/pages/admin/numbers", "Số hồ sơ"),
    ("/pages/admin/catalogues", "Danh mục"),
    ("/pages/admin/flags", "Cần xem xét"),
    ("/pages/admin/refused", "Không nhận"),
    ("/pages/admin/removals", "Bỏ hồ sơ"),
    ("/pages/admin/updates", "Cập nhật"),
    ("/pages/admin/accounts", "Tài khoản"),
)
CLERK_WAYS = (
    ("/pages/clerk/dossiers", "Hồ sơ"),
    ("/pages/clerk/submissions", "Nộp thử"),
    ("/pages/clerk/payments", "Thu tiền"),
)


def page(
    title: str,
    *inside: object,
    here: str = "",
    name: str = "",
    token: str = "",
    is_admin: bool = False,
    practice: bool = False,
    status: int = 200,
) -> Response:
    """Return a whole page. `name` "" before the log-in: then there are no ways and no log-out."""
    return Response(
        _document(
            title, joined(*inside), _head(name, token, practice), _ways(here, name, is_admin)
        ),
        status_code=status,
        media_type="text/html",
        headers=HEADERS,
    )


def say_no(status: int, sentence: str) -> Response:
    """Return a page that says why not, and the way back."""
    back = tag("p", tag("a", "Về trang đầu", href="/pages"))
    return page("Chưa làm được", tag("div", sentence, class_="panel wrong"), back, status=status)


def hidden(token: str) -> Html:
    """Return the field that every form carries."""
    return tag("input", type="hidden", name="token", value=token)


def _document(title: str, inside: Html, head: Html, ways: Html) -> str:
    top = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – máy chủ tỉnh mẫu"),
        tag("link", rel="stylesheet", href="/pages/style.css"),
    )
    body = tag("body", head, ways, tag("main", tag("h1", title), inside))
    return f"<!doctype html>\n{tag('html', top, body, lang='vi')}\n"


def _head(name: str, token: str, practice: bool) -> Html:
    out = None
    if name:
        out = tag(
            "form",
            hidden(token),
            tag("span", name),
            tag("button", "Đăng xuất", class_="quiet"),
            method="post",
            action="/pages/logout",
        )
    practising = tag("span", "TẬP HUẤN", class_="practice") if practice else None
    return tag("header", tag("strong", "Máy chủ tỉnh mẫu"), practising, out)


def _ways(here: str, name: str, is_admin: bool) -> Html:
    if not name:
        return joined()
    ways = (*ADMIN_WAYS, *CLERK_WAYS) if is_admin else CLERK_WAYS
    links = [
        tag(
            "a",
            said,
            href=to,
            class_="here" if to == here else None,
            aria_current="page" if to == here else None,
        )
        for to, said in ways
    ]
    return tag("nav", links, aria_label="Các trang")
