"""A way round to the server that loses what a test wants to lose."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

LOSE = "lose"  # the server did its work; nothing of its answer arrives
HALF = "half"  # half of its answer arrives
DROP = "drop"  # the connection closes before the server hears anything
CUT = "cut"  # the server hears half of the request, then the line is gone at both ends
RESET = "reset"  # like DROP, but by a reset in the client's face


class Proxy:
    """Forwards one request per connection, except what `faults` (first in, first out) say.

    `only` limits the faults to requests whose first line contains it.
    """

    def __init__(self, url: str, port: int = 0) -> None:
        self.target = urlsplit(url)
        self.faults: list[str] = []
        self.only = ""
        self.is_down = False
        self.canned: dict[str, bytes] = {}
        """Faults of a test's own: what is answered instead, the server hears nothing.

        The line ends behind it, and the answer says so: a client that keeps its connection would
        else meet the end of it in its next request, or not, as fast as this thread is.
        """
        self.requests: list[str] = []
        self.sizes: list[int] = []
        """Bytes of each request's body, in the order of `requests`."""
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port: int = self._socket.getsockname()[1]
        self._open: list[socket.socket] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Stop listening and cut every line that stands. May be called twice."""
        if self._over.is_set():
            return
        self._over.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for client in self._open:
            with suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)
        self._thread.join()

    def _serve(self) -> None:
        while not self._over.is_set():
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            self._open.append(client)
            threading.Thread(target=self._pass_on, args=(client,), daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with client:
            client.settimeout(10)
            try:
                while self._exchange(client):
                    pass
            except OSError:
                return

    def _exchange(self, client: socket.socket) -> bool:
        request = _whole(client)
        if not request or self.is_down:
            return False
        line = request.split(b"\r\n", 1)[0].decode()
        self.requests.append(line)
        fault = self.faults.pop(0) if self.faults and self.only in line else ""
        body = request.partition(b"\r\n\r\n")[2]
        self.sizes.append(len(body))
        if fault in self.canned:
            client.sendall(_last(self.canned[fault]))
            return False
        if fault == RESET:
            # Closing with a linger of no time sends RST instead of FIN.
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if fault in (DROP, RESET):
            return False
        address = (self.target.hostname or "", self.target.port or 0)
        with socket.create_connection(address, timeout=10) as server:
            if fault == CUT:
                server.sendall(request[: len(request) - len(body) // 2])
                return False
            server.sendall(request)
            answer = _whole(server)
        if fault == LOSE:
            return False
        if fault == HALF:
            client.sendall(answer[: len(answer) - 60])
            return False
        client.sendall(answer)
        return True


def _last(answer: bytes) -> bytes:
    """Return the answer with the word that the connection ends, where it has a head for it."""
    first, end, rest = answer.partition(b"\r\n")
    is_http = first.startswith(b"HTTP/1.1 ") and end
    return first + b"\r\nConnection: close\r\n" + rest if is_http else answer


def _whole(stream: socket.socket) -> bytes:
    """Read one message: its head, and the body that its Content-Length announces."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = stream.recv(65536)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        piece = stream.recv(65536)
        if not piece:
            break
        body += piece
    return head + b"\r\n\r\n" + body


@contextmanager
def through(url: str) -> Iterator[Proxy]:
    proxy = Proxy(url)
    try:
        yield proxy
    finally:
        proxy.close()
