"""A file of the province as tables of known columns: xlsx, csv or JSON."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from counter_app.domain.errors.catalogue import (
    EmptyListError,
    FileTooLargeError,
    FileUnreadableError,
    TooManyRowsError,
    UnknownKindError,
    WrongColumnsError,
    WrongEncodingError,
)
from counter_app.domain.text import clean
from counter_app.papers.sheet_reader import MAX_ROWS, read_workbook
from counter_app.services.catalogue_import.json_list import read_json_list
from counter_app.services.coverage.approved_columns import Column, is_list, is_states, recognise

MAX_MEGABYTES = 20
_MEGABYTE = 1_000_000
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"
_WITHIN = 30
"""Headings stand in one of the first rows: titles may stand above them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its filled cells. `number` as whoever made the file sees it."""

    number: int
    cells: Mapping[Column, str]
    sheet: str = ""

    def text(self, column: Column) -> str:
        """Return a cell, "" when it is empty."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Tables:
    """The rows of the approved list, and those of the states of agencies."""

    listed: tuple[Line, ...]
    states: tuple[Line, ...]


Rows = Sequence[tuple[int, Sequence[object]]]


def read_tables(path: Path) -> Tables:
    """Return what a file holds. Raises the errors of `domain/errors/catalogue.py`."""
    try:
        size = path.stat().st_size
        if size > MAX_MEGABYTES * _MEGABYTE:
            megabytes = size // _MEGABYTE
            raise FileTooLargeError(file=path.name, size=megabytes, limit=MAX_MEGABYTES)
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(file=path.name) from error
    if not data.strip():
        raise EmptyListError(file=path.name)
    sheets: list[tuple[str, Rows]]
    if data.startswith((_ZIP, _OLE)):
        sheets = [
            (sheet.name, [(row.number, row.cells) for row in sheet.rows])
            for sheet in read_workbook(path)
        ]
    elif data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{"):
        sheets = [("", _objects(read_json_list(path)))]
    else:
        sheets = [("", _csv(data, path.name))]
    return _tables(sheets, path.name)


def _csv(data: bytes, name: str) -> Rows:
    """Return the rows of a csv as Excel writes it here: separated by ";", "," or tabs."""
    if b"\0" in data[:4096]:
        raise UnknownKindError(file=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongEncodingError(file=name) from error
    first = text.lstrip().splitlines()[0]
    separator = max((";", ",", "\t"), key=first.count)
    rows = []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    try:
        for cells in reader:
            rows.append((reader.line_num, cells))
            if len(rows) > MAX_ROWS:
                raise TooManyRowsError(file=name, limit=MAX_ROWS)
    except csv.Error as error:
        raise UnknownKindError(file=name) from error
    return rows


def _objects(items: Iterable[object]) -> Rows:
    """Return objects as rows below a row of all their names."""
    objects = [item if isinstance(item, dict) else {} for item in items]
    names = list(dict.fromkeys(str(name) for each in objects for name in each))
    rows: list[tuple[int, Sequence[object]]] = [(0, names)]
    rows += [(at, [each.get(name) for name in names]) for at, each in enumerate(objects, start=1)]
    return rows


def _tables(sheets: Iterable[tuple[str, Rows]], file: str) -> Tables:
    listed: list[Line] = []
    states: list[Line] = []
    seen: dict[str, None] = {}
    found = False
    for name, rows in sheets:
        for at, (_, cells) in enumerate(rows[:_WITHIN]):
            headings = [clean(_text(cell)) for cell in cells]
            seen.update(dict.fromkeys(each for each in headings if each))
            columns = recognise(headings)
            known = tuple(columns.values())
            if not is_list(known) and not is_states(known):
                continue
            lines = _lines(name, rows[at + 1 :], columns)
            (listed if is_list(known) else states).extend(lines)
            found = True
            break
    if not found:
        missing = f"{Column.CODE.value}, {Column.NAME.value}"
        shown = ", ".join(each[:40] for each in list(seen)[:12]) or "–"
        raise WrongColumnsError(file=file, missing=missing, seen=shown)
    if not listed and not states:
        raise EmptyListError(file=file)
    return Tables(tuple(listed), tuple(states))


def _lines(sheet: str, rows: Rows, columns: Mapping[int, Column]) -> list[Line]:
    lines = []
    for number, cells in rows:
        filled = {
            column: text
            for at, column in columns.items()
            if at < len(cells) and (text := clean(_text(cells[at])))
        }
        if filled:
            lines.append(Line(number, filled, sheet))
    return lines


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        # A code like 1.004870 is kept by a spreadsheet as the number 1.00487.
        return str(int(value)) if value.is_integer() else f"{value:.6f}"
    if isinstance(value, date):
        return value.isoformat()[:10]
    return str(value)
