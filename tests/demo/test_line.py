from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from counter_app.demo.line import Line


@pytest.fixture
def echo() -> Iterator[int]:
    """A server that sends back what it hears."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer(near: socket.socket) -> None:
        with contextlib.suppress(OSError), near:
            while data := near.recv(1000):
                near.sendall(data)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def call(line: Line) -> socket.socket:
    return socket.create_connection(("127.0.0.1", urlsplit(line.url).port or 0), timeout=60)


def test_a_line_carries_is_cut_and_mended(echo: int) -> None:
    line = Line(echo)
    with call(line) as caller:
        caller.sendall(b"xin")
        assert caller.recv(10) == b"xin"
        line.cut()
        assert caller.recv(10) == b""
    with call(line) as caller:
        assert caller.recv(10) == b""
    line.mend()
    with call(line) as caller:
        caller.sendall(b"lai")
        assert caller.recv(10) == b"lai"
    line.close()
    with pytest.raises(ConnectionRefusedError), call(line):
        pass
