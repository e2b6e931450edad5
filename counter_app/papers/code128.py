"""The table of Code 128 (ISO/IEC 15417) and a reader that shares nothing with the writer.

A citizen holds the printed symbol for weeks; one that reads as another dossier is worse than none.
So every symbol is read back from its modules before it goes on a page.
"""

from __future__ import annotations

_TABLE = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 "
    "112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 "
    "311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 "
    "112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 "
    "313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 "
    "314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 "
    "122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
    "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
)
_STOP = "2331112"
_VALUES = {widths: value for value, widths in enumerate(_TABLE.split())}

CODE_C, CODE_B = 99, 100
START_B, START_C = 104, 105


def read_modules(modules: str) -> str:
    """Return the text of a pattern of "1" (bar) and "0" (space), start to stop, sets B and C.

    Raises ValueError for anything but one whole symbol with a right check character.
    """
    values = _symbol_values(_run_lengths(modules))
    start, *data, check = values
    if start not in (START_B, START_C):
        raise ValueError("no start of set B or C")
    if (start + sum(place * value for place, value in enumerate(data, 1))) % 103 != check:
        raise ValueError("wrong check character")
    return _text(data, in_c=start == START_C)


def _text(data: list[int], *, in_c: bool) -> str:
    text = []
    for value in data:
        if in_c and value < 100:
            text.append(f"{value:02d}")
        elif in_c and value == CODE_B:
            in_c = False
        elif not in_c and value == CODE_C:
            in_c = True
        elif not in_c and value < 96:
            text.append(chr(value + 32))
        else:
            raise ValueError(f"unexpected symbol character {value}")
    return "".join(text)


def _run_lengths(modules: str) -> str:
    if set(modules) != {"0", "1"} or modules[0] != "1" or modules[-1] != "1":
        raise ValueError("not a pattern of bars")
    runs = []
    length = 0
    for place, module in enumerate(modules):
        length += 1
        if place + 1 == len(modules) or modules[place + 1] != module:
            runs.append(length)
            length = 0
    if max(runs) > 4:
        raise ValueError("a bar or space is too wide")
    return "".join(map(str, runs))


def _symbol_values(runs: str) -> list[int]:
    body, stop = runs[: -len(_STOP)], runs[-len(_STOP) :]
    if stop != _STOP or len(body) % 6 or len(body) < 18:
        raise ValueError("no whole symbol")
    try:
        return [_VALUES[body[place : place + 6]] for place in range(0, len(body), 6)]
    except KeyError as error:
        raise ValueError("unknown symbol character") from error
