"""Who may see which page: the log-in, the cookie, the form's token, the roles."""

from __future__ import annotations

from counter_app.sandbox.pages.frame import ADMIN_WAYS, CLERK_WAYS
from tests.sandbox.browsing import Browser
from tests.sandbox.running import ADMIN_PASSWORD, RunningSandbox

CLERK = {"name": "clerk.a", "full_name": "Hồ Thị Giấy", "centre": "", "password": "mat-khau-thu"}


def test_nothing_without_a_log_in(sandbox: RunningSandbox) -> None:
    stranger = Browser(sandbox.url)
    for path, _ in (*ADMIN_WAYS, *CLERK_WAYS, ("/pages", "")):
        assert stranger.open(path).url.endswith("/pages/login")
    stranger.open("/pages/login")
    for path in ("/pages/admin/codes", "/pages/clerk/submissions", "/pages/admin/accounts"):
        assert stranger.send(path, counters="1").url.endswith("/pages/login")


def test_the_cookie_is_the_browsers_alone(sandbox: RunningSandbox) -> None:
    browser = Browser(sandbox.url)
    first = browser.open("/pages/login")
    before = browser.session.cookies["counter_pages"]
    answer = browser.session.post(
        sandbox.url + "/pages/login",
        data={"token": browser.token, "name": "admin", "password": ADMIN_PASSWORD},
        allow_redirects=False,
        timeout=30,
    )
    for each in (first, answer):
        said = each.headers["Set-Cookie"].lower()
        assert "httponly" in said
        assert "samesite=strict" in said
        assert "path=/pages" in said
    assert browser.session.cookies["counter_pages"] != before  # a planted one is no session
    page = browser.open("/pages/admin/devices")
    assert page.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert browser.session.cookies["counter_pages"] not in page.text


def test_wrong_passwords_close_the_name(sandbox: RunningSandbox, admin: Browser) -> None:
    admin.open("/pages/admin/accounts")
    admin.send("/pages/admin/accounts", **{**CLERK, "name": "clerk.x"})
    browser = Browser(sandbox.url)
    assert [browser.log_in("clerk.x", "sai").status_code for _ in range(5)] == [401] * 5
    assert browser.log_in("clerk.x", CLERK["password"]).status_code == 429
    assert browser.log_in("ai-do", "sai").status_code == 401


def test_every_form_needs_its_own_token(sandbox: RunningSandbox) -> None:
    browser, other = Browser(sandbox.url), Browser(sandbox.url)
    browser.open("/pages/login")
    fields = {"name": "admin", "password": ADMIN_PASSWORD}
    assert browser.send("/pages/login", token="", **fields).status_code == 403
    assert browser.send("/pages/login", token="é", **fields).status_code == 403
    browser.log_in()
    other.log_in()
    for token in ("", other.token, "0" * 64):
        for path in (
            "/pages/admin/codes",
            "/pages/admin/accounts",
            "/pages/clerk/submissions",
            "/pages/logout",
        ):
            assert browser.send(path, token=token, **CLERK, counters="1").status_code == 403
    assert browser.open("/pages/admin/accounts").text.count("clerk.a") == 0
    plain = browser.session.post(sandbox.url + "/pages/logout", json={}, timeout=30)
    assert plain.status_code == 415


def test_log_out_ends_the_session_on_the_server(sandbox: RunningSandbox) -> None:
    browser = Browser(sandbox.url)
    browser.log_in()
    kept = browser.session.cookies["counter_pages"]
    browser.send("/pages/logout")
    thief = Browser(sandbox.url)
    thief.session.cookies.set("counter_pages", kept, path="/pages")
    assert thief.open("/pages/admin/devices").url.endswith("/pages/login")


def test_a_clerk_is_no_administrator(sandbox: RunningSandbox) -> None:
    admin = Browser(sandbox.url)
    admin.log_in()
    assert admin.send("/pages/admin/accounts", **CLERK).status_code == 200
    clerk = Browser(sandbox.url)
    first = clerk.log_in(CLERK["name"], CLERK["password"])
    assert first.url.endswith("/pages/clerk/dossiers")
    assert CLERK["full_name"] in first.text
    for path, _ in ADMIN_WAYS:
        assert clerk.open(path).status_code == 403
        assert path not in first.text
    assert clerk.send("/pages/admin/codes", counters="1").status_code == 403
    assert clerk.send("/pages/admin/devices/00001/order", order="revoked").status_code == 403
    # Nor does the cookie open the administrator's calls for programs.
    bearer = {"Authorization": f"Bearer {clerk.session.cookies['counter_pages']}"}
    called = clerk.session.get(sandbox.url + "/clerk/v1/devices", headers=bearer, timeout=30)
    assert called.status_code == 401
    admin.send("/pages/admin/accounts/remove", name=CLERK["name"])
    assert clerk.open("/pages/clerk/dossiers").url.endswith("/pages/login")
    assert clerk.log_in(CLERK["name"], CLERK["password"]).status_code == 401


def test_accounts_that_can_not_be(sandbox: RunningSandbox) -> None:
    admin = Browser(sandbox.url)
    admin.log_in()
    for fields in (
        {"name": "có dấu", "password": "mat-khau-thu"},
        {"name": "admin", "password": "mat-khau-thu"},
        {"name": "clerk.b", "password": "ngan"},
        {"name": "clerk.b", "password": "mat-khau-thu", "centre": "H99"},
    ):
        answer = admin.send("/pages/admin/accounts", **fields)
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text
