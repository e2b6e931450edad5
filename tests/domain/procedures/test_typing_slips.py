from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedures.typing_slips import beginning_distance, letters_of, near

WORDS = st.text("abcdeghiknot0", min_size=1, max_size=7)


def distance(a: str, b: str) -> int:
    """Optimal string alignment, written as its definition reads."""
    if not a or not b:
        return len(a) + len(b)
    found = [distance(a[:-1], b) + 1, distance(a, b[:-1]) + 1]
    found.append(distance(a[:-1], b[:-1]) + (a[-1] != b[-1]))
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-2] and a[-2] == b[-1]:
        found.append(distance(a[:-2], b[:-2]) + 1)
    return min(found)


@given(st.text("abco", max_size=5), st.text("abco", max_size=5))
def test_the_nearest_beginning_is_the_nearest_of_all(typed: str, word: str) -> None:
    nearest = min(distance(typed, word[:end]) for end in range(len(word) + 1))
    assert beginning_distance(typed, word) == nearest


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("sinh", "sinh", 0),
        ("si", "sinh", 0),
        ("snih", "sinh", 1),
        ("sih", "sinh", 1),
        ("sinnh", "sinh", 1),
        ("zinh", "sinh", 1),
        ("gnhiep", "nghiep", 1),
        ("nghieo", "nghiep", 1),
        ("", "sinh", 0),
    ],
)
def test_slips(typed: str, word: str, slips: int) -> None:
    assert beginning_distance(typed, word) == slips


@given(WORDS, st.lists(WORDS, max_size=20), st.sampled_from([1, 2]))
def test_the_quick_way_finds_what_the_slow_way_finds(
    typed: str, known: list[str], slips: int
) -> None:
    found = near(typed, [(word, letters_of(word)) for word in known], slips)
    shortest = 3 if slips == 1 else 5
    expected = {word for word in known if beginning_distance(typed, word) <= slips}
    assert found == (expected if len(typed) >= shortest else set())
