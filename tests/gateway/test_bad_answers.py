"""Every bad answer becomes one of our errors, and none of them acknowledges anything."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.errors import wire
from counter_app.gateway.line import ANSWER_BYTES
from tests.gateway.batches import answer, batch, result, uid
from tests.gateway.faulty import Behave, Handler, Seen, asking, faulty

pytestmark = pytest.mark.real_time

BATCH = batch()
GOOD = answer(BATCH)
PROBLEM = "application/problem+json"


def problem(kind: str, status: int) -> bytes:
    return f'{{"type":"{kind}","status":{status},"detail":"x"}}'.encode()


def says(status: int, data: bytes = b"", media: str = "application/json", **more: str) -> Behave:
    return lambda handler, _: handler.answer(status, data, media, **more)


def cut(handler: Handler, _: Seen) -> None:
    handler.answer(200, GOOD[: len(GOOD) // 2], Content_Length=str(len(GOOD)))
    handler.close_connection = True


def close(handler: Handler, _: Seen) -> None:
    handler.close_connection = True


def never(handler: Handler, _: Seen) -> None:
    handler.server.over.wait(10)


def drip(handler: Handler, _: Seen) -> None:
    handler.answer(200, Content_Length="100000")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b" ")


def drip_head(handler: Handler, _: Seen) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"X: y\r\n"[:3])


def giant(handler: Handler, _: Seen) -> None:
    handler.answer(200, Content_Length=str(ANSWER_BYTES * 4))
    for _ in range(4 * ANSWER_BYTES // 65536):
        handler.wfile.write(b" " * 65536)


def no_http(handler: Handler, _: Seen) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n" * 5)
    handler.close_connection = True


BOMB = gzip.compress(b" " * (ANSWER_BYTES * 8), 1)
DEEP = b'{"x":' + b"[" * 200_000 + b"]" * 200_000 + b"}"

CASES: dict[str, tuple[Behave, type[wire.WireError]]] = {
    "html": (says(200, b"<html>Wi-Fi</html>", "text/html"), wire.NotJsonError),
    "html that claims to be JSON": (says(200, b"<html></html>"), wire.NotJsonError),
    "html 403": (says(403, b"<html>", "text/html"), wire.NotJsonError),
    "html 404": (says(404, b"<html>", "text/html"), wire.NotJsonError),
    "wi-fi log-in 511": (says(511, b"<html>", "text/html"), wire.NotJsonError),
    "html 413": (says(413, b"<html>", "text/html"), wire.TooBigError),
    "empty": (says(200), wire.CutAnswerError),
    "half a JSON": (says(200, GOOD[:-40]), wire.CutAnswerError),
    "cut on the way": (cut, wire.CutAnswerError),
    "closed at once": (close, wire.ResetError),
    "another JSON": (says(200, b'{"ok": true}'), wire.SchemaError),
    "a list": (says(200, b"[]"), wire.SchemaError),
    "deep": (says(200, DEEP), wire.SchemaError),
    "no HTTP": (no_http, wire.NotJsonError),
    "broken gzip": (says(200, GOOD, Content_Encoding="gzip"), wire.NotJsonError),
    "giant": (giant, wire.AnswerTooBigError),
    "gzip bomb": (says(200, BOMB, Content_Encoding="gzip"), wire.AnswerTooBigError),
    "wrong batch": (says(200, answer(BATCH, batch_id=uid(77))), wire.WrongEchoError),
    "wrong uids": (
        says(200, answer(BATCH, results=[result(BATCH.entries[0], uid=uid(78))])),
        wire.WrongEchoError,
    ),
    "wrong digests": (
        says(200, answer(BATCH, results=[result(e, sha256="0" * 64) for e in BATCH.entries])),
        wire.WrongEchoError,
    ),
    "no results": (says(200, answer(BATCH, results=[])), wire.WrongEchoError),
    "500": (says(500, b"oops", "text/plain"), wire.ServerFaultError),
    "502": (says(502), wire.ServerFaultError),
    "503": (says(503), wire.ServerFaultError),
    "503, come back": (says(503, Retry_After="7"), wire.ThrottledError),
    "425": (says(425), wire.ThrottledError),
    "408": (says(408), wire.ThrottledError),
    "429": (says(429, Retry_After="12"), wire.ThrottledError),
    "413": (says(413), wire.TooBigError),
    "426": (says(426), wire.UpdateNeededError),
    "400": (says(400, problem("schema", 400), PROBLEM), wire.RequestRejectedError),
    "device unknown": (says(401, problem("device-unknown", 401), PROBLEM), wire.DeviceUnknownError),
    "device revoked": (
        says(403, problem("/problems/device-revoked", 403), PROBLEM),
        wire.DeviceRevokedError,
    ),
    "device signature": (
        says(401, problem("device-signature", 401), PROBLEM),
        wire.DeviceSignatureError,
    ),
    "device epoch": (says(403, problem("device-epoch", 403), PROBLEM), wire.DeviceEpochError),
    "device fork": (says(409, problem("chain-fork", 409), PROBLEM), wire.DeviceFrozenError),
    "device, new reason": (says(403, problem("device-x", 403), PROBLEM), wire.DeviceRefusedError),
    "redirect abroad": (
        says(302, Location="http://portal.example/login"),
        wire.ForeignRedirectError,
    ),
    "redirect to another port": (
        says(307, Location="http://127.0.0.1:1/v1/entries"),
        wire.ForeignRedirectError,
    ),
    "redirect that turns POST into GET": (
        says(302, Location="/login"),
        wire.ForeignRedirectError,
    ),
    "redirect for ever": (says(307, Location="/v1/entries"), wire.ForeignRedirectError),
    "accepted, says 202": (says(202, GOOD), wire.NotJsonError),
    "204 without a body": (says(204), wire.NotJsonError),
}


@pytest.mark.parametrize("name", CASES)
def test_bad_answer_is_one_of_our_errors(name: str) -> None:
    behave, kind = CASES[name]
    with faulty(behave) as server, asking(server.url) as gateway:
        with pytest.raises(wire.WireError) as caught:
            gateway.send(BATCH)
        assert type(caught.value) is kind
        assert caught.value.facts["host"] == gateway.host


def test_dripping_head_is_cut() -> None:
    with faulty(drip_head) as server, asking(server.url, seconds=0.3) as gateway:
        started = time.monotonic()
        with pytest.raises(wire.WireError) as caught:
            gateway.send(BATCH)
        assert caught.value.may_have_arrived
        assert time.monotonic() - started < 4


@pytest.mark.parametrize("behave", [never, drip], ids=["never answers", "drips"])
def test_silence_is_unknown_not_failed(behave: Behave) -> None:
    with faulty(behave) as server, asking(server.url, seconds=0.3) as gateway:
        started = time.monotonic()
        with pytest.raises(wire.SilentError) as caught:
            gateway.send(BATCH)
        assert caught.value.may_have_arrived
        assert time.monotonic() - started < 4


def test_nobody_listens() -> None:
    with faulty(says(200)) as server:
        url = server.url
    with asking(url) as gateway, pytest.raises(wire.LineRefusedError) as caught:
        gateway.send(BATCH)
    assert not caught.value.may_have_arrived


def test_unknown_name() -> None:
    with (
        asking("http://no-such-server.invalid") as gateway,
        pytest.raises((wire.NameUnknownError, wire.UnreachableError)) as caught,
    ):
        gateway.ping()
    assert not caught.value.may_have_arrived


def test_part_of_the_results() -> None:
    """One wrong digest doesn't spoil the others, and what contradicts itself counts as nothing."""
    first, second, third = BATCH.entries
    results = [
        result(first),
        result(second, sha256="f" * 64),
        result(third),
        result(third, status="refused"),
        {"uid": uid(555), "sha256": "a" * 64, "status": "accepted"},
    ]
    with (
        faulty(says(200, answer(BATCH, results=results))) as server,
        asking(server.url) as gateway,
    ):
        answered = gateway.send(BATCH)
    assert list(answered.results) == [first.uid]
    assert answered.missing == (second.uid, third.uid)


