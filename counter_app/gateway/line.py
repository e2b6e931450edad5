"""One request and its answer over HTTP: sizes, times, signature, redirects.

A `Line` may be used from several threads; each has its own connection. The environment is ignored
(`trust_env` off): neither HTTP_PROXY nor ~/.netrc nor REQUESTS_CA_BUNDLE may send a citizen's data
another way, or make another machine trusted, without the administrator's knowing.
"""

from __future__ import annotations

import base64
import gzip
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import requests
import urllib3.exceptions

from counter_app import __version__
from counter_app.contract import signing
from counter_app.contract.entries import BATCH_BYTES
from counter_app.domain.errors.wire import (
    AnswerTooBigError,
    ForeignRedirectError,
    SilentError,
    TooBigError,
)
from counter_app.domain.journal.canonical import sha256
from counter_app.gateway.failures import from_exception
from counter_app.gateway.trust import TrustingAdapter, tls_context

CONNECT_SECONDS = 5.0
READ_SECONDS = 30.0
ANSWER_BYTES = 8 * 1024 * 1024
"""The largest answer, in bytes after unpacking: a small gzip can hold gigabytes."""

WRONG_DAY = timedelta(hours=12)
"""From so far on the machine's clock has another day than the server's, and signs by the latter."""

JSON = "application/json"

WHOLE_ANSWER = 4
"""A whole answer may take so many times the read time-out: a drip resets that one forever."""

_GZIP_FROM = 256  # bytes; below that the packing costs more than it saves
_PIECE = 64 * 1024
_HOPS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

Now = Callable[[], datetime]


class Signer(Protocol):
    """The device that speaks: its number, its epoch, its signature (Ed25519) over bytes."""

    @property
    def device(self) -> str:
        """The device number: five digits."""
        ...

    @property
    def epoch(self) -> int:
        """The epoch, from 1."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the signature of `message`: 64 bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    `body` are the bytes before packing; only JSON, which `media_type` says by itself, is packed.
    `token` is an officer's session; `largest` is how many bytes an honest answer has at most.
    """

    method: str
    target: str
    body: bytes | None = None
    etag: str = ""
    token: str = ""
    largest: int = ANSWER_BYTES
    media_type: str = JSON


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: `data` unpacked, `sent` the request body's bytes on the wire."""

    status: int
    headers: Mapping[str, str]
    data: bytes
    media_type: str
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """The server's time as it was told, when by our clock (both aware), and how long it took."""

    server_time: datetime
    at: datetime
    round_trip: float


