"""The list of one-time codes (danh sách mã ghi danh), as a spreadsheet saves it: CSV.

One file goes all the way: the province fills in centre, counter and the PC's name, the server adds
the codes, and each PC finds its own line by its name. Columns are known by their heads, in any
order and in either language; the separator is a comma, a semicolon (what a Vietnamese Excel
writes) or a tab.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from counter_app.domain.text import fold

CENTRE, COUNTER, PC, CODE, UNTIL = "Trung tâm", "Quầy", "Tên máy", "Mã ghi danh", "Dùng được đến"
HEADS = (CENTRE, COUNTER, PC, CODE, UNTIL)

_NAMES: Mapping[str, str] = {
    "trung tam": "centre",
    "ma trung tam": "centre",
    "centre": "centre",
    "quay": "counter",
    "so quay": "counter",
    "counter": "counter",
    "ten may": "pc",
    "may": "pc",
    "pc": "pc",
    "pc name": "pc",
    "ma ghi danh": "code",
    "code": "code",
}
_FORMULA = "=+-@\t\r"


class ColumnMissingError(ValueError):
    """The list has no column of that name. `args[0]` is the name that was wanted."""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line; `line` counts from 1, the heads included. What isn't there is ""."""

    line: int
    centre: str = ""
    counter: str = ""
    pc: str = ""
    code: str = field(default="", repr=False)


def decoded(data: bytes) -> str | None:
    """Return the text of a list as Windows programs save it; None when it is neither.

    UTF-8 with or without a mark in front, or UTF-16 with one ("Unicode Text").
    """
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError:
        return None


def read_lines(text: str, needed: Iterable[str]) -> tuple[CodeLine, ...]:
    """Return the lines of a list, empty ones left out.

    `needed` are heads that must be there. Raises `ColumnMissingError` with the first that isn't.
    """
    rows = text.splitlines()
    head = rows[0] if rows else ""
    separator = max(",;\t", key=head.count)
    cells = list(csv.reader(rows, delimiter=separator))
    names = [_NAMES.get(fold(each)) for each in cells[0]] if cells else []
    for wanted in needed:
        if _NAMES[fold(wanted)] not in names:
            raise ColumnMissingError(wanted)
    found = []
    for number, row in enumerate(cells[1:], 2):
        told = {
            name: cell.strip().removeprefix("'")
            for name, cell in zip(names, row, strict=False)
            if name
        }
        if any(told.values()):
            found.append(CodeLine(number, **told))
    return tuple(found)


def of_pc(lines: Iterable[CodeLine], pc: str) -> tuple[CodeLine, ...]:
    """Return the lines of the PC of that name; Windows doesn't tell large letters from small."""
    wanted = pc.strip().casefold()
    return tuple(each for each in lines if each.pc.casefold() == wanted)


def as_csv(rows: Iterable[Iterable[str]]) -> str:
    """Return lines of a CSV file; a cell that a spreadsheet would calculate gets a quote."""
    return "".join(",".join(_cell(each) for each in row) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    safe = f"'{text}" if text and text[0] in _FORMULA else text
    if any(char in safe for char in ',"\r\n'):
        return '"' + safe.replace('"', '""') + '"'
    return safe