def test_retry_after_is_read() -> None:
    with faulty(says(429, Retry_After="12")) as server, asking(server.url) as gateway:
        with pytest.raises(wire.ThrottledError) as caught:
            gateway.ping()
        assert caught.value.retry_after == 12


def test_page_of_a_wifi_is_no_ping() -> None:
    with (
        faulty(says(200, b"<html>", "text/html")) as server,
        asking(server.url) as gateway,
        pytest.raises(wire.NotJsonError),
    ):
        gateway.ping()


def test_the_line_works_again_after_each_fault() -> None:
    """A broken answer leaves nothing behind that the next one could be mixed up with."""
    faults: list[Behave] = [cut, giant, says(500), close, no_http]

    def behave(handler: Handler, seen: Seen) -> None:
        faults.pop(0)(handler, seen) if faults and len(server.seen) % 2 else handler.answer(
            200, GOOD
        )

    with faulty(behave) as server, asking(server.url) as gateway:
        for _ in range(len(faults)):
            with pytest.raises(wire.WireError):
                gateway.send(BATCH)
            assert not gateway.send(BATCH).missing


anything = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=100).map(str.encode),
    # Our own answer with one piece replaced: as near to a real one as chance comes.
    st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 40), st.binary(max_size=8)).map(
        lambda cutting: GOOD[: cutting[0]] + cutting[2] + GOOD[cutting[0] + cutting[1] :]
    ),
)


def test_arbitrary_answers_never_crash_and_never_acknowledge_wrongly() -> None:
    held: list[tuple[int, bytes]] = [(200, b"")]
    honest = {entry.uid: entry.body_sha256 for entry in BATCH.entries}

    with (
        faulty(lambda handler, _: handler.answer(*held[0])) as server,
        asking(server.url) as gateway,
    ):

        @settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
        @given(anything, st.sampled_from([200, 200, 200, 201, 202, 206, 299, 404, 500]))
        def check(data: bytes, status: int) -> None:
            held[0] = (status, data)
            try:
                answered = gateway.send(BATCH)
            except wire.WireError:
                return
            assert status == 200
            assert BATCH.batch_id.encode() in data
            for each in answered.results.values():
                assert honest[each.uid] == each.sha256
                assert each.sha256.encode() in data

        check()
