"""The wire without a socket: the program's own `Line`, with weather where the network would be."""

from __future__ import annotations

import gzip
import json
import ssl
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

import requests
from requests.structures import CaseInsensitiveDict

from counter_app.domain.journal.canonical import sha256
from counter_app.gateway.line import Answer, Line, Question
from tests.simulation.world import ServerCrash, World

if TYPE_CHECKING:
    from tests.simulation.server import Server


class Fault(Enum):
    """What can happen to one request."""

    NO_WAY = "nobody there"
    LOST_REQUEST = "request lost"
    LOST_ANSWER = "answer lost"
    LATE_ANSWER = "answer too late"
    TWICE = "delivered twice"
    LATE_REQUEST = "request arrives later, behind others"
    OLD_ANSWER = "the answer to an earlier request"
    CUT = "answer cut"
    CUT_JSON = "answer cut, though called whole"
    PORTAL = "captive portal's page with 200"
    PORTAL_JSON = "captive portal's JSON with 200"
    AWAY = "redirect to another host"
    THROTTLED = "429"
    BUSY = "503 with Retry-After"
    FAULT = "500"
    BAD_GATEWAY = "502"
    TOO_BIG = "413"
    UPDATE = "426"
    SERVER_DIES_FIRST = "server dies before its commit"
    SERVER_DIES_THEN = "server dies after its commit"
    HALF_ECHO = "half of the results missing"
    CURSOR_GONE = "410"
    FOREIGN_ECHO = "acknowledgement of another batch, and nothing delivered"
    GARBLED_ECHO = "acknowledgement of other contents, and nothing delivered"
    HALF_TAKEN = "server takes only half of the batch"
    COUNTER_DIES = "counter dies while it waits"


_STATUS = {
    Fault.THROTTLED: (429, {"Retry-After": "7"}),
    Fault.BUSY: (503, {"Retry-After": "3"}),
    Fault.FAULT: (500, {}),
    Fault.BAD_GATEWAY: (502, {}),
    Fault.TOO_BIG: (413, {}),
    Fault.UPDATE: (426, {}),
    Fault.AWAY: (302, {"Location": "http://portal.example/login"}),
}
_SECONDS = 10.0


@dataclass
class Weather:
    """Which fault the next request meets: by `odds` at each, or the planned one.

    That one comes to the first `times` requests from number `at` on that it can do something to;
    with a `call` only requests to that one are counted and meet it.
    """

    odds: float = 0.0
    kinds: tuple[Fault, ...] = tuple(Fault)
    at: int = 0
    planned: Fault | None = None
    count: int = 0
    call: str = ""
    times: int = 1

    def next(self, world: World, target: str) -> Fault | None:
        is_meant = self.call in target
        self.count += is_meant
        planned = self.planned
        if planned and is_meant and self.count >= self.at and fits(planned, target):
            self.times -= 1
            if not self.times:
                self.planned = None
            return planned
        if self.odds and world.nature.random() < self.odds:
            return world.nature.choice(self.kinds)
        return None


_OF_BATCHES = (Fault.HALF_ECHO, Fault.FOREIGN_ECHO, Fault.GARBLED_ECHO, Fault.HALF_TAKEN)


def fits(fault: Fault, target: str) -> bool:
    """Tell whether `fault` can do anything to a request to `target`."""
    if fault in _OF_BATCHES:
        return target.endswith("/entries")
    match fault:
        case Fault.CURSOR_GONE:
            return "/changes" in target
        case Fault.CUT_JSON:  # the probe's answer is empty
            return not target.endswith("/ping")
        case Fault.SERVER_DIES_FIRST | Fault.SERVER_DIES_THEN:  # where it writes
            return target.endswith(("/entries", "/heartbeat", "/number-blocks"))
    return True


Raw = tuple[str, str, dict[str, str], bytes]


