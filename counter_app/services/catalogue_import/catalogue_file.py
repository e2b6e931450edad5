"""A province's file as procedures and a report: what kind it is, and how it is read."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from counter_app.domain.errors.catalogue import (
    EmptyListError,
    FileTooLargeError,
    FileUnreadableError,
    OldWorkbookError,
)
from counter_app.domain.problems import false
from counter_app.domain.procedures.procedure import Procedure
from counter_app.papers.sheet_reader import read_workbook
from counter_app.services.catalogue_import.columns import Column, column_of
from counter_app.services.catalogue_import.json_list import read_json_list
from counter_app.services.catalogue_import.procedures_of_plain import procedures_of_plain
from counter_app.services.catalogue_import.procedures_of_rows import procedures_of_rows
from counter_app.services.catalogue_import.report import Findings, ImportReport, RowDoubt
from counter_app.services.catalogue_import.rows import Table, rows_of_objects, rows_of_sheets

Progress = Callable[[int, int], None]

MAX_MEGABYTES = 50
_MEGABYTE = 1_000_000
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"


def import_catalogue(path: Path, progress: Progress | None = None) -> ImportReport:
    """Return what the file at `path` holds. Nothing is stored; that is the caller's to decide.

    `progress(done, total)` counts steps of the work: `done` never falls and ends at `total`.
    Raises the errors of `domain/errors/catalogue.py`; a single bad row is never one.
    """
    bar = _Bar(progress)
    findings = Findings()
    start = _checked_start(path)
    if start.startswith(_OLE):
        raise OldWorkbookError(file=path.name)
    if start.startswith(_ZIP):
        report = _of_rows(
            rows_of_sheets(read_workbook(path, bar.reading), path.name), findings, bar
        )
    else:
        items = read_json_list(path)
        bar.reading(1, 1)
        if any(_is_row(item) for item in items):
            objects = _objects(items, findings)
            report = _of_rows(rows_of_objects(objects, path.name), findings, bar)
        else:
            taken = procedures_of_plain(items, findings, bar.building)
            report = _report(findings, taken, len(items))
    bar.building(1, 1)
    return report


def _checked_start(path: Path) -> bytes:
    """Return the first bytes. The size is asked of the system before the file is opened."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited for, maybe for ever
            raise FileUnreadableError(file=path.name)
        size = state.st_size
        if size > MAX_MEGABYTES * _MEGABYTE:
            raise FileTooLargeError(file=path.name, size=size // _MEGABYTE, limit=MAX_MEGABYTES)
        with path.open("rb") as file:
            start = file.read(len(_OLE))
    except OSError as error:
        raise FileUnreadableError(file=path.name) from error
    if not start:
        raise EmptyListError(file=path.name)
    return start


def _of_rows(table: Table, findings: Findings, bar: _Bar) -> ImportReport:
    taken = procedures_of_rows(table.rows, findings, bar.building)
    return _report(findings, taken, len(table.rows), table.ignored_columns)


def _report(
    findings: Findings,
    taken: tuple[Procedure, ...],
    rows_read: int,
    ignored: tuple[str, ...] = (),
) -> ImportReport:
    # A procedure that wasn't taken has refusals; its lesser doubts would only hide them.
    kept = {procedure.national_code for procedure in taken}
    doubts = [found for found in findings.doubts if found.code[:8] in kept]
    return ImportReport(taken, tuple(doubts), findings.refusals, rows_read, ignored)


def _is_row(item: object) -> bool:
    """Return True for an object with our headings as keys: then the list is one of rows."""
    return isinstance(item, dict) and any(column_of(key) is Column.CODE for key in item)


def _objects(items: list[object], findings: Findings) -> list[Mapping[str, object]]:
    objects: list[Mapping[str, object]] = []
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            objects.append(item)
        else:
            # An empty object keeps the numbers of those that follow.
            objects.append({})
            problem = false("catalogue.item_unread", place="/")
            findings.add_alone(RowDoubt(number, "", "", problem))
    return objects


class _Bar:
    """Reading is the first half of the bar, building the second; it never goes back."""

    _WHOLE = 1000

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._shown = -1

    def reading(self, done: int, total: int) -> None:
        self._show(done * self._WHOLE // (2 * total))

    def building(self, done: int, total: int) -> None:
        self._show((done + total) * self._WHOLE // (2 * total))

    def _show(self, done: int) -> None:
        if self._progress and done > self._shown:
            self._shown = done
            self._progress(done, self._WHOLE)
