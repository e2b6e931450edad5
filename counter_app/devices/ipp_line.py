"""IPP over HTTP, to a socket file or to a port: one question, one answer."""

from __future__ import annotations

import getpass
import http.client
import itertools
import socket
from collections.abc import Sequence

from counter_app.devices.ipp import (
    Attribute,
    IppError,
    Message,
    Tag,
    attribute,
    read,
    written,
)

PORT = 631


class IppLineError(Exception):
    """No answer, or none that is IPP. `reason` is the system's own word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class IppLine:
    """A line to `server`: "host:port", or the path of a socket. `patience` in seconds."""

    def __init__(self, server: str, patience: float) -> None:
        self._server = server
        self._patience = patience
        self._requests = itertools.count(1)

    def ask(
        self,
        operation: int,
        path: str,
        target: str,
        attributes: Sequence[Attribute],
        job: Sequence[Attribute] = (),
        data: bytes = b"",
    ) -> Message:
        """Ask and return the answer. `target` is the printer's address, "" for the service itself.

        Raises IppLineError.
        """
        head = [
            attribute("attributes-charset", Tag.CHARSET, "utf-8"),
            attribute("attributes-natural-language", Tag.LANGUAGE, "en"),
        ]
        if target:
            head.append(attribute("printer-uri", Tag.URI, target))
        # RFC 8011 wants the target at once behind charset and language: its job's number too.
        head += [each for each in attributes if each.name == "job-id"]
        head.append(attribute("requesting-user-name", Tag.NAME, getpass.getuser()))
        head += [each for each in attributes if each.name != "job-id"]
        groups = [(Tag.OPERATION, head), *([(Tag.JOB, job)] if job else [])]
        body = written(operation, next(self._requests), groups, data)
        connection = self._connection()
        try:
            connection.request("POST", path, body, {"Content-Type": "application/ipp"})
            answer = connection.getresponse()
            if answer.status != http.HTTPStatus.OK:
                raise IppLineError(f"HTTP {answer.status}")
            return read(answer.read())
        except (OSError, http.client.HTTPException, IppError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise IppLineError(reason) from error
        finally:
            connection.close()

    def _connection(self) -> http.client.HTTPConnection:
        if self._server.startswith("/"):
            return _SocketConnection(self._server, self._patience)
        host, _, port = self._server.partition(":")
        number = int(port) if port.isdigit() else PORT
        return http.client.HTTPConnection(host, number, timeout=self._patience)


class _SocketConnection(http.client.HTTPConnection):
    """HTTP over a socket file, CUPS's usual door on its own machine."""

    def __init__(self, path: str, patience: float) -> None:
        super().__init__("localhost", timeout=patience)
        self._path = path

    def connect(self) -> None:
        """Connect to the socket file."""
        family = socket.AF_UNIX  # type: ignore[attr-defined,unused-ignore]  # never on Windows
        self.sock = socket.socket(family, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)
