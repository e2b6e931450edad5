"""Servers that answer badly, servers that aren't ours: the queue stays until it is acknowledged."""

from __future__ import annotations

import dataclasses
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests

from counter_app.app.home import Home, open_home
from counter_app.domain.enrolment import ENROLMENT
from counter_app.domain.errors.wire import TrustFileError
from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line
from counter_app.sync.round import run_round
from tests.gateway.certificates import Authority
from tests.gateway.faulty import Behave, Handler, Seen, faulty
from tests.journeys.bad_input import kept, said
from tests.sandbox.running import RunningSandbox

pytestmark = pytest.mark.long

IN_VAIN, PATIENCE = 2.0, 30.0
"""Seconds that an answer is waited for: where none comes, and where a slow machine gives it."""


OF_THE_HOP = {"host", "content-length", "connection", "accept-encoding", "transfer-encoding"}


def passed_on(handler: Handler, answer: requests.Response) -> None:
    """Give the province's own answer, unpacked."""
    handler.send_response_only(answer.status_code)
    for name, text in answer.headers.items():
        if name.lower() not in {*OF_THE_HOP, "content-encoding"}:
            handler.send_header(name, text)
    if answer.status_code != 204:
        handler.send_header("Content-Length", str(len(answer.content)))
    handler.end_headers()
    handler.wfile.write(answer.content)


def through(url: str, spoil: Callable[[Handler, requests.Response], None]) -> Behave:
    """Return a server that is the province at `url`, but for what it says of entries."""

    def behave(handler: Handler, seen: Seen) -> None:
        kept_back = {"host", "content-length", "connection", "accept-encoding"}
        headers = {
            name: text for name, text in seen.headers.items() if name.lower() not in kept_back
        }
        with requests.Session() as session:
            session.trust_env = False
            answer = session.request(
                seen.method, url + seen.target, data=seen.raw, headers=headers, timeout=20
            )
        if seen.target == "/v1/entries":
            spoil(handler, answer)
        else:
            passed_on(handler, answer)

    return behave


def says(status: int, data: bytes, media: str = "application/json", **more: str) -> Any:
    """Return what gives this answer, whatever the province said."""
    return lambda handler, _: handler.answer(status, data, media, **more)


def changed(change: Callable[[dict[str, Any]], object]) -> Any:
    """Return what gives the province's answer with something in it changed."""

    def spoil(handler: Handler, answer: requests.Response) -> None:
        plain = answer.json()
        change(plain)
        handler.answer(200, json.dumps(plain).encode())

    return spoil


