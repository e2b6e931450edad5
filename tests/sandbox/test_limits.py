from __future__ import annotations

import gzip
import http.client
import json
import zlib
from urllib.parse import urlsplit

import pytest
import requests

from counter_app.sandbox.web.limits import UNPACKED_BYTES, WIRE_BYTES
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

URL = "/v1/entries"


def post(
    counter: SignedCounter, data: bytes, media: str = "application/json", encoding: str = ""
) -> tuple[int, str]:
    headers = {**counter.headers("POST", URL, data), "Content-Type": media}
    if encoding:
        headers["Content-Encoding"] = encoding
    response = counter.session.post(counter.url + URL, data=data, headers=headers, timeout=30)
    assert response.headers["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code
    assert problem["title"]
    return response.status_code, problem["type"]


def test_what_is_no_message(counter: SignedCounter) -> None:
    assert post(counter, b"<html>") == (400, "not-json")
    assert post(counter, b"") == (400, "not-json")
    assert post(counter, b'{"device":') == (400, "not-json")
    assert post(counter, b"[" * 100_000) == (400, "not-json")
    assert post(counter, b"{}") == (400, "schema")
    assert post(counter, b"{}", media="text/plain") == (415, "media-type")
    assert post(counter, b"{}", encoding="br") == (415, "media-type")
    assert post(counter, b"{}", encoding="gzip") == (400, "encoding")
    assert post(counter, gzip.compress(b"{}")[:-4], encoding="gzip") == (400, "encoding")
    assert post(counter, gzip.compress(b"{}") + b"x", encoding="gzip") == (400, "encoding")


def test_fields_are_pointed_at(counter: SignedCounter) -> None:
    response = counter.call("POST", URL, {**counter.batch([counter.received()]), "epoch": 0})
    assert response.json()["errors"] == [{"pointer": "/epoch", "code": "greater_than_equal"}]


def test_sizes(counter: SignedCounter) -> None:
    assert post(counter, b" " * (WIRE_BYTES + 1)) == (413, "too-large")
    bomb = gzip.compress(b" " * (UNPACKED_BYTES + 1))
    assert len(bomb) < 20_000
    assert post(counter, bomb, encoding="gzip") == (413, "too-large")
    full = gzip.compress(b" " * UNPACKED_BYTES)
    assert post(counter, full, encoding="gzip") == (400, "not-json")
    twice = gzip.compress(zlib.compress(b" " * 10**8, 1))
    assert post(counter, twice, encoding="gzip")[0] in (400, 413)


def test_a_stream_without_a_length_is_bounded(sandbox: RunningSandbox) -> None:
    chunks = (b" " * 65_536 for _ in range(1 + WIRE_BYTES // 65_536))
    try:
        response = requests.post(f"{sandbox.url}{URL}", data=chunks, timeout=30)
    except requests.ConnectionError:
        return  # the server answered and closed before everything was sent
    assert response.status_code == 413


def test_unknown_addresses_and_methods(sandbox: RunningSandbox) -> None:
    assert requests.get(f"{sandbox.url}/").json()["type"] == "not-found"
    response = requests.delete(f"{sandbox.url}{URL}")
    assert (response.status_code, response.json()["type"]) == (405, "method")
    assert response.headers["Allow"] == "POST"
    assert requests.get(f"{sandbox.url}/v1/ping/").status_code == 404


@pytest.mark.parametrize("line", ["GARBAGE\r\n\r\n", "POST /v1/entries HTTP/1.1\r\n\r\n"])
def test_rubbish_on_the_wire_harms_nobody(sandbox: RunningSandbox, line: str) -> None:
    parts = urlsplit(sandbox.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.connect()
    connection.sock.sendall(line.encode())
    assert connection.sock.recv(1000).startswith(b"HTTP/1.1 4")
    connection.close()
    assert requests.get(f"{sandbox.url}/v1/ping").status_code == 204


def test_a_client_that_goes_away_in_mid_body(counter: SignedCounter) -> None:
    data = json.dumps(counter.batch([counter.received()])).encode()
    parts = urlsplit(counter.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.putrequest("POST", URL)
    for name, value in counter.headers("POST", URL, data).items():
        connection.putheader(name, value)
    connection.putheader("Content-Length", str(len(data)))
    connection.endheaders(data[:200])
    connection.close()
    assert counter.call("GET", "/v1/changes").json()["changes"] == []
