from __future__ import annotations

import pytest
from barcode.codex import Code128
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.errors.paper import SymbolError
from counter_app.papers import barcode
from counter_app.papers.barcode import DOT, MODULE, bars
from counter_app.papers.code128 import read_modules
from tests.papers.round_trip import random_codes


def modules(code: str) -> str:
    symbol = bars(code)
    pattern = ["0"] * symbol.count
    for x, width in symbol.rects:
        pattern[x : x + width] = "1" * width
    return "".join(pattern)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("H26.15-250701-0214", 211),
        ("HG00217-250701-0003", 222),
        ("H15.50.05.13-261008-0975", 277),
        ("000.00.16.H02-200609-0001", 288),
    ],
)
def test_widths_of_known_codes(code: str, count: int) -> None:
    assert bars(code).count == count
    assert bars(code).width == pytest.approx(count * MODULE)


def test_a_module_is_whole_printer_dots() -> None:
    assert (MODULE / DOT).is_integer()


def test_the_library_loses_a_leading_99_and_we_do_not() -> None:
    theirs = Code128("991234").build()[0]
    assert read_modules(theirs) == "1234"  # when this fails, their bug was mended
    assert read_modules(modules("991234")) == "991234"


def test_random_dossier_codes_of_every_shape_read_back() -> None:
    for code in random_codes(1000, seed=1):
        assert read_modules(modules(code)) == code


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=30))
def test_any_printable_text_reads_back_and_is_no_longer_than_theirs(code: str) -> None:
    assert read_modules(modules(code)) == code
    if not code.startswith("99"):
        assert len(modules(code)) <= len(Code128(code).build()[0])


@pytest.mark.parametrize("code", ["", "H26.15-250701-0214\n", "Hồ sơ 1"])
def test_what_the_sets_lack_is_refused(code: str) -> None:
    with pytest.raises(SymbolError):
        bars(code)


def test_a_wrong_symbol_is_refused_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(barcode._ShortestCode128, "_build", Code128._build)
    with pytest.raises(SymbolError) as caught:
        bars("9977-250701-0001-unseen")
    assert caught.value.facts == {"dossier": "9977-250701-0001-unseen"}
