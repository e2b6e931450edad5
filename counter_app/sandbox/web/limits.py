"""Around every request: sizes, gzip, the server's time, and an answer for every fault.

A pure ASGI layer, so that a body is bounded while it streams in and is hashed as it was sent; what
lies behind it only sees whole, unpacked bodies.
"""

from __future__ import annotations

import hashlib
import logging
import zlib
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counter_app.contract.signing import SERVER_TIME
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.web.problems import problem_response

WIRE_BYTES = 1024 * 1024
"""The largest body as sent."""

UNPACKED_BYTES = 8 * 1024 * 1024
"""The largest body after gzip: a bomb is stopped while it unpacks."""

_log = logging.getLogger(__name__)
_GZIP = 16 + zlib.MAX_WBITS


@dataclass(frozen=True, slots=True)
class Sent:
    """A body: unpacked, the digest of what came over the wire, and its media type."""

    data: bytes
    sha256: str
    media_type: str


class Limits:
    """The layer. `clock` gives the time that every answer carries."""

    def __init__(self, app: ASGIApp, clock: Callable[[], datetime]) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read and bound the body, pass it on, and answer what goes wrong."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def timed_send(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                time = self._clock().isoformat().encode()
                message["headers"] = [*message["headers"], (SERVER_TIME.lower().encode(), time)]
            await send(message)

        try:
            scope.setdefault("state", {})["sent"] = await _read(scope, receive)
            await self._app(scope, receive, timed_send)
        except RefusalError as refusal:
            await problem_response(refusal)(scope, receive, timed_send)
        except Exception:
            _log.exception("%s %s", scope["method"], scope["path"])
            if started:
                raise
            await problem_response(RefusalError("server-fault"))(scope, receive, timed_send)


async def _read(scope: Scope, receive: Receive) -> Sent:
    headers = _headers(scope)
    if _number(headers.get("content-length", "")) > WIRE_BYTES:
        raise RefusalError("too-large")
    digest = hashlib.sha256()
    unpack = _unpacker(headers.get("content-encoding", "").strip().lower())
    parts: list[bytes] = []
    sent = kept = 0
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":  # the client went away
            raise RefusalError("not-json")
        chunk = message.get("body", b"")
        more = message.get("more_body", False)
        sent += len(chunk)
        digest.update(chunk)
        if sent > WIRE_BYTES:
            raise RefusalError("too-large")
        parts.append(unpack(chunk, UNPACKED_BYTES - kept))
        kept += len(parts[-1])
    unpack(b"", 0)
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return Sent(b"".join(parts), digest.hexdigest(), media_type)


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    """Return a function (chunk, room) → bytes; an empty chunk means the end."""
    if encoding in ("", "identity"):
        return lambda chunk, _: chunk
    if encoding != "gzip":
        raise RefusalError("media-type")
    stream = zlib.decompressobj(_GZIP)

    def unpack(chunk: bytes, room: int) -> bytes:
        if not chunk and room == 0:
            if not stream.eof:
                raise RefusalError("encoding")
            return b""
        try:
            data = stream.decompress(chunk, room + 1)
        except zlib.error as error:
            raise RefusalError("encoding") from error
        if len(data) > room:
            raise RefusalError("too-large")
        if stream.unused_data:  # a second member, or rubbish behind the first
            raise RefusalError("encoding")
        return data

    return unpack


def _headers(scope: MutableMapping[str, Any]) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
