from __future__ import annotations

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.errors.paper import SymbolError
from counter_app.papers import qr


@settings(max_examples=15, deadline=None)
@given(st.from_regex(r"[0-9A-Z.]{4,14}-[0-9]{6,8}-[0-9]{4,7}", fullmatch=True))
def test_the_path_covers_exactly_the_dark_modules(code: str) -> None:
    symbol = qr.modules(code)
    drawn: set[tuple[int, int]] = set()
    for rect in symbol.path.split(" re"):
        if rect:
            x, y, width, height = map(int, rect.split())
            cells = {(x + i, y + j) for i in range(width) for j in range(height)}
            assert not cells & drawn
            drawn |= cells
    matrix = segno.make_qr(code, error="m", boost_error=False).matrix
    dark = {
        (x, symbol.side - 1 - y)
        for y, row in enumerate(matrix)
        for x, cell in enumerate(row)
        if cell
    }
    assert drawn == dark


def test_an_18_character_code_is_10_and_a_half_millimetres() -> None:
    assert qr.modules("H26.15-250701-0214").width == 10.5
    assert qr.modules("000.00.16.H02-200609-0001").width == 12.5


@pytest.mark.parametrize("text", ["", "x" * 3000])
def test_what_no_symbol_holds_is_refused(text: str) -> None:
    with pytest.raises(SymbolError):
        qr.modules(text)
