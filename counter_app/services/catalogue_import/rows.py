"""Sheets and lists of JSON objects as rows of known columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counter_app.domain.errors.catalogue import EmptyListError, WrongColumnsError
from counter_app.domain.text import clean
from counter_app.papers.sheet_reader import Sheet
from counter_app.services.catalogue_import.columns import Column, recognise

_HEADINGS_WITHIN = 30  # titles and notes stand above the headings
_BETWEEN_ITEMS = re.compile(r"[;\n]")
_MOST_SEEN = 12
_NO_VALUE = "#VALUE!"
_SHEET_ERRORS = (_NO_VALUE, "#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its non-empty cells by column. `number` as shown to whoever made the list."""

    sheet: str
    number: int
    cells: Mapping[Column, str]

    def text(self, column: Column) -> str:
        """Return a cell on one line; "" when empty."""
        return self.cells.get(column, "").replace("\n", " ")

    def items(self, column: Column) -> tuple[str, ...]:
        """Return the several values of a cell, one a line or separated by semicolons."""
        parts = (clean(part) for part in _BETWEEN_ITEMS.split(self.cells.get(column, "")))
        return tuple(part for part in parts if part)

    def error_column(self) -> Column | None:
        """Return the column in which the spreadsheet shows an error (#N/A …) instead of a value."""
        return next((col for col, text in self.cells.items() if text in _SHEET_ERRORS), None)


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a list, and the headings that weren't recognised."""

    rows: tuple[Row, ...]
    ignored_columns: tuple[str, ...]


def rows_of_sheets(sheets: Sequence[Sheet], file: str) -> Table:
    """Return the rows of every sheet that has a column of codes.

    Raises `WrongColumnsError` when no sheet has one, or none names procedures; `EmptyListError`.
    """
    if not any(sheet.rows for sheet in sheets):
        raise EmptyListError(file=file)
    rows: list[Row] = []
    known: set[Column] = set()
    seen: dict[str, None] = {}
    ignored: dict[str, None] = {}
    for sheet in sheets:
        for index, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
            headings = [clean(_text(cell, None)) for cell in row.cells]
            positions, others = recognise(headings)
            seen.update(dict.fromkeys(heading for heading in headings if heading))
            if Column.CODE in positions.values() and len(positions) > 1:
                known.update(positions.values())
                ignored.update(dict.fromkeys(others))
                for body in sheet.rows[index + 1 :]:
                    # Rows are as long as their last filled cell.
                    cells = {
                        column: _text(body.cells[at], column)
                        for at, column in positions.items()
                        if at < len(body.cells)
                    }
                    rows.append(_row(sheet.name, body.number, cells))
                break
    _demand(known, tuple(seen), file)
    return Table(_not_empty(rows, file), tuple(ignored))


def rows_of_objects(objects: Sequence[Mapping[str, object]], file: str) -> Table:
    """Return the rows of a JSON list whose objects have our headings as keys. Errors as above."""
    rows: list[Row] = []
    known: set[Column] = set()
    seen: dict[str, None] = {}
    ignored: dict[str, None] = {}
    for number, item in enumerate(objects, start=1):
        names = tuple(item)
        positions, others = recognise([clean(name) for name in names])
        known.update(positions.values())
        seen.update(dict.fromkeys(names))
        ignored.update(dict.fromkeys(others))
        cells = {col: _text(item[names[at]], col) for at, col in positions.items()}
        rows.append(_row("", number, cells))
    _demand(known, tuple(seen), file)
    return Table(_not_empty(rows, file), tuple(ignored))


def _row(sheet: str, number: int, cells: Mapping[Column, str]) -> Row:
    return Row(sheet, number, {column: text for column, text in cells.items() if text})


def _not_empty(rows: Sequence[Row], file: str) -> tuple[Row, ...]:
    kept = tuple(row for row in rows if row.cells)
    if not kept:
        raise EmptyListError(file=file)
    return kept


def _demand(known: set[Column], seen: Sequence[str], file: str) -> None:
    missing = [column.value for column in (Column.CODE, Column.NAME) if column not in known]
    if missing:
        shown = ", ".join(clean(heading)[:40] for heading in seen[:_MOST_SEEN])
        raise WrongColumnsError(file=file, missing=", ".join(missing), seen=shown or "–")


def _text(value: object, column: Column | None) -> str:
    """Return a cell as text, its lines kept. A code typed as a number gets its zeros back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        if column is Column.CODE:
            return f"{value:.6f}"  # 1.004870 is kept by a spreadsheet as the number 1.00487
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        return "\n".join(_text(item, column) for item in value)
    if isinstance(value, list | dict):
        return _NO_VALUE
    lines = (clean(line) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)
