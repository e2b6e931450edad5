"""The cases of UX §2 by real keys in the real window: with the line up, and with it down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.cases import CASES
from tests.journeys.day import ALL, Days, Line, three_counters

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def days(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Days]:
    """Return three counters of one province."""
    days = three_counters(tmp_path_factory.mktemp("days"))
    yield days
    days.town.down()


def test_every_case_stays_within_its_goal(days: Days) -> None:
    """One after the other: what a counter did without a line, the others hear of afterwards.

    Without a line the nine of UX §2; `python -m tests.journeys` plays all of them three times.
    """
    for line in Line:
        cases = ALL if line is Line.UP else CASES
        rows = days.play(line, cases=cases)
        assert len(rows) == len(cases)
        missed = [(row.case.name, row.effort) for row in rows if not row.met]
        assert not missed, line.name
