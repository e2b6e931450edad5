"""An office: several counters and one server, made once and copied for each run."""

from __future__ import annotations

import atexit
import functools
import gc
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from counter_app.app.home import open_home
from counter_app.sandbox.province import devices
from counter_app.sandbox.records import secrets as keys
from counter_app.services.counter import enrolment
from counter_app.vault.device_key import DeviceKey
from tests.simulation.counter import Counter
from tests.simulation.model import Model
from tests.simulation.patches import installed
from tests.simulation.server import Server
from tests.simulation.world import World

COUNTERS = ("A", "B", "C")
_SHARED = Path("/dev/shm")
_PREFIX = "simulation-"


def scratch() -> Path:
    """Return a new folder, in memory where the system has such a place."""
    return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=_place()))


def _place() -> Path:
    return _SHARED if _SHARED.is_dir() else Path(tempfile.gettempdir())


def sweep() -> int:
    """Remove what killed runs left behind; return how many folders."""
    left = [each for each in _place().glob(f"{_PREFIX}*-*") if _is_orphan(each)]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_orphan(folder: Path) -> bool:
    maker = folder.name.removeprefix(_PREFIX).partition("-")[0]
    if not maker.isdigit() or os.name != "posix":  # elsewhere the signal 0 would be a real one
        return False
    try:
        os.kill(int(maker), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # somebody else's, and alive
        return False
    return False


def machine_of(name: str) -> str:
    return f"{ord(name[0]):02x}" * 32


@functools.cache
def template() -> Path:
    """Make a province with enrolled counters, always the same; return its folder."""
    sweep()
    folder = scratch()
    maker = os.getpid()

    def clear() -> None:
        if os.getpid() == maker:  # not where a worker was forked from it
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(clear)
    world = World("template")
    chance = random.Random("template keys")

    def key() -> DeviceKey:
        return DeviceKey(chance.randbytes(32))

    made = SimpleNamespace(create=key, from_sealed=DeviceKey.from_sealed)
    choice = SimpleNamespace(choice=chance.choice)
    with (
        installed(world, is_first=True),
        mock.patch.object(keys, "secrets", SimpleNamespace(token_bytes=chance.randbytes)),
        mock.patch.object(devices, "secrets", choice),
        mock.patch.object(enrolment, "DeviceKey", made),
    ):
        server = Server(world, folder)
        model = Model()
        for name in COUNTERS:
            counter = Counter(world, server, model, name, folder / name, machine_of(name))
            world.active = counter
            with open_home(counter.folder, plain_store=True, create=True) as home:
                enrolment.enrol(
                    home.store,
                    home.gateway("http://127.0.0.1:1"),
                    server.province.enrol_code(str(ord(name) - 64)),
                    store_key=home.key,
                    machine=home.machine.fingerprint,
                    server_url="http://127.0.0.1:1",
                    new_id=world.new_id,
                )
            counter.turn()
            counter.close()
            assert counter.is_open()  # takes the province's lists into use
            counter.close()
            world.active = None
        server.close()
    gc.collect()
    gc.freeze()  # the modules and the books stay: looking through them again costs an eighth
    return folder


class Office:
    """One run's counters and server."""

    def __init__(self, world: World, folder: Path, names: tuple[str, ...]) -> None:
        self.world, self.folder = world, folder
        self.model = Model()
        self.marks = 0
        self.copied: set[str] = set()
        self.server = Server(world, folder)
        self.counters = [
            Counter(world, self.server, self.model, name, folder / name, machine_of(name))
            for name in names
        ]

    def forgets(self, counter: Counter, acts: int) -> None:
        """A home came back that lacks everything after so many acts of the office."""
        self.model.copied_back(counter.name, acts)
        self.world.say("comes back", counter.name)

    def twin(self, counter: Counter, saved: Path, machine: str) -> Counter:
        """Return a counter that runs a copy of another one's home."""
        folder = self.folder / f"{counter.name}2"
        shutil.copytree(saved, folder)
        args = (self.world, self.server, self.model, f"{counter.name}2", folder, machine)
        twin = Counter(*args)
        twin.is_copied = True
        return twin

    def close(self) -> None:
        for counter in self.counters:
            counter.close()
        self.server.close()


@contextmanager
def office(world: World, names: tuple[str, ...] = COUNTERS) -> Iterator[Office]:
    """Give an office of its own to one run."""
    made = template()
    folder = scratch()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        shutil.copyfile(made / "province.db", folder / "province.db")
        for name in names:
            shutil.copytree(made / name, folder / name)
        stack.enter_context(installed(world))
        place = Office(world, folder, names)
        stack.callback(place.close)
        yield place
