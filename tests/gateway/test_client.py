"""What goes out: signature, packing, paths; and how the other verbs check their echoes."""

from __future__ import annotations

import base64
import json
import threading
from datetime import UTC, date, datetime

import pytest

from counter_app.contract import signing
from counter_app.contract.entries import EntryBatch
from counter_app.contract.numbers import BlockRequest, WireWish
from counter_app.domain.dossiers.number_block import Lane
from counter_app.domain.errors import wire
from counter_app.domain.journal.canonical import sha256
from counter_app.vault.device_key import DeviceKey, is_signed
from tests.gateway.batches import DAY, answer, batch, uid
from tests.gateway.faulty import Handler, Seen, asking, faulty

BATCH = batch(50)


class Device:
    device = "00001"
    epoch = 3

    def __init__(self) -> None:
        self.key = DeviceKey.create()

    def sign(self, message: bytes) -> bytes:
        return self.key.sign(message)


def good(handler: Handler, _: Seen) -> None:
    handler.answer(200, answer(BATCH))


def test_request_is_packed_and_signed() -> None:
    device = Device()
    with faulty(good) as server, asking(server.url + "/api", signer=device) as gateway:
        sent = gateway.send(BATCH).sent
    (seen,) = server.seen
    assert (seen.method, seen.target) == ("POST", "/api/v1/entries")
    assert EntryBatch.model_validate_json(seen.body) == BATCH
    assert len(seen.raw) == sent < len(seen.body) / 2
    headers = seen.headers
    text = signing.signed_text(
        "POST", seen.target, "00001", 3, headers[signing.TIME], sha256(seen.raw)
    )
    assert is_signed(device.key.public, text, base64.b64decode(headers[signing.SIGNATURE]))
    assert headers[signing.PROTOCOL] == "1"
    assert datetime.fromisoformat(headers[signing.TIME]).tzinfo == UTC


def test_environment_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy or netrc of the environment must not see a citizen's data."""
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with faulty(good) as server, asking(server.url) as gateway:
        assert not gateway.send(BATCH).missing


def test_same_server_redirect_keeps_method_and_body() -> None:
    def behave(handler: Handler, seen: Seen) -> None:
        if seen.target == "/v1/entries":
            handler.answer(307, Location="/v2/entries")
        else:
            handler.answer(200, answer(BATCH))

    with faulty(behave) as server, asking(server.url, signer=Device()) as gateway:
        assert not gateway.send(BATCH).missing
    assert [seen.target for seen in server.seen] == ["/v1/entries", "/v2/entries"]
    assert server.seen[0].raw == server.seen[1].raw
    assert server.seen[0].headers[signing.SIGNATURE] != server.seen[1].headers[signing.SIGNATURE]


def test_server_time_is_heard() -> None:
    def behave(handler: Handler, _: Seen) -> None:
        handler.answer(204, **{signing.SERVER_TIME: DAY.isoformat()})

    with faulty(behave) as server, asking(server.url) as gateway:
        gateway.ping()
        heard = gateway.heard
    assert heard is not None
    assert heard.server_time == DAY
    assert heard.at.tzinfo is not None


@pytest.mark.parametrize("told", ["", "yesterday", "2026-03-02T08:00:00"])
def test_nonsense_time_is_not_heard(told: str) -> None:
    with (
        faulty(lambda handler, _: handler.answer(204, **{signing.SERVER_TIME: told})) as server,
        asking(server.url) as gateway,
    ):
        gateway.ping()
        assert gateway.heard is None


def test_blocks_of_another_request_are_refused() -> None:
    wish = WireWish(agency="H00.01", day=date(2026, 3, 2), lane=Lane.NEAR, size=10)
    request = BlockRequest(device="00001", epoch=1, request_id=uid(1), wishes=(wish,))
    other = {"request_id": uid(2), "blocks": [], "server_time": DAY.isoformat()}
    with (
        faulty(lambda handler, _: handler.answer(200, json.dumps(other).encode())) as server,
        asking(server.url) as gateway,
        pytest.raises(wire.WrongEchoError),
    ):
        gateway.blocks(request)


def test_manifest_unchanged() -> None:
    def behave(handler: Handler, seen: Seen) -> None:
        if seen.headers.get("If-None-Match") == '"5"':
            handler.answer(304)
        else:
            handler.answer(200, b'{"catalogues": []}', ETag='"5"')

    with faulty(behave) as server, asking(server.url) as gateway:
        fresh = gateway.manifest()
        assert fresh is not None
        assert gateway.manifest(fresh.etag) is None


def test_cursor_gone_and_dossier_unknown() -> None:
    def behave(handler: Handler, seen: Seen) -> None:
        status, kind = (410, "cursor-gone") if "changes" in seen.target else (404, "not-found")
        data = json.dumps({"type": kind, "status": status}).encode()
        handler.answer(status, data, "application/problem+json")

    with faulty(behave) as server, asking(server.url) as gateway:
        with pytest.raises(wire.CursorGoneError):
            gateway.changes("old")
        assert gateway.dossier("H00.01-260302-0001") is None


def test_login_refused() -> None:
    data = b'{"type":"officer-password","status":401}'
    with (
        faulty(lambda handler, _: handler.answer(401, data, "application/problem+json")) as server,
        asking(server.url) as gateway,
        pytest.raises(wire.LoginRefusedError),
    ):
        gateway.login("tran.thi.mau", "sai")


def test_threads_have_their_own_connections() -> None:
    failed: list[BaseException] = []
    with faulty(good) as server, asking(server.url) as gateway:

        def work() -> None:
            try:
                for _ in range(5):
                    assert not gateway.send(BATCH).missing
            except BaseException as error:  # noqa: BLE001
                failed.append(error)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failed
    assert len(server.seen) == 20


def test_batch_over_the_limit_stays_here() -> None:
    import os

    with faulty(good) as server, asking(server.url) as gateway:
        entries = tuple(
            entry.model_copy(update={"body": os.urandom(6_000).hex()}) for entry in BATCH.entries
        )
        with pytest.raises(wire.TooBigError):
            gateway.send(BATCH.model_copy(update={"entries": entries}))
        assert not server.seen
