from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.papers.pages.plan import DoesNotFitError, Ladder, Measures, Page, plan

LADDER = Ladder(
    pitch=4.3, caption=5.4, table=1.7, items=4.7, clear=5.1, after_text=8.0, signed=19.5
)


def measures(fields: int, rows: list[float], items: int = 7) -> Measures:
    return Measures(
        fields_y=61.6,
        continued_top=28.2,
        foot_top=189.8,
        head_height=8.95,
        field_lines=fields,
        row_heights=rows,
        items_height=(items - 1) * 4.3,
    )


def check(pages: list[Page], fields: int, rows: int) -> None:
    assert [line for page in pages for line in page.fields] == list(range(fields))
    assert [row for page in pages for row in page.rows] == list(range(rows))
    assert sum(page.caption_y is not None for page in pages) == 1
    assert [page.items_y is not None for page in pages] == [False] * (len(pages) - 1) + [True]
    for page in pages:
        assert page.bottom <= 189.8 - 8.0 or page.items_y is not None
    last = pages[-1]
    assert last.items_y is not None
    assert last.signatures_y <= 189.8 - 19.5 + 1e-9


@settings(deadline=None)
@given(st.integers(5, 60), st.lists(st.floats(5.7, 40), max_size=60), st.integers(5, 12))
def test_every_line_and_row_stands_once_in_order(
    fields: int, rows: list[float], items: int
) -> None:
    pages = plan(LADDER, measures(fields, rows, items))
    check(pages, fields, len(rows))
    if len(pages) > 1 and len(rows) >= 2 and max(rows) < 20:
        assert len(pages[-1].rows) >= 2


def test_the_common_case_is_one_page() -> None:
    pages = plan(LADDER, measures(8, [5.7, 9.6, 5.7, 5.7]))
    assert len(pages) == 1
    assert pages[0].signatures_y == pytest.approx(170.3)


def test_one_paper_more_is_two_pages() -> None:
    assert len(plan(LADDER, measures(8, [5.7, 9.6, 5.7, 5.7, 5.7]))) == 2


def test_the_signature_follows_the_text_on_a_last_page_of_several() -> None:
    last = plan(LADDER, measures(10, [9.6] * 14))[-1]
    assert last.items_y is not None
    assert last.signatures_y == pytest.approx(last.items_y + 6 * 4.3 + 8.0)


def test_no_rows_at_all() -> None:
    check(plan(LADDER, measures(7, [])), 7, 0)


def test_a_row_taller_than_a_page_is_refused() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        plan(LADDER, measures(8, [5.7, 200.0, 5.7]))
    assert caught.value.row == 1


def test_items_taller_than_a_page_are_refused() -> None:
    with pytest.raises(DoesNotFitError) as caught:
        plan(LADDER, measures(8, [5.7], items=60))
    assert caught.value.row is None


def test_names_of_several_lines_raise_the_captions() -> None:
    usual = measures(8, [5.7])
    (page,) = plan(LADDER, replace(usual, longer_signatures=8.6))
    assert page.signatures_y == pytest.approx(170.3 - 8.6)
    assert len(plan(LADDER, replace(measures(8, [5.7, 9.6, 5.7, 5.7]), longer_signatures=4.3))) == 2
