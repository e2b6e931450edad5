"""One window for many bad moments: import `town`, `home`, `sitting` and `at` into a test module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.driver import Counter
from tests.journeys.town import CounterHome, Town

__all__ = ["at", "home", "sitting", "town"]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Return a province."""
    with Town(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture(scope="module")
def home(town: Town) -> CounterHome:
    """Return an enrolled counter."""
    return town.counter("1")


@pytest.fixture(scope="module")
def sitting(qapp: QApplication, home: CounterHome) -> Iterator[Counter]:
    """Return the window of `home`, with an officer logged in, and a scanner with a prefix."""
    with Counter(home.folder) as counter:
        counter.use_prefix()
        counter.log_in()
        yield counter


@pytest.fixture
def at(sitting: Counter) -> Iterator[Counter]:
    """Return the window with an empty reception; it is left as it was found."""
    yield sitting
    sitting.spool.repair()
    sitting.clear()
