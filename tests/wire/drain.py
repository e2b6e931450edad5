"""How long a queue takes to empty over a good, a far and a poor line."""

from __future__ import annotations

import os
import platform
import queue
import random
import socket
import tempfile
import time
from contextlib import AbstractContextManager
from pathlib import Path

from counter_app.bench.counter import at_work
from counter_app.bench.rows.wire import take_numbers, work
from counter_app.bench.server import ServerProcess, SlowLine
from counter_app.cli.bench import EnrolledHome, enrolled
from counter_app.sync.doors import Doors
from counter_app.sync.push import push

_PIECE = 4_096
_PATIENCE = 3_600.0  # seconds


class PoorLine(SlowLine):
    """A far line of few bytes a second, on which some writes wait for a second.

    `rate`: bytes a second, each way; `stalls`: the odds that a piece of up to 4 KB is held.
    """

    def __init__(self, url: str, one_way: float, rate: float, stalls: float) -> None:
        self._rate, self._stalls = rate, stalls
        self._chance = random.Random(11)
        super().__init__(url, one_way)

    def _take(self, here: socket.socket, under_way: queue.Queue[tuple[float, bytes]]) -> None:
        data, free = b"-", 0.0
        while data:
            try:
                data = here.recv(_PIECE)
            except OSError:
                data = b""
            free = max(free, time.monotonic()) + len(data) / self._rate
            if data and self._chance.random() < self._stalls:
                free += 1.0
            under_way.put((free + self._one_way, data))


def drain(entries: int) -> int:
    """Empty a queue of about `entries` over three lines, and print the table."""
    print(f"{time.strftime('%d/%m/%Y')}, {os.cpu_count()} × {platform.machine()}, ", end="")
    print(f"Python {platform.python_version()}; load {os.getloadavg()[0]:.1f} at the start")
    print(f"{'line':<52}{'entries':>9}{'seconds':>9}{'per 10,000':>12}{'KB/entry':>10}{'tries':>7}")
    with tempfile.TemporaryDirectory() as name, ServerProcess(Path(name) / "server") as server:
        home = Path(name) / "home"
        with enrolled(home, server.url, server.one_time_code("1")) as counter:
            take_numbers(counter.doors(server.url), entries)
            far = SlowLine(server.url, 0.040)
            poor = PoorLine(server.url, 0.150, 32_000.0, 0.02)
            _row("loopback", counter, entries, server.url)
            _row("80 ms round trip", counter, entries, far.url, far)
            name_of_poor = "300 ms, 256 kbit/s, 2 % of writes stalled 1 s"
            _row(name_of_poor, counter, entries, poor.url, poor)
    return 0


def _row(
    name: str,
    counter: EnrolledHome,
    entries: int,
    url: str,
    line: AbstractContextManager[SlowLine] | None = None,
) -> None:
    work(at_work(counter.workplace), entries, lambda: None)
    doors = counter.doors(url)
    try:
        answered, sent, tries, seconds = _emptied(doors)
    finally:
        doors.gateway.close()
        if line is not None:
            line.__exit__(None, None, None)
    scaled = seconds / answered * 10_000
    print(
        f"{name:<52}{answered:>9}{seconds:>9.1f}{scaled:>12.1f}"
        f"{sent / answered / 1000:>10.2f}{tries:>7}",
        flush=True,
    )


def _emptied(doors: Doors) -> tuple[int, int, int, float]:
    """Send until nothing waits; return entries, bytes, how often it was begun anew, seconds."""
    answered = sent = tries = 0
    began = time.monotonic()
    while time.monotonic() - began < _PATIENCE:
        report = push(doors)
        answered += report.answered
        sent += report.sent
        tries += report.error is not None
        with doors.store.reading() as tx:
            counts = tx.deliveries.counts()
        if not counts.to_send and not counts.in_need:
            return answered, sent, tries, time.monotonic() - began
        if not report.batches:
            time.sleep(0.2)  # what was cut off waits for its next try
    raise RuntimeError(f"the queue isn't empty: {counts}")
