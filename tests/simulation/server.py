"""The reference server in this process: its whole web layer, its database, no socket, no thread."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from fastapi import FastAPI
from requests.structures import CaseInsensitiveDict
from sqlalchemy import Connection

from counter_app.contract.entries import BatchAnswer, EntryBatch
from counter_app.gateway.line import Answer
from counter_app.sandbox.app import create_app
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.settings import SandboxSettings
from counter_app.sandbox.web.crowding import one_of_few
from tests.simulation.world import ServerCrash, World

_OF_FORM = (400, 404, 405, 413, 415, 422)
"""What the program never asks for: the server finds fault with the request itself."""

RESOURCES = Path(__file__).parents[2] / "resources"


class Server:
    """One province on the database `folder/province.db`, which may be a copy of an older one."""

    def __init__(self, world: World, folder: Path) -> None:
        self._world = world
        self.folder = folder
        self.dies = ""
        self.takes_half = False
        self.held: list[tuple[str, str, dict[str, str], bytes]] = []
        self.last: dict[str, Answer] = {}
        self.troubles: list[str] = []
        self._open()

    def _open(self) -> None:
        settings = SandboxSettings(
            database_url=f"sqlite:///{self.folder / 'province.db'}",
            resources=RESOURCES,
            clock=self._world.now,
        )
        self.province = Province(settings)
        writing = self.province.database.writing

        @contextmanager
        def mortal() -> Iterator[Connection]:
            with writing() as tx:
                yield tx
                if self.dies == "before":
                    raise ServerCrash
            if self.dies == "after":
                raise ServerCrash

        take = self.province.take

        def take_some(device: str, epoch: int, batch: EntryBatch) -> BatchAnswer:
            some = batch.entries[1::2] if self.takes_half else ()
            return take(device, epoch, batch.model_copy(update={"entries": some or batch.entries}))

        self.province.database.writing = mortal  # type: ignore[method-assign]
        self.province.take = take_some  # type: ignore[method-assign]
        self._app = _web()
        self._app.state.province = self.province

    def close(self) -> None:
        self.province.close()

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        """Return the answer; what was held back on the way arrives first. Raises ServerCrash."""
        held, self.held = self.held, []
        if held and self._world.nature.random() < 0.5:
            self.held = held
        else:
            for each in held:
                self._once(*each)
        self.last[target] = found = self._once(method, target, headers, body)
        return found

    def _once(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        parts = urlsplit(target)
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(parts.path),
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "root_path": "",
            "headers": [(k.lower().encode(), v.encode("latin-1")) for k, v in headers.items()],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        sent: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        _finish(self._app(scope, receive, send))
        start = next(each for each in sent if each["type"] == "http.response.start")
        data = b"".join(each.get("body", b"") for each in sent[1:])
        found = {name.decode(): value.decode("latin-1") for name, value in start["headers"]}
        media = found.get("content-type", "").partition(";")[0].strip().lower()
        if start["status"] >= 500 or start["status"] in _OF_FORM:
            self.troubles.append(f"server: {method} {target} {start['status']} {data!r}")
        return Answer(start["status"], CaseInsensitiveDict(found), data, media, len(body))


@functools.cache
def _web() -> FastAPI:
    """Make the web layer, once in this process: it serves the province whose turn it is."""

    def now() -> datetime:
        province: Province = app.state.province
        return province.now()

    whose = SimpleNamespace(now=now)
    settings = SandboxSettings(database_url="sqlite://", resources=RESOURCES)  # not opened
    app = create_app(settings, cast("Province", whose))
    app.dependency_overrides[one_of_few] = lambda: None  # needs an event loop
    return app


def _finish(coroutine: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine that never waits."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise RuntimeError("the server waited for something")


def copy_database(source: Path, target: Path) -> None:
    """Copy a province that is closed."""
    shutil.copyfile(source / "province.db", target / "province.db")
