"""The note under a page that goes on: what is still to come, and where."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.papers.pages.plan import Page


def where_it_goes_on(
    pages: Sequence[Page], page: int, rows_word: str, table: str, first: str, last: str
) -> str:
    """Return "(giấy tờ thứ 9 đến 14, mục 2 đến mục 6 và chữ ký: xem trang 2)" for `page` (from 0).

    `rows_word` says what a row is; `table`, `first`, `last` are the numbers of the table's caption,
    the first and the last item.
    """
    later = pages[page + 1 :]
    rows = [row for each in later for row in each.rows]
    if any(each.fields for each in later):
        parts = ["phần còn lại"]
    elif any(each.caption_y is not None for each in later):
        parts = [f"mục {table} đến mục {last}"]
    else:
        parts = [f"mục {first} đến mục {last}"]
        if rows:
            span = f"{rows[0] + 1} đến {rows[-1] + 1}" if len(rows) > 1 else f"{rows[0] + 1}"
            parts.insert(0, f"{rows_word} thứ {span}")
    where = f"trang {page + 2}"
    if len(later) > 1:
        where += f" đến trang {len(pages)}"
    return f"({', '.join(parts)} và chữ ký: xem {where})"
