"""Symbols for a screen, to be scanned from it: pixels of whole modules, black on white."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.errors.paper import SymbolError
from counter_app.papers import qr_mask
from counter_app.papers.barcode import bars

_QR_QUIET, _BARS_QUIET = 4, 10  # modules
_WHITE, _BLACK = b"\xff", b"\x00"


@dataclass(frozen=True, slots=True)
class ShownSymbol:
    """An image of one byte a pixel, rows without padding: 255 is white, 0 black."""

    width: int
    height: int
    pixels: bytes


def shown_qr(text: str, dots: int) -> ShownSymbol:
    """Return the QR symbol of `text` (level M, UTF-8) with `dots` pixels a module.

    Raises SymbolError for text that no symbol holds.
    """
    try:
        rows = qr_mask.rows(text)
    except ValueError as error:
        raise SymbolError(dossier=text[:20]) from error
    quiet = "0" * _QR_QUIET
    blank = "0" * (len(rows) + 2 * _QR_QUIET)
    framed = [blank] * _QR_QUIET + [quiet + row + quiet for row in rows] + [blank] * _QR_QUIET
    return _drawn(framed, dots, dots)


def shown_bars(text: str, dots: int, height: int) -> ShownSymbol:
    """Return the Code 128 symbol of `text` with `dots` pixels a module, `height` pixels high.

    Raises SymbolError for text that isn't printable ASCII.
    """
    symbol = bars(text)
    modules = ["0"] * (symbol.count + 2 * _BARS_QUIET)
    for x, width in symbol.rects:
        modules[_BARS_QUIET + x : _BARS_QUIET + x + width] = "1" * width
    return _drawn(["".join(modules)], dots, height)


def _drawn(rows: list[str], dots: int, height: int) -> ShownSymbol:
    lines = [b"".join(_BLACK * dots if dark == "1" else _WHITE * dots for dark in r) for r in rows]
    pixels = b"".join(line * height for line in lines)
    return ShownSymbol(len(lines[0]), len(lines) * height, pixels)
