"""The mask of a QR symbol (ISO/IEC 18004, 7.8), chosen as segno chooses it and many times faster.

segno masks and scores a symbol eight times, module by module: a third of the time of a receipt in
a long file. Here a symbol is one integer, and the eight are scored by shifting it. What differs
between two masks of one size is the same for all texts, so it is learnt once from the library.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import segno

_PAD = 4  # light modules after each row, as many as the rule of 1:1:3:1:1 looks at
_LARGEST = 41  # larger symbols carry version information, which no dossier code needs
_DIGITS = bytes.maketrans(b"\x00\x01", b"01")


def rows(text: str) -> list[str]:
    """Return the symbol of `text`, level M, as rows of "1" (dark) and "0".

    Raises ValueError (DataOverflowError of segno) for text that no symbol holds.
    """
    first = _digits(segno.make_qr(text, error="m", boost_error=False, mask=0))
    side = len(first)
    if side > _LARGEST:
        return _digits(segno.make_qr(text, error="m", boost_error=False))
    area = _area(side)
    symbol = _number(first)
    best = min(area.masks, key=lambda mask: _penalty((symbol ^ mask) & area.scored, area))
    drawn = f"{symbol ^ best:0{side * area.stride - _PAD}b}"
    return [drawn[row * area.stride :][:side] for row in range(side)]


@dataclass(frozen=True, slots=True)
class _Area:
    """What holds for all symbols of a size, modules as bits of one number.

    `masks` turn a symbol of mask 0 into one of mask 0 to 7; `scored` leaves out the format
    information; `across` and `down` have the modules with a neighbour to the left and above.
    """

    side: int
    stride: int
    masks: tuple[int, ...]
    scored: int
    across: int
    down: int


@lru_cache
def _area(side: int) -> _Area:
    version = str((side - 17) // 4)
    same = [
        _number(_digits(segno.make_qr("0", "m", version, mask=mask, boost_error=False)))
        for mask in range(8)
    ]
    said = {*range(9), *range(side - 8, side)} - {6}  # where format information crosses line 8
    scored = [
        "".join("10"[(x == 8 and y in said) or (y == 8 and x in said)] for x in range(side))
        for y in range(side)
    ]
    line = "1" * side
    return _Area(
        side,
        side + _PAD,
        tuple(each ^ same[0] for each in same),
        _number(scored),
        _number(["0" + line[1:]] * side),
        _number(["0" * side] + [line] * (side - 1)),
    )


def _penalty(symbol: int, area: _Area) -> int:
    """Return the score of the standard's table 11: the less, the better a scanner sees it."""
    across = ~(symbol ^ symbol >> 1) & area.across
    down = ~(symbol ^ symbol >> area.stride) & area.down
    blocks = across & across >> area.stride & down
    dark = symbol.bit_count() / area.side**2
    return (
        _long_runs(across, 1)
        + _long_runs(down, area.stride)
        + 3 * blocks.bit_count()
        + 40 * _like_finders(symbol, 1)
        + 40 * _like_finders(symbol, area.stride)
        + 10 * int(abs(dark * 100 - 50) / 5)
    )


def _long_runs(alike: int, step: int) -> int:
    """Score runs of five and more; `alike` marks modules that are as their next one."""
    two = alike & alike >> step
    fives = two & two >> 2 * step
    runs = fives & ~(fives << step)
    return fives.bit_count() + 2 * runs.bit_count()


def _like_finders(symbol: int, step: int) -> int:
    """Count 1:1:3:1:1 with four light modules on either side; of two that overlap, one."""
    at = [symbol >> place * step for place in range(11)]
    found = symbol & ~at[1] & at[2] & at[3] & at[4] & ~at[5] & at[6]
    if not found:
        return 0
    before = symbol << step | symbol << 2 * step | symbol << 3 * step | symbol << 4 * step
    after = at[7] | at[8] | at[9] | at[10]
    found &= ~(before & after)
    return (found & ~(found << 4 * step) & ~(found << 6 * step)).bit_count()


def _digits(symbol: segno.QRCode) -> list[str]:
    return [row.translate(_DIGITS).decode() for row in symbol.matrix]


def _number(digits: list[str]) -> int:
    return int(("0" * _PAD).join(digits), 2)
