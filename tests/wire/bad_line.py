"""A line between a counter and its server that goes wrong at the level of TCP.

Bytes are passed on as they come, by two threads for each connection. `fault` says how the line is;
those faults that need a place strike at the first request that begins with `strikes`.
"""

from __future__ import annotations

import gzip
import random
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

_LOOPBACK = "127.0.0.1"
_NO_LINGER = struct.pack("ii", 1, 0)  # closing sends RST instead of FIN

_PORTAL = "<html><title>Wi-Fi</title>Mời bấm vào đây để vào mạng</html>".encode()


def _answer(status: str, *headers: str, body: bytes = b"") -> bytes:
    head = "\r\n".join((f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""))
    return head.encode() + body


PORTAL = _answer("200 OK", "Content-Type: text/html", body=_PORTAL)
PORTAL_JSON = _answer("200 OK", "Content-Type: application/json", body=b'{"ok": true}')
AWAY = _answer("302 Found", "Location: http://portal.invalid/login")
BOMB = _answer(
    "200 OK",
    "Content-Type: application/json",
    "Content-Encoding: gzip",
    body=gzip.compress(b" " * 40_000_000, 1),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """How a line is. Seconds and bytes; every field stands for one thing that goes wrong.

    `delay`, `jitter`: each piece comes so much later. `rate`: bytes a second, each way. `stalls`:
    the odds that a piece waits `stall` seconds. These hold for the whole line, the others only
    from the struck request on: `resets`, `lingers` (answered, then deaf, without closing),
    `mute` (taken, never answered), `cut_request` and `cut_answer` (half of it, then closed),
    `says` (somebody else answers, the server hears nothing).
    """

    delay: float = 0.0
    jitter: float = 0.0
    rate: float = 0.0
    stalls: float = 0.0
    stall: float = 0.0
    resets: bool = False
    lingers: bool = False
    mute: bool = False
    cut_request: bool = False
    cut_answer: bool = False
    says: bytes = b""


WHOLE = Fault()


class BadLine:
    """Listens on a loopback port and passes on to the server at `url`, as `fault` says."""

    def __init__(self, url: str, tls: ssl.SSLContext | None = None) -> None:
        parts = urlsplit(url)
        self._target = (parts.hostname or _LOOPBACK, parts.port or 80)
        self._tls = tls
        self._listener = socket.create_server((_LOOPBACK, 0))
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://{_LOOPBACK}:{self._listener.getsockname()[1]}"
        self.fault = WHOLE
        self.strikes = b""
        self.struck = 0
        """How many requests were struck; shaping alone strikes none."""
        self.chance = random.Random(5)
        self._over = threading.Event()
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and cut every line that stands."""
        self._over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        self._thread.join()

    def cut(self) -> None:
        """Cut every line that stands; new ones may begin."""
        standing, self._open = self._open, []
        for each in standing:
            _end(each)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=(near,), daemon=True).start()

    def _carry(self, near: socket.socket) -> None:
        self._open.append(near)
        if self._tls is not None:
            with suppress(OSError), self._tls.wrap_socket(near, server_side=True):
                pass  # the client turns away in the handshake; nothing is passed on
            _end(near)
            return
        try:
            far = socket.create_connection(self._target)
        except OSError:
            _end(near)
            return
        self._open.append(far)
        _Carried(self, near, far).go()

    def shape(self, size: int) -> None:
        """Wait as long as a piece of `size` bytes needs on this line."""
        fault = self.fault
        seconds = fault.delay + self.chance.random() * fault.jitter
        if fault.rate:
            seconds += size / fault.rate
        if fault.stalls and self.chance.random() < fault.stalls:
            seconds += fault.stall
        if seconds:
            time.sleep(seconds)


class _Carried:
    """One connection, both ways."""

    def __init__(self, line: BadLine, near: socket.socket, far: socket.socket) -> None:
        self._line, self._near, self._far = line, near, far
        self._is_struck = False
        for each in (near, far):
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def go(self) -> None:
        back = threading.Thread(target=self._back, daemon=True)
        back.start()
        self._there()
        back.join()
        _end(self._near)
        _end(self._far)

    def _there(self) -> None:
        with suppress(OSError):
            while data := self._near.recv(16_384):
                line, fault = self._line, self._line.fault
                if line.strikes and data.startswith(line.strikes) and fault != WHOLE:
                    self._is_struck = True
                    line.struck += 1
                    if fault.says:
                        self._near.sendall(fault.says)
                        break
                    if fault.resets:
                        self._near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
                        break
                    if fault.cut_request:
                        self._far.sendall(data[: len(data) // 2])
                        break
                line.shape(len(data))
                self._far.sendall(data)
        # The near end first: its reader must not wait for the server's thread.
        if self._is_struck and not self._line.fault.cut_answer:
            _end(self._near)
        with suppress(OSError):
            self._far.shutdown(socket.SHUT_RDWR)

    def _back(self) -> None:
        with suppress(OSError):
            while data := self._far.recv(16_384):
                fault = self._line.fault
                self._line.shape(len(data))
                if self._is_struck and fault.mute:
                    continue
                if self._is_struck and fault.cut_answer:
                    head, gap, body = data.rpartition(b"\r\n\r\n")
                    self._near.sendall(head + gap + body[: len(body) // 2])
                    if body:
                        break
                    continue
                self._near.sendall(data)
                if self._is_struck and fault.lingers:
                    while self._far.recv(16_384):  # deaf from now on
                        pass
        _end(self._near)


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        if line.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8) != _NO_LINGER:
            line.shutdown(socket.SHUT_RDWR)  # wakes whoever reads it
    line.close()


@contextmanager
def bad_line(url: str, tls: ssl.SSLContext | None = None) -> Iterator[BadLine]:
    """Give a line to `url`, whole at first; with `tls` it only shows a certificate."""
    line = BadLine(url, tls)
    try:
        yield line
    finally:
        line.close()
