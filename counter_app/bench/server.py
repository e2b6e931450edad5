"""The practice server in a process of its own, and a slow line to it."""

from __future__ import annotations

import contextlib
import os
import queue
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_LOOPBACK = "127.0.0.1"
_PATIENCE = 120.0
_CHUNK = 65_536
_PIECES = 1_000
_BACK = 10
"""How far a server steps back behind the counter (`nice`): in life it is another machine's work."""


class ServerProcess:
    """The reference server on loopback, with data of its own under `folder`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._data = folder / "province"
        self._environment = {**os.environ, "COUNTER_SANDBOX_PASSWORD": secrets.token_urlsafe(18)}
        self._log = (folder / "server.log").open("ab")
        ready = folder / "ready"
        self._process = subprocess.Popen(  # noqa: S603 (our own program)
            [*self._command(), "--port", "0", "--ready-file", str(ready)],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            env=self._environment,
        )
        _step_back(self._process.pid)
        self.url = self._wait_for(ready)

    def __enter__(self) -> ServerProcess:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait(_PATIENCE)
        self._log.close()

    def one_time_code(self, counter: str) -> str:
        """Return a code that enrols a machine as this counter."""
        done = subprocess.run(  # noqa: S603 (our own program)
            [*self._command(), "--one-time-code", counter],
            env=self._environment,
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        )
        return done.stdout.decode().split()[-1]

    def _command(self) -> list[str]:
        return [sys.executable, "-m", "counter_app", "sandbox", "--data", str(self._data)]

    def _wait_for(self, ready: Path) -> str:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            if ready.exists():
                return ready.read_text(encoding="ascii").strip()
            time.sleep(0.02)
        raise RuntimeError("the server didn't start")


class SlowLine:
    """A relay before a server: every byte arrives `one_way` seconds later, in both directions."""

    def __init__(self, url: str, one_way: float) -> None:
        self._port = urlsplit(url).port or 80
        self._one_way = one_way
        self._listener = socket.create_server((_LOOPBACK, 0))
        self.url = f"http://{_LOOPBACK}:{self._listener.getsockname()[1]}"
        self._sockets: list[socket.socket] = [self._listener]
        self._run(self._accept)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        for each in self._sockets:
            # shutdown wakes a thread that waits; closing alone doesn't.
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _lets_in(self) -> bool:
        return True

    def _run(self, act: Callable[..., None], *arguments: object) -> None:
        def stepped_back() -> None:
            _step_back(threading.get_native_id())
            act(*arguments)

        threading.Thread(target=stepped_back, name="slow line", daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
                far = socket.create_connection((_LOOPBACK, self._port))
            except OSError:
                return
            if not self._lets_in():
                near.close()
                far.close()
                continue
            for each in (near, far):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._sockets += [near, far]
            for here, there in ((near, far), (far, near)):
                under_way: queue.Queue[tuple[float, bytes]] = queue.Queue(_PIECES)
                self._run(self._take, here, under_way)
                self._run(self._give, there, under_way)

    def _take(self, here: socket.socket, under_way: queue.Queue[tuple[float, bytes]]) -> None:
        data = b"-"
        while data:
            try:
                data = here.recv(_CHUNK)
            except OSError:
                data = b""
            under_way.put((time.monotonic() + self._one_way, data))

    def _give(self, there: socket.socket, under_way: queue.Queue[tuple[float, bytes]]) -> None:
        while True:
            due, data = under_way.get()
            time.sleep(max(0.0, due - time.monotonic()))
            with contextlib.suppress(OSError):
                if not data:
                    there.shutdown(socket.SHUT_RDWR)
                    return
                there.sendall(data)


class CutLine(SlowLine):
    """A line that is cut and mended; it begins cut."""

    def __init__(self, url: str) -> None:
        self._whole = False
        super().__init__(url, 0.0)

    def cut(self) -> None:
        """Let nobody through, and end what is under way."""
        self._whole = False
        listener, *ways = self._sockets
        self._sockets = [listener]
        for each in ways:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def mend(self) -> None:
        """Let everybody through from now on."""
        self._whole = True

    def _lets_in(self) -> bool:
        return self._whole


def _step_back(number: int) -> None:
    """Let a process (on Linux also a thread) take only what the counter leaves of a processor."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, number, _BACK)
