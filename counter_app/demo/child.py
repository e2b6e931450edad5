"""Processes of the demonstration: started, spoken to line by line, killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PATIENCE = 30.0
_START_PATIENCE = 180.0
"""Seconds. An old PC under a virus scanner loads for a long time the first time."""


class BrokenProcessError(RuntimeError):
    """A process of the demonstration ended or fell silent when it shouldn't have."""


class CounterProcess:
    """The counter, in a process of its own. Commands go in, events come out."""

    def __init__(self, home: Path, out: Path, log: Path, server: str) -> None:
        self._log = log.open("ab")
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-m", "counter_app.cli.demo_counter", str(home), str(out), server],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self.ready = next(self._events())

    def does(self, what: str, **arguments: Any) -> Iterator[dict[str, Any]]:
        """Send a command, yield its events until it is done. Raises BrokenProcessError."""
        assert self._process.stdin is not None
        line = json.dumps({"do": what, **arguments}) + "\n"
        try:
            self._process.stdin.write(line.encode())
            self._process.stdin.flush()
        except OSError as error:
            raise BrokenProcessError("the counter doesn't listen any more") from error
        for event in self._events():
            if event.get("done"):
                return
            yield event

    def kill(self) -> None:
        """Kill it as a power cut would: no signal handler runs."""
        self._process.kill()
        self._end()

    def stop(self) -> None:
        """Let it end by itself: its input ends."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._end()

    def _end(self) -> None:
        self._process.wait(_PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None and not stream.closed:
                stream.close()
        self._log.close()

    def _events(self) -> Iterator[dict[str, Any]]:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            yield dict(json.loads(line))
        raise BrokenProcessError(f"the counter ended with {self._process.wait(_PATIENCE)}")


class ServerProcess:
    """The reference server, in a process of its own."""

    def __init__(self, folder: Path, log: Path, password: str) -> None:
        self._log = log.open("ab")
        ready = folder / "ready"
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-m", "counter_app", "sandbox", "--data", str(folder),
             "--port", "0", "--ready-file", str(ready)],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            env={**os.environ, "COUNTER_SANDBOX_PASSWORD": password},
        )  # fmt: skip
        try:
            self.url = self._wait_for(ready)
        except BrokenProcessError:
            self.stop()  # nobody else would: it would stay behind and hold our folder
            raise

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(_PATIENCE)
        self._log.close()

    def _wait_for(self, ready: Path) -> str:
        for _ in range(int(_START_PATIENCE * 50)):
            if ready.exists():
                return ready.read_text(encoding="ascii").strip()
            if self._process.poll() is not None:
                break
            time.sleep(0.02)
        raise BrokenProcessError("the server didn't start")