class SimulatedLine(Line):
    """The program's line; only the exchange itself is the world's."""

    def __init__(self, world: World, url: str, context: ssl.SSLContext | None, **_: Any) -> None:
        super().__init__(url, context, read_seconds=_SECONDS, now=world.counters_now)
        self._world = world

    def _exchange(
        self,
        question: Question,
        target: str,
        body: bytes | None,
        headers: dict[str, str],
        started: float,
    ) -> Answer:
        world = self._world
        world.at("before send")
        world.pass_time(0.05)
        raw = (question.method, target, headers, body or b"")
        counter = world.active
        assert counter is not None
        answer = self._through(counter.server, raw, counter.weather.next(world, target))
        world.at("after answer")
        self._listen(answer.headers, 0.05)
        return answer

    def _through(self, server: Server, raw: Raw, fault: Fault | None) -> Answer:
        world = self._world
        world.say("asks", raw[0], raw[1], sha256(raw[3])[:12], fault.value if fault else "")
        if fault is not None:
            world.faults[fault.value] += 1
        early = self._instead(server, raw, fault)
        if early is not None:
            return early
        if fault in (Fault.SERVER_DIES_FIRST, Fault.SERVER_DIES_THEN):
            server.dies = "before" if fault is Fault.SERVER_DIES_FIRST else "after"
        server.takes_half = fault is Fault.HALF_TAKEN
        try:
            answer = server.answer(*raw)
            if fault is Fault.TWICE:
                answer = server.answer(*raw)
        except ServerCrash:
            raise requests.ConnectionError(ConnectionResetError()) from None
        finally:
            server.dies, server.takes_half = "", False
        return self._back(answer, fault)

    def _instead(self, server: Server, raw: Raw, fault: Fault | None) -> Answer | None:
        """Return what comes back without the server having been asked; None: it is asked."""
        match fault:
            case Fault.NO_WAY:
                raise requests.ConnectionError(ConnectionRefusedError())
            case Fault.LOST_REQUEST:
                raise requests.ConnectionError(ConnectionResetError())
            case Fault.LATE_REQUEST:
                server.held.append(raw)
                raise self._silence()
            case Fault.PORTAL:
                return _answer(200, {}, b"<html>log in</html>", "text/html")
            case Fault.PORTAL_JSON:
                return _answer(200, {}, b'{"portal":true}', "application/json")
            case Fault.CURSOR_GONE if "/changes" in raw[1]:
                return _problem(410, "cursor-gone")
            case Fault.OLD_ANSWER if raw[1] in server.last:
                return server.last[raw[1]]
            case Fault.FOREIGN_ECHO | Fault.GARBLED_ECHO if fits(fault, raw[1]):
                return _false_echo(raw, self._world, fault)
        if fault in _STATUS:
            status, more = _STATUS[fault]
            return _answer(status, more, b"", "text/plain")
        return None

    def _back(self, answer: Answer, fault: Fault | None) -> Answer:
        world = self._world
        world.say("hears", answer.status, sha256(answer.data)[:12])
        match fault:
            case Fault.LOST_ANSWER:
                raise requests.ConnectionError(ConnectionResetError())
            case Fault.LATE_ANSWER:
                raise self._silence()
            case Fault.CUT:
                raise requests.exceptions.ChunkedEncodingError("cut")
            case Fault.CUT_JSON if len(answer.data) > 2:
                half = answer.data[: len(answer.data) // 2]
                return _answer(answer.status, dict(answer.headers), half, answer.media_type)
            case Fault.HALF_ECHO:
                return _half(answer)
            case Fault.COUNTER_DIES:
                world.die("waiting")
        return answer

    def _silence(self) -> requests.ReadTimeout:
        self._world.pass_time(_SECONDS)
        return requests.ReadTimeout()


def _false_echo(raw: Raw, world: World, fault: Fault) -> Answer:
    """Return an answer of the right shape that says yes to all, and isn't this batch's."""
    _, _, headers, body = raw
    batch = json.loads(gzip.decompress(body) if headers.get("Content-Encoding") else body)
    is_foreign = fault is Fault.FOREIGN_ECHO
    results = [
        {
            "uid": each["uid"],
            "sha256": each["body_sha256"] if is_foreign else "0" * 64,
            "status": "accepted",
            "server_version": 1,
        }
        for each in batch["entries"]
    ]
    said = {
        "batch_id": world.new_id() if is_foreign else batch["batch_id"],
        "head": {"n": 0, "hash": "0" * 64},
        "results": results,
        "server_time": world.now().isoformat(),
    }
    return _answer(200, {}, json.dumps(said).encode(), "application/json")


def _half(answer: Answer) -> Answer:
    if answer.status != 200 or b'"results"' not in answer.data:
        return answer
    plain = json.loads(answer.data)
    plain["results"] = plain["results"][1::2]
    data = json.dumps(plain).encode()
    return _answer(200, dict(answer.headers), data, answer.media_type)


def _problem(status: int, kind: str) -> Answer:
    data = b'{"type":"urn:counter:%s","title":"","status":%d}' % (kind.encode(), status)
    return _answer(status, {}, data, "application/problem+json")


def _answer(status: int, headers: dict[str, str], data: bytes, media: str) -> Answer:
    return Answer(status, CaseInsensitiveDict(headers), data, media)
