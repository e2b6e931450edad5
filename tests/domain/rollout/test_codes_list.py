from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.rollout.codes_list import (
    CODE,
    HEADS,
    PC,
    CodeLine,
    ColumnMissingError,
    as_csv,
    decoded,
    of_pc,
    read_lines,
)

CELL = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=12)


@settings(max_examples=25)
@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=5))
def test_what_is_written_is_read(rows: list[tuple[str, str, str, str]]) -> None:
    rows = [row for row in rows if any(each.strip() for each in row)]
    plain = [row for row in rows if not any(each.startswith("'") for each in row)]
    text = as_csv((HEADS, *((*row, "01/01/2027 08:00") for row in plain)))
    told = [(each.centre, each.counter, each.pc, each.code) for each in read_lines(text, HEADS[:4])]
    assert told == plain


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_known_by_their_heads(separator: str) -> None:
    rows = (("code", "PC Name", "ghi chú"), ("K7QF-3M9T", "xa-01 ", "tầng 2"), ("", "", ""))
    text = "\n".join(separator.join(row) for row in rows)
    (line,) = read_lines(text, (PC, CODE))
    assert line == CodeLine(2, pc="xa-01", code="K7QF-3M9T")
    assert of_pc([line], " XA-01") == (line,)
    assert of_pc([line], "XA-1") == ()
    assert "K7QF" not in repr(line)


@pytest.mark.parametrize("text", ["", "\n", "Mã ghi danh\nA"])
def test_a_missing_column_is_named(text: str) -> None:
    with pytest.raises(ColumnMissingError) as caught:
        read_lines(text, (PC, CODE))
    assert caught.value.args == (PC,)


def test_encodings_of_spreadsheets() -> None:
    text = "Tên máy;Mã ghi danh"
    assert decoded(text.encode("utf-8-sig")) == text
    assert decoded(text.encode("utf-16")) == text
    assert decoded(text.encode()) == text
    assert decoded(b"T\xean m\xe1y") is None
