"""Every fault of the line × every act on the wire, against the real server over loopback.

In each cell something is to be sent or fetched, the line is bad for a few rounds, then good again.
Then everything must have arrived exactly once, at both ends; and while the line was bad nothing may
have been believed to have arrived that hadn't.
"""

from __future__ import annotations

import dataclasses
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from sqlalchemy import func, select

from counter_app.domain.journal.outcome import State
from counter_app.gateway.client import Gateway
from counter_app.gateway.line import Line
from counter_app.sandbox.records import tables as t
from counter_app.services.counter.resending import send_again
from counter_app.services.counter.workplace import Workplace
from counter_app.sync.doors import Doors
from counter_app.sync.round import FileLane, RoundReport, run_round
from tests.gateway.certificates import Authority
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.papers import Papers, lane, pdf
from tests.sync.server_side import held, own_uids
from tests.wire import bad_line as lines
from tests.wire.bad_line import BadLine, Fault

REGISTER, UPDATE, FILE, PULL = "register", "update", "file", "pull"
ACTS = {
    REGISTER: b"POST /v1/entries",
    UPDATE: b"POST /v1/entries",
    FILE: b"PATCH /v1/files",
    PULL: b"GET /v1/changes",
}
"""Each act with how the request begins that is struck."""

_SLOW = 8.0  # seconds of patience on a slow line
_SHORT = 0.5  # where nothing is to come
_BAD_ROUNDS = 2
_GOOD_ROUNDS = 30
_FILE_BYTES, _PIECE = 60_000, 32_000

FAULTS: dict[str, Fault] = {
    "latency 150 ms": Fault(delay=0.15),
    "jitter 0-200 ms": Fault(jitter=0.2),
    "256 kbit/s": Fault(rate=32_000),
    "stalls 1 s, 10 %": Fault(stalls=0.1, stall=1.0),
    "no answer": Fault(mute=True),
    "reset": Fault(resets=True),
    "slow close": Fault(lingers=True),
    "request cut in its middle": Fault(cut_request=True),
    "answer cut in its middle": Fault(cut_answer=True),
    "captive portal 200": Fault(says=lines.PORTAL),
    "captive portal 200, JSON": Fault(says=lines.PORTAL_JSON),
    "captive portal 302": Fault(says=lines.AWAY),
    "gzip bomb": Fault(says=lines.BOMB),
}
SHAPED = tuple(FAULTS)[:4]
"""Faults that only make a line slow: acts may well pass through them."""

CERTIFICATES: dict[str, tuple[tuple[str, ...], tuple[int, int]]] = {
    "wrong host name": (("dvc.example",), (-1, 30)),
    "expired certificate": (("127.0.0.1",), (-20, -10)),
}
CLOCKS = {"clock 3 hours ahead": timedelta(hours=3), "clock 3 hours behind": -timedelta(hours=3)}
NAMES = (*FAULTS, *CERTIFICATES, *CLOCKS)


@dataclass(frozen=True, slots=True)
class Cell:
    """What came of one fault and one act.

    `seen`: the errors of the bad rounds, by their codes; `struck`: how many requests were; `rounds`
    until all was quiet over the good line.
    """

    fault: str
    act: str
    seen: tuple[str, ...]
    struck: int
    rounds: int
    wrong: tuple[str, ...]


