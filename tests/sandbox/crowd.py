"""A whole province comes back at once: `python -m tests.sandbox.crowd`.

So many counters, each with a queue of a long outage, reconnect in the same second. Each sends its
batches in order, one at a time, with the program's patience and waits: full jitter, and Retry-After
wins. The table says how long it took until all are in, what went wrong on the way, how
long answers took, and what the server needed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import requests

from counter_app.config import Settings
from counter_app.contract.entries import BATCH_ENTRIES
from counter_app.contract.numbers import BlockAnswer
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.retry import wait
from counter_app.sandbox.clerk import Clerk
from counter_app.sandbox.serve import run as serve
from counter_app.sandbox.settings import SandboxSettings
from tests.sandbox.counter import SignedCounter, new_uid, now
from tests.sandbox.running import ADMIN_PASSWORD, RESOURCES

STEPS_OF_ONE = 5
"""Entries of one dossier: its reception and what followed in the outage."""

PATIENCE = float(Settings().timeout_seconds)
"""Seconds for one answer: the program's own."""


@dataclass
class Reconnecting:
    """One counter with its packed batches; `seconds` are what its answers took."""

    counter: SignedCounter
    batches: list[bytes]
    seconds: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    ordered: float | None = None
    """Seconds that the server told to wait, in its last answer."""

    def send_all(self, chance: random.Random) -> None:
        """Send every batch, as often as it takes."""
        for data in self.batches:
            tries = 0
            while not self._is_in(data):
                tries += 1
                time.sleep(wait(tries, chance.random(), self.ordered))

    def tell(self) -> None:
        """Say that nothing is left (the sign of life)."""
        head = self.counter.head
        response = self.counter.call(
            "POST",
            "/v1/heartbeat",
            {
                "device": self.counter.device,
                "epoch": self.counter.epoch,
                "queue": 0,
                "head": {"n": head.n, "hash": head.hash},
                "program": "crowd 1",
                "sent_at": now().isoformat(),
            },
        )
        assert response.status_code == 200, response.text

    def _is_in(self, data: bytes) -> bool:
        target = "/v1/entries"
        counter = self.counter
        headers = {
            **counter.headers("POST", target, data),
            "Content-Type": "application/json",
            "Content-Encoding": "gzip",
        }
        began = time.monotonic()
        try:
            answer = counter.session.post(
                counter.url + target, data=data, headers=headers, timeout=PATIENCE
            )
        except requests.RequestException as error:
            self.failures[type(error).__name__] += 1
            self.ordered = None
            return False
        self.seconds.append(time.monotonic() - began)
        told = answer.headers.get("Retry-After")
        self.ordered = float(told) if told else None
        if answer.status_code != 200:
            self.failures[f"{answer.status_code} {answer.json().get('type', '?')}"] += 1
            return False
        self.statuses.update(each["status"] for each in answer.json()["results"])
        return True


@dataclass(frozen=True)
class Figures:
    """What a reconnection took. Times in seconds; `peak_bytes` 0 where the system doesn't tell."""

    devices: int
    entries: int
    prepared: float
    until_all_in: float
    answers: list[float]
    failures: Counter[str]
    statuses: Counter[str]
    peak_bytes: int = 0

    def percentile(self, part: float) -> float:
        """Return the answer time that so large a part of the answers kept within."""
        return self.answers[min(len(self.answers) - 1, int(part * len(self.answers)))]

    def table(self) -> str:
        """Return the lines to print."""
        size = self.devices * self.entries
        failed = ", ".join(f"{kind}: {n}" for kind, n in sorted(self.failures.items()))
        rows = (
            ("devices × entries", f"{self.devices} × {self.entries} = {size}"),
            ("queues prepared in", f"{self.prepared:.1f} s"),
            ("until all are in", f"{self.until_all_in:.1f} s"),
            ("entries a second", f"{size / self.until_all_in:.0f}"),
            ("answers", str(len(self.answers))),
            ("answer p50", f"{self.percentile(0.5):.2f} s"),
            ("answer p99", f"{self.percentile(0.99):.2f} s"),
            ("answer longest", f"{self.answers[-1]:.2f} s"),
            ("failed tries", failed or "none"),
            ("results", ", ".join(f"{k}: {n}" for k, n in sorted(self.statuses.items()))),
            (
                "server's peak memory",
                f"{self.peak_bytes / 2**20:.0f} MiB" if self.peak_bytes else "–",
            ),
        )
        return "\n".join(f"{name:<22} {value}" for name, value in rows)


