"""Columns share the page: figures whole, type as large as they let it be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.reports.sheet import Column, Unit
from counter_app.papers.figures.widths import TYPES, fitted
from counter_app.papers.fonts import choose_fonts, registered
from counter_app.papers.setting.sheet import Sheet
from tests.papers.figures import made

BLANK = Sheet(registered(choose_fonts()), 20.0, 265.0)
BIG = 987_654_321_000


def money(count: int) -> tuple[Column, ...]:
    return tuple(Column(f"m{at}", "Thu", Unit.MONEY, width=10) for at in range(count))


@pytest.mark.parametrize(("count", "kind"), [(5, 0), (10, 0), (11, 1), (12, 2), (14, 3), (20, 3)])
def test_the_type_shrinks_step_by_step_and_the_page_is_filled(count: int, kind: int) -> None:
    sheet = replace(
        made.PLAIN, columns=money(count), rows=(made.row(*[BIG] * count),), compared=False
    )
    found = fitted(BLANK, sheet)
    assert TYPES.index(found.kind) == kind
    assert sum(found.widths) == pytest.approx(BLANK.width)
    assert len(set(found.widths)) == 1


def test_the_open_column_takes_what_the_others_leave() -> None:
    found = fitted(BLANK, made.PLAIN)
    assert sum(found.widths) == pytest.approx(BLANK.width)
    assert max(found.widths) == found.widths[0]
    for width, column in zip(found.widths[1:], made.COLUMNS[1:], strict=True):
        assert width >= column.width


def test_columns_of_text_take_the_rest_when_none_is_open() -> None:
    columns = (Column("a", "Tên", Unit.TEXT, width=40), Column("b", "Số", width=20))
    sheet = replace(made.PLAIN, columns=columns, rows=(made.row("x", 1),), compared=False)
    name, number = fitted(BLANK, sheet).widths
    assert (round(name), round(number)) == (245, 20)