class Line:
    """The connection to one server, given as `https://host[:port][/prefix]`.

    `context` None trusts the system's authorities. Plain http is for loopback; the settings see to
    that.
    """

    def __init__(
        self,
        url: str,
        context: ssl.SSLContext | None,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        read_seconds: float = READ_SECONDS,
        now: Now = lambda: datetime.now(UTC),
    ) -> None:
        parts = urlsplit(url)
        self.host = parts.netloc
        self.heard: Heard | None = None
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._prefix = parts.path.rstrip("/")
        is_tls = parts.scheme == "https"
        self._context = tls_context(self.host) if is_tls and context is None else context
        self._times = (connect_seconds, read_seconds)
        self._now = now
        self._own = threading.local()
        self._sessions: list[requests.Session] = []
        self._guard = threading.Lock()

    def ask(self, question: Question, signer: Signer | None = None) -> Answer:
        """Return the answer, whatever its status. Raises `WireError`: transport, TLS, or too big.

        Followed are redirects to the same scheme, host and port only, and never with another
        method: a POST that became a GET would look like an answer.
        """
        target = self._prefix + question.target
        for _ in range(_HOPS):
            answer = self._once(question, target, signer)
            place = answer.headers.get("Location", "")
            if answer.status not in _REDIRECTS or not place:
                return answer
            target = self._same_server(place, target, question.method, answer.status)
        raise ForeignRedirectError(host=self.host, target=self._origin)

    def close(self) -> None:
        """Close the connections of all threads. The line can be used again."""
        with self._guard:
            sessions, self._sessions = self._sessions, []
            self._own = threading.local()
        for session in sessions:
            session.close()

    def _same_server(self, place: str, target: str, method: str, status: int) -> str:
        parts = urlsplit(urljoin(self._origin + target, place))
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin != self._origin or (method != "GET" and status not in (307, 308)):
            raise ForeignRedirectError(host=self.host, target=origin[:100])
        return parts.path + (f"?{parts.query}" if parts.query else "")

    def _once(self, question: Question, target: str, signer: Signer | None) -> Answer:
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": f"counter-app/{__version__}",
            signing.PROTOCOL: str(signing.PROTOCOL_VERSION),
        }
        body = question.body
        if body is not None:
            headers["Content-Type"] = question.media_type
            if question.media_type == JSON and len(body) >= _GZIP_FROM:
                body = gzip.compress(body, 6, mtime=0)
                headers["Content-Encoding"] = "gzip"
            if len(body) > BATCH_BYTES:
                raise TooBigError(host=self.host)
        if question.etag:
            headers["If-None-Match"] = question.etag
        if question.token:
            headers["Authorization"] = f"Bearer {question.token}"
        if signer is not None:
            headers.update(self._signature(question.method, target, body or b"", signer))
        started = time.monotonic()
        try:
            return self._exchange(question, target, body, headers, started)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            self._forget()
            seconds = time.monotonic() - started
            raise from_exception(error, host=self.host, seconds=seconds) from error

    def _signature(self, method: str, target: str, body: bytes, signer: Signer) -> dict[str, str]:
        moment = self._server_now().astimezone(UTC).isoformat(timespec="milliseconds")
        text = signing.signed_text(
            method, target, signer.device, signer.epoch, moment, sha256(body)
        )
        return {
            signing.DEVICE: signer.device,
            signing.EPOCH: str(signer.epoch),
            signing.TIME: moment,
            signing.SIGNATURE: base64.b64encode(signer.sign(text)).decode("ascii"),
        }

    def _server_now(self) -> datetime:
        """Return the present; by the server's clock where this machine has the wrong day.

        It refuses what bears another day's time. A dead CMOS battery must not keep acts here.
        """
        heard, now = self.heard, self._now()
        if heard is None or abs(heard.server_time - heard.at) < WRONG_DAY:
            return now
        return now + (heard.server_time - heard.at)

    def _exchange(
        self,
        question: Question,
        target: str,
        body: bytes | None,
        headers: dict[str, str],
        started: float,
    ) -> Answer:
        with self._session().request(
            question.method,
            self._origin + target,
            data=body,
            headers=headers,
            timeout=self._times,
            allow_redirects=False,
            stream=True,
        ) as response:
            deadline = started + WHOLE_ANSWER * self._times[1]
            data = self._read(response, question.largest, deadline)
            self._listen(response.headers, time.monotonic() - started)
            media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return Answer(response.status_code, response.headers, data, media, len(body or b""))

    def _read(self, response: requests.Response, largest: int, deadline: float) -> bytes:
        pieces = bytearray()
        while True:
            # read1 returns after one read of the socket, so that a drip can't keep us inside.
            piece = response.raw.read1(_PIECE, decode_content=True)
            if not piece:
                return bytes(pieces)
            pieces += piece
            if len(pieces) > largest:
                self._forget()
                raise AnswerTooBigError(host=self.host, limit=largest // 2**20)
            if time.monotonic() > deadline:
                self._forget()
                raise SilentError(host=self.host, seconds=round(WHOLE_ANSWER * self._times[1]))

    def _listen(self, headers: Mapping[str, str], seconds: float) -> None:
        try:
            told = datetime.fromisoformat(headers.get(signing.SERVER_TIME, ""))
        except ValueError:
            return
        if told.tzinfo is not None:
            self.heard = Heard(told, self._now(), seconds)

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._own, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = False
            session.headers.clear()
            session.mount("http://", TrustingAdapter(None))
            session.mount("https://", TrustingAdapter(self._context))
            self._own.session = session
            with self._guard:
                self._sessions.append(session)
        return session

    def _forget(self) -> None:
        """Close this thread's connection: what is still in it belongs to another answer."""
        session: requests.Session | None = getattr(self._own, "session", None)
        if session is not None:
            session.close()
            del self._own.session
            with self._guard:
                if session in self._sessions:
                    self._sessions.remove(session)
