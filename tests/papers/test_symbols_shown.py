"""What the screen shows is read back by a scanner's software."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from counter_app.desktop.presenters.scanner_check.samples import SHOWN_BARS, SHOWN_QR
from counter_app.domain.errors.paper import SymbolError
from counter_app.papers.symbols_shown import ShownSymbol, shown_bars, shown_qr


def read(symbol: ShownSymbol) -> str:
    image = Image.frombytes("L", (symbol.width, symbol.height), symbol.pixels)
    (found,) = zxingcpp.read_barcodes(image)
    return found.text


@pytest.mark.parametrize("dots", [2, 4, 5])
def test_the_sample_with_all_letters(dots: int) -> None:
    assert read(shown_qr(SHOWN_QR, dots)) == SHOWN_QR


@pytest.mark.parametrize("text", [SHOWN_BARS, "99-1"])
def test_bars(text: str) -> None:
    symbol = shown_bars(text, 2, 80)
    assert symbol.height == 80
    assert read(symbol) == text


def test_what_no_symbol_holds() -> None:
    with pytest.raises(SymbolError):
        shown_qr("ầ" * 3000, 2)
    with pytest.raises(SymbolError):
        shown_bars("ầ", 2, 80)
