"""Packages from the province's server, by ranges over a line that is cut again and again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from counter_app.domain.errors.wire import WireError
from counter_app.domain.updates.fitting import Shift
from counter_app.domain.updates.manifest import PackageKind
from counter_app.services.updates.applying import apply
from counter_app.services.updates.fetching import fetch
from counter_app.services.updates.taking import waiting
from counter_app.vault.update_keys import SigningKey
from tests.sandbox.running import RunningSandbox
from tests.services.updates.packing import calendar, package, updates_of
from tests.sync.counter import Counter
from tests.sync.proxy import CUT, HALF, LOSE, through


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    folder = tmp_path_factory.mktemp("province")
    (folder / "updates").mkdir()
    body = calendar() + b" " * 900_000
    package(folder / "updates" / "calendar.capnhat", {"calendar": body})
    package(folder / "updates" / "stranger.capnhat", key=SigningKey.create(), version="9")
    package(
        folder / "updates" / "windows.capnhat",
        {"setup.exe": b"x" * 900_000},
        kind=PackageKind.PROGRAM,
        platform="windows-x86_64",
    )
    (folder / "updates" / "readme.txt").write_text("not offered")
    with RunningSandbox(folder) as running:
        yield running


def test_over_a_bad_line(sandbox: RunningSandbox, tmp_path: Path) -> None:
    with through(sandbox.url) as proxy:
        counter = Counter(tmp_path / "1", proxy.url, sandbox.enrol_code("1"))
        try:
            updates = updates_of(counter.store)
            gateway = counter.gateways[0]
            proxy.only = "offset="
            proxy.faults = [HALF, LOSE, CUT, HALF]
            unfit: set[str] = set()
            tries = 0
            while not waiting(updates):
                tries += 1
                try:
                    fetch(updates, gateway, unfit)
                except WireError:
                    assert tries < 9
            assert tries == 5
            # Of what doesn't fit only the head came, and what came was never asked again.
            pieces = [each for each in proxy.requests if "offset=" in each]
            assert len(pieces) <= 4 + 4 + 1 + 2
            (ready,) = waiting(updates)
            assert not list(updates.shelf.incoming.iterdir())
            before = len(proxy.requests)
            assert fetch(updates, gateway, unfit) == ()
            assert len(proxy.requests) == before + 1
            assert apply(updates, ready.file, Shift()).past
        finally:
            counter.close()
