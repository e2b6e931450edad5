"""The seams: where the program meets time, chance, disk and wire, the world takes their place.

Everything else is the program itself: its homes, its loop, its gateway, its SQLite files; and the
reference server with its whole web layer, without a socket and without a thread.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import fastapi.dependencies.utils
import fastapi.routing
import starlette.concurrency
from sqlalchemy import Connection, Engine, create_engine

from counter_app.app import home
from counter_app.app.dating import machine_clock
from counter_app.config import Folders
from counter_app.domain.form_sets import FormSet
from counter_app.durable import write_atomically
from counter_app.sandbox.province import lists, uids
from counter_app.sandbox.records import database
from counter_app.sandbox.web import device_routes
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.store import engine as engines
from counter_app.store import mark as marks
from counter_app.store import mark_file
from counter_app.store import store as stores
from counter_app.store.copies import witness as witnesses
from counter_app.store.mark import Mark
from counter_app.sync import push
from counter_app.vault.machine import Machine, MarkSource
from tests.simulation.line import SimulatedLine
from tests.simulation.world import World

Active = Callable[[str], bytes | None]


@contextmanager
def installed(world: World, *, is_first: bool = False) -> Iterator[None]:
    """Let `world` stand in for time, chance, disk and wire of this process.

    `is_first`: the province is made here, and publishes its lists.
    """
    with ExitStack() as stack:
        heart = () if is_first else _published()
        patches = (*_time_and_chance(world), *_disk(world), *_wire(world), *_known_by_heart())
        for patch in (*patches, *heart):
            stack.enter_context(patch)
        yield


def _time_and_chance(world: World) -> Iterator[Any]:
    def now(zone: tzinfo | None = None) -> datetime:
        return world.counters_now().astimezone(zone)

    def identify(_: Path) -> Machine:
        fingerprint = world.active.machine if world.active else "00" * 32
        return Machine(fingerprint, MarkSource.SYSTEM, bytes(32))

    def steady() -> float:
        return world.now().timestamp()

    server_ids = random.Random(f"server {world.seed}")
    yield mock.patch.object(home, "datetime", SimpleNamespace(now=now))
    yield mock.patch.object(machine_clock, "datetime", SimpleNamespace(now=now))
    yield mock.patch.object(machine_clock, "machine_steady", steady)
    yield mock.patch.object(home, "random", SimpleNamespace(random=world.nature.random))
    yield mock.patch.object(home, "new_id", world.new_id)
    yield mock.patch.object(home, "identify", identify)
    time_ns = SimpleNamespace(time_ns=lambda: int(world.time.timestamp() * 1e9))
    yield mock.patch.object(uids, "time", time_ns)
    yield mock.patch.object(uids, "secrets", SimpleNamespace(token_bytes=server_ids.randbytes))


def _disk(world: World) -> Iterator[Any]:
    whole_transaction = stores.Store._transaction
    note = marks.note_commit
    testify = witnesses.Witness.sees

    @contextmanager
    def transaction(store: stores.Store) -> Iterator[Connection]:
        with whole_transaction(store) as connection:
            yield connection
            world.at("before commit")
        world.at("after commit")

    def slot(path: Path, value: Any) -> None:
        world.at("before mark")
        before = path.read_bytes() if path.exists() else None
        mark_file.write_slot(path, value)
        try:
            world.at("torn mark")
        except BaseException:
            if before is not None:
                path.write_bytes(_torn(before, path.read_bytes()))
            raise
        world.at("after mark")

    def file(path: Path, data: bytes) -> None:
        world.at("before file")
        write_atomically(path, data)
        world.at("after file")

    def noted(path: Path, mark: Mark) -> None:
        world.at("before note")
        note(path, mark)
        world.at("after note")

    def sees(witness: witnesses.Witness, seen: witnesses.Seen, *, flush: bool = False) -> None:
        world.at("before witness")
        testify(witness, seen, flush=flush)
        world.at("after witness")

    def machines_own(folders: Folders) -> Path:
        machine = world.active.machine if world.active else "00"
        return folders.home.parent / f"machine-{machine[:2]}" / "witness"

    yield mock.patch.object(Folders, "witness_folder", property(machines_own))
    yield mock.patch.object(witnesses.Witness, "sees", sees)
    yield mock.patch.object(stores.Store, "_transaction", transaction)
    yield mock.patch.object(marks, "write_slot", slot)
    yield mock.patch.object(mark_file, "write_atomically", file)
    yield mock.patch.object(marks, "note_commit", noted)


def _torn(before: bytes, after: bytes) -> bytes:
    """Return a file of which only the first half of what changed reached the disk."""
    if len(before) != len(after):
        return before  # a new file under its old name: the rename never happened
    changed = [at for at, pair in enumerate(zip(before, after, strict=True)) if len(set(pair)) > 1]
    middle = changed[len(changed) // 2] if changed else 0
    return after[:middle] + before[middle:]


def _wire(world: World) -> Iterator[Any]:
    async def at_once(work: Callable[..., Any], /, *args: Any, **more: Any) -> Any:
        return work(*args, **more)

    yield mock.patch.object(home, "Line", partial(SimulatedLine, world))
    yield mock.patch.object(push, "ThreadPoolExecutor", partial(_Clerk, world))
    for module in (
        fastapi.routing,
        fastapi.dependencies.utils,
        starlette.concurrency,
        device_routes,
    ):
        yield mock.patch.object(module, "run_in_threadpool", at_once)


class _Clerk:
    """Writes outcomes beside the wire: at once, or as late as the program lets it wait."""

    def __init__(self, world: World, *_: Any, **__: Any) -> None:
        self._world = world
        self._waiting: list[_Work] = []

    def submit(self, work: Callable[..., Any], *args: Any) -> Future[Any]:
        made = _Work(partial(work, *args))
        if self._world.nature.random() < 0.5:
            made.do()
        else:
            self._waiting.append(made)
        return made

    def shutdown(self) -> None:
        counter = self._world.active
        for work in self._waiting:
            if counter is None or not counter.is_dead:
                work.do()


class _Work(Future[Any]):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def do(self) -> None:
        if not self.done():
            try:
                self.set_result(self._work())
            except BaseException as error:  # noqa: BLE001 (a crash too goes home by `result`)
                self.set_exception(error)

    def result(self, timeout: float | None = None) -> Any:
        self.do()
        return super().result(timeout)


_BOOKS: dict[tuple[str, ...], Reference] = {}
_COMPILED: dict[str, tuple[Any, Any]] = {}


def _known_by_heart() -> Iterator[Any]:
    """Do once what gives the same each time a home is opened: thousands are, in one process."""

    def books(active: Active, names: Iterable[str] = (), own: Iterable[FormSet] = ()) -> Reference:
        names = tuple(names)  # no list changes within a simulated day
        key = tuple(sorted(names))
        if key not in _BOOKS:
            _BOOKS[key] = load_reference(active, names, own)
        return _BOOKS[key]

    def engine(url: str, **options: Any) -> Engine:
        made = create_engine(url, **options)
        kind = "server" if "connect_args" in options else "counter"
        dialect, cache = _COMPILED.setdefault(kind, (made.dialect, made._compiled_cache))
        made.dialect, made._compiled_cache = dialect, cache
        return made

    yield mock.patch.object(home, "load_reference", books)
    yield mock.patch.object(home, "_passes", return_value=True)
    yield mock.patch.object(engines, "create_engine", engine)
    yield mock.patch.object(database, "create_engine", engine)


def _published() -> Iterator[Any]:
    """A province that was copied has its lists already: nothing would change."""
    yield mock.patch.object(lists, "publish_folder", return_value=0)
