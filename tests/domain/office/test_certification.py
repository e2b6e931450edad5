"""What an officer types for pages and copies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.office.certification import MOST_COPIES, MOST_PAGES, typed_count
from counter_app.domain.procedures.fees import Count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("5", Count(5, 1)), ("5x2", Count(5, 2)), ("5*2", Count(5, 2)), (" 5 2 ", Count(5, 2)),
        ("5 × 12", Count(5, 12)), ("0", None), ("5x0", None), ("", None), ("x2", None),
        ("5x", None), ("-3", None), ("99999", None), ("5x2x2", None), ("năm", None),
    ],
)  # fmt: skip
def test_typed(text: str, count: Count | None) -> None:
    assert typed_count(text) == count


@given(st.integers(1, MOST_PAGES), st.integers(1, MOST_COPIES), st.sampled_from("x×* ,"))
def test_every_sane_pair_comes_back(pages: int, copies: int, sign: str) -> None:
    assert typed_count(f"{pages}{sign}{copies}") == Count(pages, copies)


@given(st.text(max_size=12))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    found = typed_count(text)
    assert found is None or not found.is_nothing
