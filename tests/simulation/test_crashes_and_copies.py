"""The other half of the random days; crashes under faults of the wire; homes copied back."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.simulation.__main__ import SHORT_COPY, SHORT_CRASH, SHORT_RANDOM, some_calls
from tests.simulation.office import scratch, sweep
from tests.simulation.suites import MET, Trial, crash_points, exhaustive_trials, restore_trials
from tests.simulation.test_random_days import CHUNK, simulate

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]
Property = Callable[[str, object], None]


def wrong(trials: list[Trial], what: str, record_property: Property) -> dict[str, list[str]]:
    began = time.process_time()
    results = [each.do() for each in trials]
    met = sum(each.happened.get(MET, 0) for each in results)
    spent = round(time.process_time() - began, 1)
    told = {"crashes that met a fault": met, what: len(results), "CPU seconds": spent}
    record_property("simulated", told)
    if what == "crashes":
        assert met == len(results)
    return {each.seed: each.faults for each in results if each.faults}


@pytest.mark.parametrize("first", range(SHORT_RANDOM // 2, SHORT_RANDOM, CHUNK))
def test_more_random_days(first: int, record_property: Property) -> None:
    simulate(first, record_property)


def test_crashes_under_faults(record_property: Property) -> None:
    points = crash_points()
    assert points > 100
    every = list(exhaustive_trials(points, 1))
    assert wrong(every[:: len(every) // SHORT_CRASH], "crashes", record_property) == {}


def test_copies_of_a_home(record_property: Property) -> None:
    assert wrong(list(restore_trials(0, SHORT_COPY)), "copied homes", record_property) == {}


def test_faults_at_calls(record_property: Property) -> None:
    assert wrong(some_calls(), "faults at calls", record_property) == {}


def test_what_a_killed_run_left_is_swept() -> None:
    made = "from tests.simulation.office import scratch; print(scratch())"
    left = subprocess.run([sys.executable, "-c", made], check=True, capture_output=True, text=True)
    mine = scratch()
    sweep()
    # Elsewhere a process can't be asked whether it lives, and the system clears its own.
    assert Path(left.stdout.strip()).exists() == (os.name != "posix")
    assert mine.exists()
    mine.rmdir()