def half(handler: Handler, answer: requests.Response) -> None:
    handler.answer(200, answer.content[: len(answer.content) // 2])


def cut(handler: Handler, answer: requests.Response) -> None:
    handler.answer(200, answer.content[:20], Content_Length=str(len(answer.content)))
    handler.close_connection = True


def closed(handler: Handler, _: requests.Response) -> None:
    handler.close_connection = True


def never(handler: Handler, _: requests.Response) -> None:
    handler.server.over.wait(5)


def drip(handler: Handler, _: requests.Response) -> None:
    handler.answer(200, Content_Length="100000")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b" ")


OTHER_UID = "01936000-0000-7000-8000-0000000000ff"
SPOILT: dict[str, tuple[Any, str]] = {
    "a web page": (says(200, b"<html>Wi-Fi</html>", "text/html"), "wire.not_json"),
    "a web page that claims to be JSON": (says(200, b"<html></html>"), "wire.not_json"),
    "half a JSON": (half, "wire.cut_answer"),
    "cut on the way": (cut, "wire.cut_answer"),
    "nothing": (says(200, b""), "wire.cut_answer"),
    "closed": (closed, "wire.reset"),
    "another JSON": (says(200, b'{"ok": true}'), "wire.schema"),
    "a list": (says(200, b"[]"), "wire.schema"),
    "500": (says(500, b"oops", "text/plain"), "wire.server_fault"),
    "502 of a proxy": (says(502, b"<html>Bad gateway</html>", "text/html"), "wire.server_fault"),
    "503, come back": (says(503, b"", Retry_After="7"), "wire.throttled"),
    "429": (says(429, b"", Retry_After="12"), "wire.throttled"),
    "426": (says(426, b""), "wire.update_needed"),
    "wrong uid": (
        changed(lambda a: [each.update(uid=OTHER_UID) for each in a["results"]]),
        "wire.wrong_echo",
    ),
    "wrong digest": (
        changed(lambda a: [each.update(sha256="0" * 64) for each in a["results"]]),
        "wire.wrong_echo",
    ),
    "wrong batch": (changed(lambda a: a.update(batch_id=OTHER_UID)), "wire.wrong_echo"),
    "no results": (changed(lambda a: a.update(results=[])), "wire.wrong_echo"),
    "never": (never, "wire.timeout"),
    "drop by drop": (drip, "wire.timeout"),
    "captive portal 302": (
        says(302, b"", Location="http://portal.invalid/"),
        "wire.foreign_redirect",
    ),
    "log-in page 511": (says(511, b"<html>", "text/html"), "wire.not_json"),
    "broken gzip": (says(200, b"{}", Content_Encoding="gzip"), "wire.not_json"),
    "gzip bomb": (
        says(200, gzip.compress(b" " * 80_000_000, 1), Content_Encoding="gzip"),
        "wire.answer_too_big",
    ),
}


@pytest.mark.parametrize(("spoil", "code"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_answer_acknowledges_nothing_and_doubles_nothing(
    spoil: Any, code: str, home: Path, province: RunningSandbox
) -> None:
    """The province has everything by then; only its word for it didn't arrive."""
    before = kept(home)
    assert before.waiting == 3
    with (
        faulty(through(province.url, spoil)) as server,
        open_home(home, plain_store=True) as opened,
    ):
        report = run_round(led_to(opened, server.url, code))
    assert report.problem is not None
    said(report.problem, code)
    assert kept(home) == before
    with open_home(home, plain_store=True) as opened:
        report = opened.round()
    assert report.error is None
    after = kept(home)
    assert after.waiting == 0
    assert set(before.codes) <= set(after.codes)
    at_the_province = [row["code"] for row in province.clerk.dossiers()]
    assert all(at_the_province.count(each) == 1 for each in before.codes)


def led_to(home: Home, url: str, code: str) -> Any:
    """Return the doors of `home` with a line to `url`, where `code` is what is to be met."""
    doors = home.doors()
    line = Line(url, None, read_seconds=IN_VAIN if code == "wire.timeout" else PATIENCE)
    signer = doors.gateway._signer
    return dataclasses.replace(doors, gateway=Gateway(line, signer))


def portal(handler: Handler, _: Seen) -> None:
    handler.answer(200, b"<html>Wi-Fi mi\xe1\xbb\x85n ph\xc3\xad</html>", "text/html")


def portal_far(handler: Handler, _: Seen) -> None:
    handler.answer(302, Location="http://portal.invalid/login")


def not_http(handler: Handler, _: Seen) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n" * 3)
    handler.close_connection = True


def silent(handler: Handler, _: Seen) -> None:
    handler.server.over.wait(5)


OTHERS: dict[str, tuple[Behave, str]] = {
    "captive portal": (portal, "wire.not_json"),
    "captive portal elsewhere": (portal_far, "wire.foreign_redirect"),
    "no web server": (not_http, "wire.not_json"),
    "silence": (silent, "wire.timeout"),
    "an empty 404": (lambda handler, _: handler.answer(404), "wire.not_json"),
}


@pytest.mark.parametrize(("behave", "code"), OTHERS.values(), ids=OTHERS.keys())
def test_whoever_isn_t_our_server_hears_of_no_entry(behave: Behave, code: str, home: Path) -> None:
    before = kept(home)
    with faulty(behave) as server, open_home(home, plain_store=True) as opened:
        report = run_round(led_to(opened, server.url, code))
        assert not report.reached
        assert {seen.target for seen in server.seen} == {"/v1/ping"}
    assert report.error is not None
    said(report.error, code)
    assert kept(home) == before


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority.create()


def moved(home: Path, url: str, ca_file: Path | None) -> None:
    """Tell `home` that its server is at `url`, and whom to believe."""
    with open_home(home, plain_store=True) as opened, opened.store.writing() as tx:
        plain = tx.setup.get(ENROLMENT)
        assert isinstance(plain, dict)
        tx.setup.put(ENROLMENT, {**plain, "server_url": url})
    if ca_file is not None:
        (home / "settings.toml").write_text(f'ca_file = "{ca_file}"\n', encoding="utf-8")


CERTIFICATES: dict[str, tuple[tuple[str, ...], tuple[int, int], str, str]] = {
    "expired": (("127.0.0.1",), (-20, -10), "ours", "wire.certificate_date"),
    "not valid yet": (("127.0.0.1",), (5, 10), "ours", "wire.certificate_date"),
    "another name": (("dvc.example",), (-1, 30), "ours", "wire.wrong_host"),
    "another address": (("127.0.0.2",), (-1, 30), "ours", "wire.wrong_host"),
    "another authority": (("127.0.0.1",), (-1, 30), "other", "wire.certificate"),
    "an authority of nobody": (("127.0.0.1",), (-1, 30), "system", "wire.certificate"),
}


@pytest.mark.parametrize(
    ("names", "days", "trusted", "code"), CERTIFICATES.values(), ids=CERTIFICATES.keys()
)
def test_behind_a_wrong_certificate_nothing_is_sent(
    names: tuple[str, ...],
    days: tuple[int, int],
    trusted: str,
    code: str,
    home: Path,
    tmp_path: Path,
    authority: Authority,
) -> None:
    before = kept(home)
    file = tmp_path / "ca.pem"
    file.write_text((authority if trusted == "ours" else Authority.create("Tỉnh Khác")).pem)
    tls = authority.server(tmp_path, names=names, days=days)
    with faulty(portal, tls) as server:
        moved(home, server.url, None if trusted == "system" else file)
        with open_home(home, plain_store=True) as opened:
            report = opened.round()
        assert not server.seen
    assert report.error is not None
    said(report.error, code)
    assert kept(home) == before


def test_plain_http_where_https_is_asked_for(
    home: Path, tmp_path: Path, authority: Authority
) -> None:
    before = kept(home)
    (tmp_path / "ca.pem").write_text(authority.pem)
    with faulty(portal) as server:
        moved(home, server.url.replace("http:", "https:"), tmp_path / "ca.pem")
        with open_home(home, plain_store=True) as opened:
            report = opened.round()
    assert report.error is not None
    said(report.error, "wire.handshake")
    assert kept(home) == before


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN CERTIFICATE-----\nMIIB", b"\xff\xfe"])
def test_an_authority_file_that_can_t_be_used(
    content: bytes | None, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    before = kept(home)
    moved(home, "https://127.0.0.1:9", file)
    with (
        open_home(home, plain_store=True) as opened,
        pytest.raises(TrustFileError) as caught,
    ):
        opened.round()
    said(caught.value, "wire.trust_file")
    assert kept(home) == before


def test_nobody_listens(home: Path) -> None:
    before = kept(home)
    moved(home, "http://127.0.0.1:9", None)
    with open_home(home, plain_store=True) as opened:
        report = opened.round()
    assert report.error is not None
    said(report.error, "wire.refused")
    assert kept(home) == before


def test_a_name_that_nobody_knows(home: Path) -> None:
    before = kept(home)
    moved(home, "https://may-chu.invalid", None)
    with open_home(home, plain_store=True) as opened:
        report = opened.round()
    assert report.error is not None
    assert report.error.code in {"wire.dns", "wire.unreachable"}
    said(report.error, report.error.code)
    assert kept(home) == before
