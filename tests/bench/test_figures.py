from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.bench.figures import compared, count, milliseconds, percentile

VALUES = st.lists(st.floats(0, 1e6), min_size=1, max_size=60)


@given(VALUES, st.integers(1, 100))
def test_percentile_is_the_smallest_value_that_enough_do_not_exceed(
    values: list[float], percent: int
) -> None:
    enough = [
        value
        for value in values
        if sum(other <= value for other in values) * 100 >= percent * len(values)
    ]
    assert percentile(values, percent) == min(enough)


def test_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


def test_compared_takes_the_median_round() -> None:
    found = compared([[1, 2], [10, 20], [4, 6]], [[1, 1], [2, 2], [2, 2]], 100)
    assert (found.value, found.floor, found.ratio) == (6, 2, 3)


def test_milliseconds_passes_the_arguments_on() -> None:
    seen: list[object] = []
    assert milliseconds(seen.append, "x") >= 0
    assert seen == ["x"]


def test_count() -> None:
    assert count(1_000_000) == "1.000.000"
