"""Run the machine, on the program as it is or with a bug planted in it."""

from __future__ import annotations

import pytest
from hypothesis import Phase, seed, settings
from hypothesis.errors import HypothesisException
from hypothesis.stateful import run_state_machine_as_test

from tests.services.life.machine import LifeMachine
from tests.services.life.planted_bugs import Plant

LIVES, STEPS = 100, 30
"""How many lives are tried by the tests, and the most steps in each."""


def run(lives: int, steps: int) -> None:
    """Try so many lives. Raises what the machine found."""
    tried = settings(max_examples=lives, stateful_step_count=steps, deadline=None)
    run_state_machine_as_test(LifeMachine, settings=tried)


def caught_after(plant: Plant, seed: int, lives: int = LIVES, steps: int = STEPS) -> int | None:
    """Return in how many lives a planted bug was found; None when it wasn't."""
    tried = settings(
        max_examples=lives,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        print_blob=False,
    )
    LifeMachine.lives = 0
    with pytest.MonkeyPatch.context() as patch:
        plant(patch)
        try:
            run_state_machine_as_test(_seeded(seed), settings=tried)
        except HypothesisException:
            raise
        except Exception:  # noqa: BLE001 - a bug may end in any error
            return LifeMachine.lives
    return None


def _seeded(number: int) -> type[LifeMachine]:
    return seed(number)(type("SeededMachine", (LifeMachine,), {}))
