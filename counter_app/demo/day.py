"""The day: morning with a line, a cut, a kill -9, the line back, decisions, results, the count."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from counter_app.demo.child import CounterProcess, ServerProcess
from counter_app.demo.line import Line
from counter_app.demo.province import ClerkDoor
from counter_app.domain.dates import VIETNAM, vietnam_time

MORNING = 14
AFTERNOON = 12
MOST_OFFLINE = 60
PROVISIONAL = 2
KILLED_AFTER = 5

LONGEST = 60.0
"""Seconds that the day may take."""

LOG = "log.txt"
"""Where both processes write what isn't an answer, in the day's folder."""

Progress = Callable[[int, int], None]


def wait_for_day(now: datetime) -> float:
    """Return how many seconds to wait so that the whole demonstration lies in one day.

    Numbers, provisional codes and the digest belong to a day; a real counter is closed at midnight.
    """
    local = vietnam_time(now)
    midnight = datetime.combine(local.date() + timedelta(days=1), datetime.min.time(), VIETNAM)
    left = (midnight - local).total_seconds()
    return left + 1 if left < LONGEST else 0.0


@dataclass(slots=True)
class Tally:
    """What happened in the day, counted from the events as they came."""

    codes: dict[int, str] = field(default_factory=dict)
    papers: list[str] = field(default_factory=list)
    provisional: int = 0
    numbered: int = 0
    offline: int = 0
    returned: int = 0
    slips: int = 0
    voided: int = 0
    resumed: int = 0
    condition_after_kill: str = ""
    seconds: float = 0.0
    stand: dict[str, Any] = field(default_factory=dict)
    server: dict[str, Any] = field(default_factory=dict)

    def take(self, event: dict[str, Any]) -> None:
        """Count one event of the counter."""
        if "visit" in event:
            self.codes[event["visit"]] = event["code"]
            self.provisional += event["provisional"]
        if "paper" in event:
            self.papers.append(event["paper"])
            self.slips += event["form"] == "result_slip"
        self.numbered += "numbered" in event
        self.returned += "returned" in event


class Day:
    """One day under a temporary folder. `steps` are reported to `progress` as they are done."""

    _STEPS = 100

    def __init__(self, folder: Path, out: Path, door: ClerkDoor, progress: Progress) -> None:
        self._folder = folder
        self._out = out
        self._door = door
        self._progress = progress
        self._tally = Tally()
        self._done = 0

    def run(self) -> Tally:
        """Run the day and return what was counted."""
        time.sleep(wait_for_day(datetime.now(VIETNAM)))
        began = time.monotonic()
        password = secrets.token_urlsafe(18)
        log = self._folder / LOG
        server = ServerProcess(self._made("province"), log, password)
        line = Line(urlsplit(server.url).port or 0)
        try:
            clerk = self._door.clerk(server.url, password)
            self._enrol(clerk, line.url)
            self._work(clerk, line, log)
        finally:
            line.close()
            server.stop()
        self._tally.seconds = time.monotonic() - began
        self._progress(self._STEPS, self._STEPS)
        return self._tally

    def _enrol(self, clerk: Any, url: str) -> None:
        self._door.enrol(self._folder / "home", url, clerk.enrol_code("1"))

    def _work(self, clerk: Any, line: Line, log: Path) -> None:
        counter = self._open(log, line)
        self._all(counter.does("sync"))
        self._all(counter.does("receive", first=0, last=MORNING - 1))
        self._all(counter.does("sync"))
        line.cut()
        self._all(counter.does("sync"))
        counter = self._kill_in_the_middle(counter, log, line)
        before = len(self._tally.codes)
        first = max(self._tally.codes) + 1
        self._all(
            counter.does(
                "receive_until_provisional", first=first, most=MOST_OFFLINE, wanted=PROVISIONAL
            )
        )
        self._tally.offline = len(self._tally.codes) - MORNING
        assert len(self._tally.codes) > before
        line.mend()
        self._all(counter.does("sync"))
        self._all(counter.does("number"))
        first = max(self._tally.codes) + 1
        self._all(counter.does("receive", first=first, last=first + AFTERNOON - 1))
        self._all(counter.does("sync"))
        decided = self._door.decide(clerk, self._advance)
        self._all(counter.does("sync"))
        self._all(counter.does("give_back", codes=decided))
        self._all(counter.does("sync"))
        (self._tally.stand,) = counter.does("stand")
        self._tally.server = self._door.stand(clerk)
        counter.stop()

    def _kill_in_the_middle(self, counter: CounterProcess, log: Path, line: Line) -> CounterProcess:
        """Kill the counter while it receives, start it again, and let it finish what it began."""
        for event in counter.does("receive", first=MORNING, last=MORNING + 99):
            self._take(event)
            if event.get("begun") == MORNING + KILLED_AFTER:
                counter.kill()
                break
        counter = self._open(log, line)
        self._tally.condition_after_kill = counter.ready["condition"]
        self._tally.voided += counter.ready["void"]
        for event in counter.does("resume"):
            self._tally.resumed += 1
            self._take(event)
        return counter

    def _open(self, log: Path, line: Line) -> CounterProcess:
        return CounterProcess(self._folder / "home", self._made_out(), log, line.url)

    def _all(self, events: Iterator[dict[str, Any]]) -> None:
        for event in events:
            self._take(event)

    def _take(self, event: dict[str, Any]) -> None:
        self._tally.take(event)
        self._advance()

    def _advance(self) -> None:
        self._done = min(self._done + 1, self._STEPS - 1)
        self._progress(self._done, self._STEPS)

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _made_out(self) -> Path:
        self._out.mkdir(parents=True, exist_ok=True)
        return self._out
