"""An answer's head must come in time, too.

A read time-out starts anew with every byte, so a server that drips its headers, one byte a second,
would hold the sync thread for ever; the body is watched where it is read (`line`). Here a timer
closes the connection when the head as a whole takes too long.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse

HEAD_TIMES = 2
"""The head of an answer may take so many times the read time-out."""

_WITHOUT_LIMIT = 60.0  # seconds, for a connection that somebody opened without a time-out


class _Patient(HTTPConnection):
    """A connection that waits for the head of an answer, but not for ever."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # urllib3's own override
        stream = self.sock
        seconds = HEAD_TIMES * ((stream.gettimeout() if stream else None) or _WITHOUT_LIMIT)
        timer = threading.Timer(seconds, _cut, (stream,))
        timer.daemon = True
        timer.start()
        try:
            return super().getresponse()
        finally:
            timer.cancel()


class _PatientTls(_Patient, HTTPSConnection):
    """The same over TLS."""


class PatientPool(HTTPConnectionPool):
    """Connections of plain HTTP, which only loopback uses."""

    ConnectionCls = _Patient


class PatientTlsPool(HTTPSConnectionPool):
    """Connections over TLS."""

    ConnectionCls = _PatientTls


def _cut(stream: socket.socket | None) -> None:
    """Wake whoever reads from `stream`: it ends for him."""
    if stream is not None:
        with suppress(OSError):  # it may have ended by itself meanwhile
            stream.shutdown(socket.SHUT_RDWR)
