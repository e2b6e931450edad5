"""Whatever is pressed: no alarm, and keys that can be seen."""

from __future__ import annotations

import os
import random

import pytest

from tests.journeys.any_keys import AnyKeys
from tests.journeys.driver import Counter
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.expects_warnings,
]
PRESSES = 400


def test_any_keys(at: Counter) -> None:
    seed = 1 if os.environ.get("CI") else random.randrange(1_000_000)
    played = AnyKeys(at, seed)
    try:
        played.play(PRESSES)
    except AssertionError as error:
        raise AssertionError(f"seed {seed}: {error}") from error
    assert len(played.pages) > 3, f"seed {seed} came nowhere"
