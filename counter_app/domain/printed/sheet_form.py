"""How an A4 sheet is titled, which columns it has and how wide: data of a form set.

Sheets are the papers of many dossiers (sổ theo dõi, phiếu bàn giao, bảng kê) and the A4 papers that
go with one (phiếu kiểm soát, niêm yết). The program knows what each column's `key` means; a column
with a key that it doesn't know stays empty, for the hand. What a form leaves out isn't printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Align(Enum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `width` in tenths of a millimetre, 0 for what the others leave of the line.

    A line feed breaks `head`; neighbours with the same `group` stand under it as a common head.
    """

    key: str
    head: str
    width: int = 0
    align: Align = Align.LEFT
    bold: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table: its columns, what stands above it and, where it has no rows, in it.

    `row_height` in tenths of a millimetre is the least height of a row; `least_rows` are drawn
    even when fewer are known, empty ones for the hand. `numbered` prints (1), (2), … below heads.
    """

    columns: tuple[SheetColumn, ...]
    caption: str = ""
    empty: str = ""
    row_height: int = 0
    least_rows: int = 0
    numbered: bool = False

    def __post_init__(self) -> None:
        """Refuse a table whose columns can't share a line."""
        if sum(column.width == 0 for column in self.columns) > 1:
            raise ValueError("only one column may take the rest of the line")
        if len({column.key for column in self.columns}) < len(self.columns):
            raise ValueError("a column stands in the table twice")


@dataclass(frozen=True, slots=True)
class SheetField:
    """A labelled value above the tables."""

    key: str
    label: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SheetMargins:
    """Margins of an A4 page in tenths of a millimetre; `top` is to the first line of text."""

    left: int = 200
    right: int = 150
    top: int = 150
    bottom: int = 110


@dataclass(frozen=True, slots=True)
class SheetForm:
    """The words and measures of one sheet.

    `number` is the circular's (Mẫu số), empty for papers that no circular knows. `copies` say for
    whom each copy (liên) is; `captions` are all other words, by the name that the program uses.
    In `captions` and `notes` `{name}` is filled in and, in `notes`, `**…**` is bold.
    """

    title: str
    name: str
    number: str = ""
    landscape: bool = False
    margins: SheetMargins = SheetMargins()
    fields: tuple[SheetField, ...] = ()
    tables: dict[str, SheetTable] = field(default_factory=dict)
    captions: dict[str, str] = field(default_factory=dict)
    signatures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    def said(self, name: str, /, **values: object) -> str:
        """Return the caption `name` with `values` filled in; "" when the form hasn't it."""
        return filled(self.captions.get(name, ""), values)


def filled(text: str, values: Mapping[str, object]) -> str:
    """Return `text` with `{name}` replaced; a name without value stays, to be seen and mended."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text
