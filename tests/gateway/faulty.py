"""A server made by hand that answers as badly as a test wants; and a client for it."""

from __future__ import annotations

import gzip
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line, Signer


@dataclass
class Seen:
    """One request as it arrived; `body` unpacked."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    raw: bytes


Behave = Callable[["Handler", Seen], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FaultyServer

    def answer(
        self, status: int, data: bytes = b"", media: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        self.send_header("Content-Length", headers.pop("Content_Length", str(len(data))))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _any(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        packed = self.headers.get("Content-Encoding") == "gzip"
        body = gzip.decompress(raw) if packed else raw
        seen = Seen(self.command, self.path, dict(self.headers), body, raw)
        self.server.seen.append(seen)
        try:
            self.server.behave(self, seen)
        except OSError:
            self.close_connection = True  # the client had enough: that is what many tests want

    do_GET = _any  # noqa: N815
    do_POST = _any  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@dataclass
class Stop:
    """Set when the test is over, so that an answer that never comes doesn't keep a thread."""

    event: threading.Event = field(default_factory=threading.Event)


class FaultyServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, behave: Behave) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behave = behave
        self.seen: list[Seen] = []
        self.over = threading.Event()
        self.scheme = "http"

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # TLS refusals and cut lines are the point of these tests

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"


@contextmanager
def faulty(behave: Behave, tls: ssl.SSLContext | None = None) -> Iterator[FaultyServer]:
    server = FaultyServer(behave)
    if tls is not None:
        server.scheme = "https"
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def asking(
    url: str,
    *,
    seconds: float = 30.0,
    context: ssl.SSLContext | None = None,
    signer: Signer | None = None,
) -> Iterator[Gateway]:
    line = Line(url, context, connect_seconds=max(1.0, seconds), read_seconds=seconds)
    gateway = Gateway(line, signer)
    try:
        yield gateway
    finally:
        gateway.close()
