"""What fails every test: unexpected warnings in logs, sockets that leave this machine."""

from __future__ import annotations

import gc
import itertools
import logging
import os
import socket
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent

from counter_app import config
from tests.lateness import mark_again, pytest_runtest_call, wait_longer
from tests.statements import compile_once

__all__ = ["pytest_runtest_call"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Each module is compiled once, whatever this machine's habit: by the first worker that collects,
# not by all; and not by every one of the many processes that tests start.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No test is timed: machines are shared. A landing is judged by the same examples each time; new
# ones are looked for wherever somebody works.
settings.register_profile("work", deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("work"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "work")

wait_longer()
compile_once()

_tests = itertools.count(1)
_machines = itertools.count(1)
_WHOLE = 40


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take long, so that the workers end together."""
    mark_again(items)
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """Take Python's collector over, as the window does.

    It would else run in whichever thread allocates next, and destroy the dead widgets of an
    earlier test in a pool thread of a later one: Qt then aborts the process.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Collect in this thread: the young after each test, everything now and then.

    Only now has a test let go of what its fixtures gave it: found in use, it would grow old. And
    a widget to be deleted waits for an event loop, which few tests run: hundreds of dead pages
    would be dressed anew at each change of the look.
    """
    try:
        return (yield)
    finally:
        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect(2 if next(_tests) % _WHOLE == 0 else 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was simulated, by all workers together."""
    told = [
        dict(value)
        for kind in ("passed", "failed")
        for report in terminalreporter.getreports(kind)
        for name, value in report.user_properties
        if report.when == "call" and name == "simulated"
    ]
    if told:
        kinds = dict.fromkeys(kind for one in told for kind in one)
        total = {kind: sum(one.get(kind, 0) for one in told) for kind in kinds}
        said = ", ".join(f"{count:g} {each}" for each, count in total.items())
        terminalreporter.write_line(f"simulation: {said}")


_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class _Collected(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a log record of level WARNING, unless the test says `expects_warnings`."""
    collected = _Collected()
    root = logging.getLogger()
    root.addHandler(collected)
    yield
    root.removeHandler(collected)
    if request.node.get_closest_marker("expects_warnings") is None:
        shown = [f"{record.name}: {record.getMessage()}" for record in collected.records]
        assert not shown, f"unexpected log records: {shown}"


def _fresh_machine(patch: pytest.MonkeyPatch, folder: Path) -> None:
    own = folder / f"machine-{next(_machines)}"
    patch.setattr(config, "_machines_own", lambda: own)
    patch.setenv("XDG_STATE_HOME", str(own))  # for processes that a test starts


@pytest.fixture(scope="session", autouse=True)
def _machines_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what homes leave on their machine away from this one."""
    folder = tmp_path_factory.mktemp("machines")
    with pytest.MonkeyPatch.context() as patch:
        _fresh_machine(patch, folder)
        yield folder


@pytest.fixture(scope="module", autouse=True)
def _modules_machine(_machines_folder: Path) -> Iterator[None]:
    """Give what a module's tests share a machine that never saw a home of another module."""
    with pytest.MonkeyPatch.context() as patch:
        _fresh_machine(patch, _machines_folder)
        yield


@pytest.fixture(autouse=True)
def _own_machine(_machines_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test a machine that never saw a home: many begin with copies of one."""
    _fresh_machine(monkeypatch, _machines_folder)


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail on a connection or a look-up that leaves this machine."""
    connect = socket.socket.connect
    look_up = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not _is_loopback(str(address[0])):
            raise AssertionError(f"a test reached for {address[0]}")
        connect(self, address)

    def guarded_look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
        if not _is_loopback(name) and not name.endswith(".invalid"):
            raise AssertionError(f"a test looked {name} up")
        if name.endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return look_up(host, *arguments, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


def _is_loopback(host: str) -> bool:
    return host in _LOOPBACK or host.startswith("127.") or host in {"", "0.0.0.0"}
