"""QR symbols with the bare dossier code, as rectangles of whole modules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from counter_app.domain.errors.paper import SymbolError
from counter_app.papers import qr_mask

MODULE = 0.5
"""Width of one module in millimetres: four dots of a 203-dpi head."""

QUIET = 4 * MODULE
"""Quiet zone on all sides, in millimetres."""

_DARK = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Modules:
    """A symbol of `side` × `side` modules; `path` draws it in PDF operators, a unit a module."""

    side: int
    path: str

    @property
    def width(self) -> float:
        """The side without quiet zone, in millimetres."""
        return self.side * MODULE


@lru_cache(maxsize=512)
def modules(code: str) -> Modules:
    """Return the QR symbol of `code`, level M. Raises SymbolError for text that no symbol holds."""
    if not code:
        raise SymbolError(dossier=code)
    try:
        rows = qr_mask.rows(code)
    except ValueError as error:
        raise SymbolError(dossier=code) from error
    side = len(rows)
    rects = _rects(rows)
    return Modules(side, " ".join(f"{x} {side - y - h} {w} {h} re" for x, y, w, h in rects))


def _rects(rows: list[str]) -> list[tuple[int, int, int, int]]:
    """Join dark modules to runs, and equal runs of following rows to one (x, y down, w, h)."""
    open_runs: dict[tuple[int, int], int] = {}
    rects: list[tuple[int, int, int, int]] = []
    for y, row in enumerate((*rows, "")):
        runs = {found.span() for found in _DARK.finditer(row)}
        for run in open_runs.keys() - runs:
            top = open_runs.pop(run)
            rects.append((run[0], top, run[1] - run[0], y - top))
        for run in runs:
            open_runs.setdefault(run, y)
    return sorted(rects, key=lambda rect: (rect[1], rect[0]))
