"""Random days of an office: the same seed is the same day, and nothing is lost on any."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from tests.simulation.__main__ import SHORT_RANDOM
from tests.simulation.suites import Trial, random_trials

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]
CHUNK = 25


@pytest.mark.parametrize("name", ["random:7", "call:HALF_TAKEN:entries:1"])
def test_the_same_seed_is_the_same_day(name: str) -> None:
    once, again = (Trial(name).do(told=True) for _ in range(2))
    assert once.lines == again.lines
    assert (once.trace, once.happened) == (again.trace, again.happened)


def test_another_seed_is_another_day() -> None:
    assert Trial("random:8").do().trace != Trial("random:7").do().trace


@pytest.mark.parametrize("first", range(0, SHORT_RANDOM // 2, CHUNK))
def test_random_days(first: int, record_property: Callable[[str, object], None]) -> None:
    simulate(first, record_property)


def simulate(first: int, record_property: Callable[[str, object], None]) -> None:
    """Do `CHUNK` days and tell the summary of the test command what they were."""
    began = time.process_time()
    results = [each.do() for each in random_trials(first, CHUNK)]
    steps = sum(each.steps for each in results)
    spent = round(time.process_time() - began, 1)
    record_property("simulated", {"seeds": CHUNK, "steps": steps, "CPU seconds": spent})
    assert {each.seed: each.faults for each in results if each.faults} == {}