def reconnect(
    url: str,
    codes: list[str],
    entries: int,
    *,
    say: Callable[[str], None] = lambda _: None,
    peak: Callable[[], int] = lambda: 0,
) -> Figures:
    """Enrol a counter for each of `codes`, fill its queue, let all of them send at once."""
    began = time.monotonic()
    crowd = []
    for number, code in enumerate(codes, 1):
        crowd.append(_with_queue(SignedCounter(url).enrol(code), entries))
        if number % 20 == 0:
            say(f"{number} of {len(codes)} queues are ready")
    prepared = time.monotonic() - began
    gate = threading.Barrier(len(crowd) + 1)
    threads = [
        threading.Thread(target=_at_once, args=(each, gate, seed), daemon=True)
        for seed, each in enumerate(crowd)
    ]
    for thread in threads:
        thread.start()
    gate.wait()
    started = time.monotonic()
    for number, thread in enumerate(threads, 1):
        thread.join()
        if number % 20 == 0:
            told = f"{number} of {len(threads)} counters are empty, {_since(started)}"
            say(f"{told}; longest answer {max(max(each.seconds) for each in crowd):.1f} s")
    took = time.monotonic() - started
    for each in crowd:
        each.tell()
        each.counter.session.close()
    return Figures(
        devices=len(crowd),
        entries=entries,
        prepared=prepared,
        until_all_in=took,
        answers=sorted(seconds for each in crowd for seconds in each.seconds),
        failures=sum((each.failures for each in crowd), Counter()),
        statuses=sum((each.statuses for each in crowd), Counter()),
        peak_bytes=peak(),
    )


def _at_once(each: Reconnecting, gate: threading.Barrier, seed: int) -> None:
    gate.wait()
    each.send_all(random.Random(seed))


def _with_queue(counter: SignedCounter, entries: int) -> Reconnecting:
    today = now().date().isoformat()
    size = -(-entries // STEPS_OF_ONE)
    wish = {"agency": counter.centre, "day": today, "lane": "near", "size": size}
    request = {
        "device": counter.device,
        "epoch": counter.epoch,
        "request_id": new_uid(),
        "wishes": [wish],
    }
    granted = counter.call("POST", "/v1/number-blocks", request)
    answer = BlockAnswer.model_validate(granted.json())
    counter.blocks = [each.model_dump(mode="json") for each in answer.blocks]
    queue = []
    for place in range(entries):
        if place % STEPS_OF_ONE == 0:
            queue.append(counter.received())
        else:
            told = Told(ContactWay.PHONE, "Đã báo công dân trong lúc mất mạng")
            queue.append(counter.entry(told, dossier=queue[place - place % STEPS_OF_ONE].dossier))
    parts = [queue[at : at + BATCH_ENTRIES] for at in range(0, entries, BATCH_ENTRIES)]
    packed = [gzip.compress(json.dumps(counter.batch(part)).encode()) for part in parts]
    return Reconnecting(counter, packed)


def _since(started: float) -> str:
    return f"{time.monotonic() - started:.0f} s"


def settings(folder: Path) -> SandboxSettings:
    """Return the crowd's server: five digits, because 200 counters need more than 9,999 a day."""
    return SandboxSettings(
        database_url=f"sqlite:///{folder / 'sandbox.db'}",
        resources=RESOURCES,
        admin_password=ADMIN_PASSWORD,
        ready_file=folder / "ready",
        number_width=5,
    )


def _peak_of(process: int) -> int:
    """Return the peak resident memory of a process in bytes, 0 where /proc doesn't tell."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    found = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(found[0]) * 1024 if found else 0


def main() -> int:
    """Run a server in a process of its own and the crowd against it; print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--devices", type=int, default=200)
    parser.add_argument("--entries", type=int, default=500)
    parser.add_argument("--serve", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        serve(settings(asked.serve))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.sandbox.crowd", "--serve", name],
            stdout=subprocess.DEVNULL,
        )
        try:
            url = _ready(folder / "ready", child)
            clerk = Clerk(url, ADMIN_PASSWORD, timeout=PATIENCE)
            codes = [clerk.enrol_code(str(number + 1)) for number in range(asked.devices)]
            figures = reconnect(
                url,
                codes,
                asked.entries,
                say=lambda line: print(line, flush=True),
                peak=lambda: _peak_of(child.pid),
            )
            kept = sum(clerk.summary()["entries"].values())
        finally:
            child.terminate()
            child.wait(30)
    print(figures.table())
    print(f"{'entries on the server':<22} {kept}")
    return 0 if kept == figures.statuses["accepted"] == asked.devices * asked.entries else 1


def _ready(file: Path, child: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + 60
    while not file.exists():
        if child.poll() is not None or time.monotonic() > until:
            raise RuntimeError("the sandbox didn't start")
        time.sleep(0.05)
    return file.read_text().strip()


if __name__ == "__main__":
    sys.exit(main())
