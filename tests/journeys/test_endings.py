"""A week at the counter has every ending: each by keys in the real program, with its papers."""

from __future__ import annotations

import pytest

from tests.journeys.driver import Counter
from tests.journeys.endings import ENDINGS, play_all
from tests.journeys.town import Town
from tests.journeys.window_fixtures import at, home, sitting, town

pytestmark = pytest.mark.long

__all__ = ["at", "home", "sitting", "town"]


@pytest.mark.timeout(300)
def test_every_ending(at: Counter, town: Town) -> None:
    ended = play_all(at, town)
    assert [each.ending for each in ended] == list(ENDINGS)
    assert len({each.code for each in ended if each.code}) == len(ENDINGS) - 1
