"""Any steps in any order, against a model; and the machine sees rules that are broken on purpose.

All of them: `python -m tests.services.life`.
"""

from __future__ import annotations

import pytest

from tests.services.life.hunting import LIVES, STEPS, caught_after, run
from tests.services.life.planted_bugs import BUGS


def test_the_program_lives_as_the_model_says() -> None:
    run(LIVES, STEPS)


@pytest.mark.parametrize(
    "name", ["a pause doesn't stop the clock", "a refusal comes after work began"]
)
def test_a_planted_bug_is_seen(name: str) -> None:
    assert caught_after(BUGS[name], seed=1) is not None
