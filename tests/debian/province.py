"""A practice province run by the installed program, and a counter of it whose queue is filled."""

from __future__ import annotations

import json
import re
import secrets
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from counter_app.sandbox.clerk import Clerk
from tests.debian.root import OFFICER, Root

PATIENCE = 60.0
PROGRAM = "/usr/bin/counter-app"
HOME = f"/home/{OFFICER}/.local/share/counter-app"
"""Where the installed program keeps a counter by itself: no command below says `--home`."""

PASSWORD = "mau-" + "1234"  # of people who don't exist
OFFICERS = ("CB-001",)


class Province:
    """The sandbox inside `root`, at one port through all its runs."""

    def __init__(self, root: Root, log: Path) -> None:
        self._root = root
        self._log = log
        self._secret = secrets.token_urlsafe(18)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}"

    @contextmanager
    def running(self) -> Iterator[Clerk]:
        """Give a clerk of the province while it answers."""
        words = (PROGRAM, "sandbox", "--data", "tinh-mau", "--port", str(self._port))
        more = {"COUNTER_SANDBOX_PASSWORD": self._secret}
        process = self._root.start(words, self._log, more)
        try:
            self._wait(process)
            yield Clerk(self.url, self._secret)
        finally:
            process.terminate()
            process.wait(PATIENCE)

    def _wait(self, process: subprocess.Popen[str]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.1)
        raise AssertionError(f"the province doesn't answer: {self._log}")


class CounterAtWork:
    """The counter's process of the demonstration, at the installed counter's own home."""

    def __init__(self, root: Root, url: str, log: Path) -> None:
        words = (
            PROGRAM,
            "-m",
            "counter_app.cli.demo_counter",
            HOME,
            f"/home/{OFFICER}/papers",
            url,
        )
        more = {"PYTHONUNBUFFERED": "1"}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        root.run("mkdir", "-p", f"/home/{OFFICER}/papers")
        self._process = root.start(words, log, more, **pipes)
        self._read()

    def does(self, what: str, **facts: Any) -> list[dict[str, Any]]:
        """Have it do something; return the events until it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **facts}) + "\n")
        self._process.stdin.flush()
        events: list[dict[str, Any]] = []
        while not (event := self._read()).get("done"):
            events.append(event)
        return events

    def end(self) -> None:
        """Let it end by itself."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(PATIENCE) == 0

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the counter fell silent"
        return dict(json.loads(line))


def waiting(root: Root) -> tuple[int, int]:
    """Return how many entries the counter has, and how many wait to be sent; by `doctor`."""
    said = root.run(PROGRAM, "--plain-store", "doctor").stdout
    found = re.search(r"(\d+) bút toán, (\d+) chờ gửi", said)
    assert found, said
    return int(found[1]), int(found[2])
