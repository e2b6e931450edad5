"""A real reference server on a free loopback port, and a signed counter to speak with it.

    with RunningSandbox(tmp_path) as sandbox:
        code = sandbox.enrol_code(counter="1")
        counter = SignedCounter(sandbox.url).enrol(code)
        counter.send([counter.received()])

The server runs in a thread of this process, so that tests can reach its `province` and set its
clock (`sandbox.clock.at(…)`); `tests/sandbox/child.py` runs one that can be killed.
"""

from __future__ import annotations

import functools
import tempfile
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

import uvicorn

from counter_app.domain.centre import Centre
from counter_app.sandbox.clerk import Clerk
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.serve import configuration, listen, url_of
from counter_app.sandbox.settings import SandboxSettings, vietnam_now

RESOURCES = Path(__file__).parents[2] / "resources"
ADMIN_PASSWORD = "chỉ-để-thử-nghiệm"


@dataclass
class TestClock:
    """The server's time: real, shifted by as much as a test says."""

    __test__ = False

    shift: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return vietnam_now() + self.shift

    def at(self, moment: datetime) -> None:
        """Make it `moment` now; time goes on from there."""
        self.shift = moment - vietnam_now()


@functools.cache
def _set_up(practice: bool) -> bytes:
    """Return the database of a province of the sample centre, set up once for many servers."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "sandbox.db"
        Province(
            SandboxSettings(
                database_url=f"sqlite:///{file}",
                resources=RESOURCES,
                practice=practice,
                admin_password=ADMIN_PASSWORD,
            )
        ).close()
        return file.read_bytes()


class RunningSandbox:
    """The server on a fresh database `folder/sandbox.db`; stopped and closed at the end.

    Of the sample centre, all servers of one test run have the same keys and lists.

    The centre is the sample of `resources/` (H26.15) unless one is given. Use `url`, `province`,
    `clerk` (over HTTP), `clock` and `enrol_code()`. Leaving and entering again restarts it on the
    same database, on another port unless `port` was given.
    """

    def __init__(
        self,
        folder: Path,
        *,
        centre: Centre | None = None,
        practice: bool = False,
        resources: Path = RESOURCES,
        number_width: int = 4,
        port: int = 0,
    ) -> None:
        self.clock = TestClock()
        self._file = folder / "sandbox.db"
        self.settings = SandboxSettings(
            database_url=f"sqlite:///{folder / 'sandbox.db'}",
            resources=resources,
            centre=centre,
            practice=practice,
            admin_password=ADMIN_PASSWORD,
            number_width=number_width,
            port=port,
            updates=folder / "updates",
            clock=self.clock,
        )

    def __enter__(self) -> RunningSandbox:
        settings = self.settings
        if settings.resources == RESOURCES and settings.centre is None:
            if not self._file.exists():
                self._file.write_bytes(_set_up(settings.practice))
            settings = replace(settings, admin_password="")  # it is set, and costs a tenth
        self.province = Province(settings)
        self._listener = listen(self.settings)
        self.url = url_of(self._listener)
        config = configuration(self.settings, self.province)
        self.app = config.app
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._listener]}, daemon=True
        )
        self._thread.start()
        until = time.monotonic() + 60
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise RuntimeError("the sandbox didn't start")
            time.sleep(0.01)
        self.clerk = Clerk(self.url, ADMIN_PASSWORD)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(20)
        self._listener.close()
        self.province.close()

    def enrol_code(self, counter: str = "1", *, renews: str | None = None) -> str:
        """Return a new one-time code."""
        return self.province.enrol_code(counter, renews=renews)
