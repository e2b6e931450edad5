"""No number of a book is missing and none stands twice, whatever was voided or is not there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.books.content import BookLine
from counter_app.domain.books.numbers import twice, without_gaps

BORNE = st.lists(
    st.tuples(st.integers(1, 40), st.sampled_from(["", "ghi nhầm", "kẹt giấy"])), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(borne=BORNE, last=st.integers(0, 45), erased=st.sets(st.integers(1, 45), max_size=5))
def test_every_number_stands_once(
    borne: list[tuple[int, str]], last: int, erased: set[int]
) -> None:
    lines = [
        BookLine(f"d{place}", number, void_reason=void)
        for place, (number, void) in enumerate(borne)
    ]

    def reason(number: int) -> BookLine | str:
        return BookLine(f"e{number}", number, erased=True) if number in erased else "không có"

    whole = without_gaps(lines, reason, last=last)
    top = max([last, *(number for number, _ in borne)], default=0)
    assert [line.number for line in whole if not line.again] == list(range(1, top + 1))
    shown = [line.shown_number for line in whole]
    assert len(set(shown)) == len(shown)
    keys = [line.key for line in whole]
    assert {line.key for line in lines} <= set(keys)
    assert len(set(keys)) == len(keys)
    gaps = [line for line in whole if line.key.startswith("gap")]
    assert all(line.void_reason for line in gaps)
    assert {line.number for line in gaps}.isdisjoint({number for number, _ in borne} | erased)


def test_a_number_on_two_papers_is_told_apart() -> None:
    whole = without_gaps([BookLine("a", 2), BookLine("b", 2)], lambda _: "không có")
    assert [line.shown_number for line in whole] == ["0001", "0002", "0002a"]
    assert twice(whole) == (2,)


def test_an_empty_book_is_empty() -> None:
    assert without_gaps([], lambda _: "không có") == ()


def test_numbers_begin_at_one() -> None:
    with pytest.raises(ValueError, match="below 1"):
        without_gaps([BookLine("a", 0)], lambda _: "")