class Bench:
    """A server, a counter that speaks through a bad line, and one at another desk."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self.sandbox = stack.enter_context(RunningSandbox(folder))
        self.counter = self._counter(stack, "1")
        self.other = self._counter(stack, "2")
        self.papers = Papers(self.counter, folder / "1")
        self.line: BadLine = stack.enter_context(lines.bad_line(self.sandbox.url))
        self._authority = Authority.create()
        self._files: dict[str, list[bytes]] = {}
        self._good()

    def _counter(self, stack: ExitStack, number: str) -> Counter:
        code = self.sandbox.enrol_code(number)
        return stack.enter_context(Counter(self._folder / number, self.sandbox.url, code))

    # --- the cell --------------------------------------------------------------------------------

    def tried(self, fault: str, act: str) -> Cell:
        """Do the act while the line is bad, then let it be good, and compare both ends."""
        wait_for = self._begun(act)
        seen: list[str] = []
        wrong: list[str] = []
        self.line.struck = 0
        with self._bad(fault, act) as doors:
            for _ in range(_BAD_ROUNDS):
                report = run_round(doors, lane=_steady())
                seen.append(_code(report))
                wrong += self._believed_too_much()
        rounds = self._good(wait_for)
        wrong += self._wrong(wait_for)
        return Cell(fault, act, tuple(seen), self.line.struck, rounds, tuple(dict.fromkeys(wrong)))

    def _begun(self, act: str) -> Callable[[], bool]:
        """Bring about what is to go over the bad line; return what tells that it did."""
        counter = self.counter
        if act == PULL:
            uid = self.other.register().entry.dossier or ""
            run_round(self.other.doors)
            return lambda: uid in counter.dossiers()
        uid = counter.register().entry.dossier or ""
        if act == REGISTER:
            return lambda: True
        self._good()
        if act == UPDATE:
            counter.tell(uid)
            return lambda: True
        data = pdf(_FILE_BYTES)
        self.papers.scan(uid, data)
        self._files.setdefault(uid, []).append(data)
        return lambda: self._kept(uid) == self._files[uid]

    @contextmanager
    def _bad(self, fault: str, act: str) -> Iterator[Doors]:
        """Give the doors that lead through the bad line."""
        if fault in CLOCKS:
            self.counter.clock.shift = CLOCKS[fault]
            with self._doors(self.sandbox.url, _SLOW) as doors:
                yield doors
            self.counter.clock.shift = timedelta()
        elif fault in CERTIFICATES:
            names, days = CERTIFICATES[fault]
            tls = self._authority.server(self._folder, names=names, days=days)
            trusting = ssl.create_default_context(cadata=self._authority.pem)
            with (
                lines.bad_line(self.sandbox.url, tls) as line,
                self._doors(line.url, _SLOW, trusting) as doors,
            ):
                yield doors
        else:
            self.line.fault, self.line.strikes = FAULTS[fault], ACTS[act]
            is_silent = FAULTS[fault].mute or FAULTS[fault].lingers
            with self._doors(self.line.url, _SHORT if is_silent else _SLOW) as doors:
                yield doors
            self.line.fault = lines.WHOLE
            self.line.cut()

    @contextmanager
    def _doors(
        self, url: str, seconds: float, context: ssl.SSLContext | None = None
    ) -> Iterator[Doors]:
        line = Line(
            url, context, connect_seconds=_SLOW, read_seconds=seconds, now=self.counter.clock
        )
        with_papers = self.papers.doors()
        try:
            yield dataclasses.replace(with_papers, gateway=Gateway(line, self.counter.device))
        finally:
            line.close()

    def _good(self, wait_for: Callable[[], bool] = lambda: True) -> int:
        """Do rounds over a good line until nothing is left to do; return how many it took."""
        for done in range(1, _GOOD_ROUNDS + 1):
            with self._doors(self.sandbox.url, _SLOW) as doors:
                self._let_go()
                report = run_round(doors, lane=_steady())
            counts = self.counter.counts()
            if report.problem is None and not counts.to_send and wait_for():
                return done
        return _GOOD_ROUNDS

    def _let_go(self) -> None:
        """Let what waits for its next try go now, as an officer's "Thử gửi ngay" does."""
        send_again(cast("Workplace", SimpleNamespace(store=self.counter.store)))

    # --- what must be true -----------------------------------------------------------------------

    def _believed_too_much(self) -> Iterator[str]:
        """Nothing counts as accepted here that the server doesn't hold."""
        at_server = set(held(self.sandbox, self.counter))
        outcomes = self.counter.outcomes()
        waiting = {uid for uid, each in outcomes.items() if each.state is not State.ACCEPTED}
        if false := set(own_uids(self.counter)) - waiting - at_server:
            yield f"believed too much: {len(false)}"

    def _wrong(self, wait_for: Callable[[], bool]) -> Iterator[str]:
        counts = self.counter.counts()
        if counts.to_send or counts.in_need:
            yield f"stuck: {counts}"
        if not wait_for():
            yield "never arrived"
        if held(self.sandbox, self.counter) != own_uids(self.counter):
            yield "not exactly once at the server"
        if self._codes_twice():
            yield "a code twice at the server"
        for uid, files in self._files.items():
            if self._kept(uid) != files:
                yield f"files: {len(self._kept(uid))} of {len(files)}"
        report = self.counter.store.verify()
        if not report.is_whole:
            yield f"verify: {report}"

    def _codes_twice(self) -> bool:
        query = select(t.dossier.c.code).where(t.dossier.c.code.is_not(None))
        query = query.group_by(t.dossier.c.code).having(func.count() > 1)
        with self.sandbox.province.reading() as tx:
            return bool(tx.execute(query).all())

    def _kept(self, uid: str) -> list[bytes]:
        clerk = self.sandbox.clerk
        return [clerk.file(uid, each["sha256"]) for each in clerk.files(uid)]


def _steady() -> FileLane:
    return lane(piece=_PIECE)


def _code(report: RoundReport) -> str:
    """Return the code of what went wrong in a round, "" for nothing."""
    error = report.problem or report.files.error or report.files.trouble
    return error.code if error is not None else ""


def tried(folder: Path, cells: Iterable[tuple[str, str]]) -> Iterator[Cell]:
    """Try these cells one after the other on one server and one counter."""
    with ExitStack() as stack:
        bench = Bench(folder, stack)
        for fault, act in cells:
            yield bench.tried(fault, act)
