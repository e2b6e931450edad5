"""Spreadsheets that others wrote, read with care: the one place that opens an xlsx.

An xlsx is a zip of XML. What it claims to unpack to is looked at before anything is unpacked, and a
document type (the door of XML bombs) is refused: no spreadsheet program writes one.
"""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.domain.errors.catalogue import (
    CatalogueError,
    FilePackedError,
    FileUnreadableError,
    OldWorkbookError,
    TooManyRowsError,
    WorkbookBrokenError,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

Cell = str | int | float | bool | date | None
Progress = Callable[[int, int], None]
"""Called with rows done and rows expected; the first never exceeds the second."""

MAX_ROWS = 200_000
MAX_COLUMNS = 100
MAX_UNPACKED_MB = 300
_LAST_ROW = 1_048_576  # of any spreadsheet program
_MAX_CELLS = 20_000_000  # a stray cell far to the right makes every row before it as wide
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that isn't empty, up to its last cell; `number` as spreadsheet programs show it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One visible sheet."""

    name: str
    rows: tuple[SheetRow, ...]


def read_workbook(path: Path, progress: Progress | None = None) -> tuple[Sheet, ...]:
    """Return the visible sheets of an xlsx: values only, formulas by their last result.

    Raises `FileUnreadableError`, `OldWorkbookError`, `WorkbookBrokenError`, `FilePackedError` and
    `TooManyRowsError` (over 200,000 rows that aren't empty).
    """
    _check_package(path)
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # openpyxl warns of styles and extensions that it drops; we take values only.
        warnings.simplefilter("ignore", UserWarning)
        try:
            # The file is ours to close: of a damaged one openpyxl leaves its own open.
            with path.open("rb") as file:
                book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
                return _sheets(book, path.name, progress)
        except CatalogueError:
            raise
        except Exception as error:  # it raises whatever the damage leads it to
            raise WorkbookBrokenError(file=path.name) from error


def _check_package(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(_OLE))
        if start == _OLE:
            raise OldWorkbookError(file=path.name)
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
            unpacked = sum(member.file_size for member in members)
            if unpacked > MAX_UNPACKED_MB * 1_000_000:
                raise FilePackedError(file=path.name, limit=MAX_UNPACKED_MB)
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with package.open(member) as part:
                        head = part.read(4096).replace(b"\0", b"")  # UTF-16 as well
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        raise FilePackedError(file=path.name, limit=MAX_UNPACKED_MB)
    except OSError as error:
        raise FileUnreadableError(file=path.name) from error
    except CatalogueError:
        raise
    except Exception as error:  # zipfile as well: zlib.error, RuntimeError …
        raise WorkbookBrokenError(file=path.name) from error


def _sheets(book: Workbook, name: str, progress: Progress | None) -> tuple[Sheet, ...]:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    expected = max(1, min(MAX_ROWS, sum(sheet.max_row or 0 for sheet in visible)))
    sheets: list[Sheet] = []
    kept = seen = 0
    for sheet in visible:
        # What a file says about its own size is often wrong, and would cut rows off.
        sheet.reset_dimensions()
        rows: list[SheetRow] = []
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            seen += len(values)
            cells = tuple(_cell(value) for value in values[:MAX_COLUMNS])
            if any(cell is not None for cell in cells):
                rows.append(SheetRow(number, cells))
                kept += 1
            if kept > MAX_ROWS or number > _LAST_ROW:
                raise TooManyRowsError(file=name, limit=MAX_ROWS)
            if seen > _MAX_CELLS:
                raise FilePackedError(file=name, limit=MAX_UNPACKED_MB)
            if progress and number % _REPORT_EVERY == 0:
                progress(min(kept, expected), expected)
        sheets.append(Sheet(sheet.title, tuple(rows)))
    if progress:
        progress(expected, expected)
    return tuple(sheets)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return str(value)
