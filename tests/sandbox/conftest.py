"""One server for each test, and counters enrolled with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path) as running:
        yield running


@pytest.fixture
def enrolled(sandbox: RunningSandbox) -> Iterator[Callable[..., SignedCounter]]:
    made: list[SignedCounter] = []

    def make(number: str = "1") -> SignedCounter:
        made.append(SignedCounter(sandbox.url).enrol(sandbox.enrol_code(number)))
        return made[-1]

    yield make
    for each in made:
        each.session.close()


@pytest.fixture
def counter(enrolled: Callable[..., SignedCounter]) -> SignedCounter:
    return enrolled()
