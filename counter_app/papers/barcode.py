"""Code 128 for reportlab: python-barcode's patterns and writer, our choice of character sets.

python-barcode 0.16.1 loses a leading "99" (its issue #251: the pair's value equals that of the
switch to set C) and leaves an odd run of digits longer than it need be. Here the shortest sequence
of sets B and C is computed instead, and the finished modules are read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from barcode.codex import Code128
from barcode.writer import BaseWriter

from counter_app.domain.errors.paper import SymbolError
from counter_app.papers.code128 import CODE_B, CODE_C, START_B, START_C, read_modules

MODULE = 0.375
"""Width of one module (X) in millimetres: three dots of a 203-dpi head, nine of 610 dpi."""

DOT = 0.125
"""The grid in millimetres to which symbols are snapped."""

QUIET = 10 * MODULE
"""Quiet zone left and right, in millimetres."""


@dataclass(frozen=True, slots=True)
class Bars:
    """A symbol: `rects` are (x, width) of its bars in whole modules; `count` is its whole width.

    `path` draws the bars in PDF operators, one module wide and one unit high to the unit.
    """

    count: int
    rects: tuple[tuple[int, int], ...]
    path: str

    @property
    def width(self) -> float:
        """The width without quiet zones, in millimetres."""
        return self.count * MODULE


@lru_cache(maxsize=512)
def bars(code: str) -> Bars:
    """Return the Code 128 symbol of `code` (printable ASCII).

    Raises SymbolError when the pattern doesn't read back as `code`.
    """
    try:
        symbol = _ShortestCode128(code, _ModuleWriter())
        drawn: Bars = symbol.render({"module_width": 1, "quiet_zone": 0, "write_text": False})
        read = read_modules(_modules(drawn))
    except Exception as error:  # whatever the library says
        raise SymbolError(dossier=code) from error
    if read != code:
        raise SymbolError(dossier=code)
    return drawn


def _modules(drawn: Bars) -> str:
    """Return the pattern as it will be drawn, from the rectangles themselves."""
    modules = ["0"] * drawn.count
    for x, width in drawn.rects:
        modules[x : x + width] = "1" * width
    return "".join(modules)


class _ShortestCode128(Code128):  # type: ignore[misc]
    """Code 128 of sets B and C with the fewest symbol characters."""

    def _build(self) -> list[int]:
        # best[s] = (length, values) of the shortest way to have written code[:place] and to be in
        # set s; the start character is the first value.
        code: str = self.code
        best: list[dict[str, list[int]]] = [{"B": [START_B], "C": [START_C]}]
        for place, char in enumerate(code):
            if not " " <= char <= "\x7f":
                raise ValueError(f"{char!r} is not in set B")
            ways: dict[str, list[int]] = {"B": [*best[place]["B"], ord(char) - 32]}
            pair = code[place - 1 : place + 1]
            if place and pair.isdigit() and "C" in best[place - 1]:
                ways["C"] = [*best[place - 1]["C"], int(pair)]
            _allow_switch(ways)
            best.append(ways)
        last = best[-1]
        return min(last.values(), key=len)


def _allow_switch(ways: dict[str, list[int]]) -> None:
    for here, there, switch in (("C", "B", CODE_B), ("B", "C", CODE_C)):
        if here in ways and (there not in ways or len(ways[here]) + 1 < len(ways[there])):
            ways[there] = [*ways[here], switch]


class _ModuleWriter(BaseWriter):  # type: ignore[misc]
    """Collects the bars in modules, for the page to draw as one path."""

    def __init__(self) -> None:
        super().__init__(None, self._bar, None, self._finish)
        self._rects: list[tuple[int, int]] = []
        self._end = 0

    def _bar(self, x: float, _y: float, width: float, colour: Any) -> None:
        self._end = max(self._end, round(x + width))
        if colour == self.foreground:
            self._rects.append((round(x), round(width)))

    def _finish(self) -> Bars:
        path = " ".join(f"{x} 0 {width} 1 re" for x, width in self._rects)
        return Bars(self._end, tuple(self._rects), path)
