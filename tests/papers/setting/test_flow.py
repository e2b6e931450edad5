from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.papers.setting.flow import Band, TooTallError, flow, gap, kept_together
from counter_app.papers.setting.sheet import Sheet

ROOM = 100.0


def nothing(_sheet: Sheet, _top: float) -> None:
    """Draw nothing."""


HEAD = Band(10.0, nothing, words="head")


def band(height: float, *, kept: bool = False, head: Band | None = None, words: str = "") -> Band:
    return Band(height, nothing, kept=kept, head=head, words=words)


def shape(bands: list[Band], first: float = 0.0) -> list[list[str]]:
    pages = flow(bands, first, 0.0, ROOM)
    return [[placed.band.words for placed in page.placed] for page in pages]


def test_no_bands_are_one_empty_page() -> None:
    assert shape([]) == [[]]


def test_rows_repeat_their_head_on_every_page() -> None:
    rows = [band(30.0, head=HEAD, words=str(place)) for place in range(5)]
    assert shape(rows) == [["head", "0", "1", "2"], ["head", "3", "4"]]


def test_a_new_head_after_other_bands() -> None:
    other = Band(5.0, nothing, words="other")
    rows = [
        band(10.0, head=HEAD, words="a"),
        band(10.0, words="between"),
        band(10.0, head=HEAD, words="b"),
        band(10.0, head=other, words="c"),
    ]
    assert shape(rows) == [["head", "a", "between", "head", "b", "other", "c"]]


def test_what_is_kept_moves_together() -> None:
    rows = kept_together([band(30.0, words=str(place)) for place in range(3)], 2)
    assert shape([*rows, band(30.0, words="signatures")]) == [["0"], ["1", "2", "signatures"]]


def test_what_is_kept_but_too_high_is_parted_with_the_longest_end() -> None:
    rows = [band(60.0, kept=True, words="a"), band(60.0, kept=True, words="b")]
    assert shape([*rows, band(30.0, words="end")]) == [["a"], ["b", "end"]]


def test_a_gap_is_left_out_on_top_of_a_page() -> None:
    bands = [gap(5.0), band(90.0, words="a"), gap(20.0), band(50.0, words="b")]
    pages = flow(bands, 0.0, 7.0, ROOM)
    assert [[placed.top for placed in page.placed] for page in pages] == [[0.0], [7.0]]


def test_a_first_page_with_less_room_parts_what_is_kept() -> None:
    bands = [band(12.0, kept=True, words="a"), band(80.0, words="b")]
    assert shape(bands, first=9.0) == [["a"], ["b"]]
    assert shape([band(95.0, words="high")], first=9.0) == [[], ["high"]]


def test_a_row_higher_than_a_page_is_named() -> None:
    with pytest.raises(TooTallError) as caught:
        shape([band(91.0, head=HEAD, words="too long")])
    assert caught.value.words == "too long"


@given(
    st.lists(st.tuples(st.floats(1.0, 80.0), st.booleans(), st.booleans()), max_size=40),
    st.floats(0.0, 9.0),
)
def test_nothing_is_lost_and_nothing_overlaps(
    made: list[tuple[float, bool, bool]], first: float
) -> None:
    bands = [
        band(height, kept=kept, head=HEAD if in_table else None, words=str(place))
        for place, (height, kept, in_table) in enumerate(made)
    ]
    pages = flow(bands, first, 0.0, ROOM)
    drawn = [placed.band for page in pages for placed in page.placed if placed.band is not HEAD]
    assert drawn == bands
    for number, page in enumerate(pages):
        y = first if number == 0 else 0.0
        before = None
        for placed in page.placed:
            assert placed.top == pytest.approx(y)
            assert placed.band.head is None or before in (HEAD, placed.band.head) or y > first
            y += placed.band.height
            before = placed.band
        assert y <= ROOM + 1e-9
        in_table = [placed.band for placed in page.placed if placed.band.head is HEAD]
        assert not in_table or any(placed.band is HEAD for placed in page.placed)
