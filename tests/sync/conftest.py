"""A reference server for each file of tests; fresh counters for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import Proxy, through


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


@pytest.fixture
def proxy(sandbox: RunningSandbox) -> Iterator[Proxy]:
    with through(sandbox.url) as made:
        yield made


MakeCounter = Callable[[str], Counter]


@pytest.fixture
def make_counter(sandbox: RunningSandbox, tmp_path: Path) -> Iterator[MakeCounter]:
    made: list[Counter] = []

    def make(url: str) -> Counter:
        number = str(len(made) + 1)
        made.append(Counter(tmp_path / number, url, sandbox.enrol_code(number)))
        return made[-1]

    yield make
    for counter in made:
        counter.close()


@pytest.fixture
def counter(make_counter: MakeCounter, sandbox: RunningSandbox) -> Counter:
    return make_counter(sandbox.url)
