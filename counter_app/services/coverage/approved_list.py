"""An approved list as the coverage it tells, with what is wrong line by line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from counter_app.domain.centre import AgencyList
from counter_app.domain.office.coverage import (
    AgencyProcess,
    ApprovedLine,
    CoverageList,
    Operation,
    ProcessState,
)
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.procedures.catalogue import Catalogue
from counter_app.domain.procedures.procedure import NAME_LIMIT
from counter_app.domain.procedures.procedure_code import clean_code
from counter_app.domain.text import fold
from counter_app.services.catalogue_import import values
from counter_app.services.coverage.approved_columns import OPERATIONS, PROCESSES, Column
from counter_app.services.coverage.approved_tables import Line, Tables, read_tables

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LineFinding:
    """What is wrong or doubtful about one row; `code` as it was written."""

    row: int
    code: str
    problem: Problem
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class ApprovedReport:
    """What came of reading. Nothing is kept when `refused` has a row: a list goes in whole."""

    coverage: CoverageList
    refused: tuple[LineFinding, ...]
    doubtful: tuple[LineFinding, ...]
    rows_read: int

    @property
    def is_whole(self) -> bool:
        """Tell whether the list may be kept."""
        return not self.refused


def import_approved(
    path: Path, version: str, catalogue: Catalogue, agencies: AgencyList, before: CoverageList
) -> ApprovedReport:
    """Return the coverage that the file at `path` tells, as `version`.

    A file with only one of the two tables leaves the other as it is in `before`. Raises the errors
    of `domain/errors/catalogue.py` for a file that can't be read; a bad row is a finding.
    """
    tables = read_tables(path)
    reading = _Reading(catalogue, agencies)
    lines = reading.lines(tables)
    processes = reading.processes(tables)
    refused = tuple(each for each in reading.found if each.problem.is_false)
    coverage = CoverageList()
    if not refused:
        coverage = CoverageList(
            version,
            lines if tables.listed else before.lines,
            processes if tables.states else before.processes,
            imported=True,
        )
    return ApprovedReport(
        coverage,
        refused,
        tuple(each for each in reading.found if not each.problem.is_false),
        len(tables.listed) + len(tables.states),
    )


class _Reading:
    """Rows become lines; what stands against them is found on the way."""

    def __init__(self, catalogue: Catalogue, agencies: AgencyList) -> None:
        self.found: list[LineFinding] = []
        self._catalogue = catalogue
        self._agencies = agencies

    def lines(self, tables: Tables) -> tuple[ApprovedLine, ...]:
        taken: dict[str, tuple[ApprovedLine, int]] = {}
        for row in tables.listed:
            line = self._line(row)
            if line is None:
                continue
            known = taken.get(line.code)
            if known is None:
                taken[line.code] = (line, row.number)
            elif known[0] == line:
                self._say(row, doubt("approved.given_twice", row=known[1]))
            else:
                self._say(row, false("approved.given_differently", row=known[1]))
        return tuple(line for line, _ in taken.values())

    def processes(self, tables: Tables) -> tuple[AgencyProcess, ...]:
        taken: dict[str, tuple[AgencyProcess, int]] = {}
        for row in tables.states:
            each = self._process(row)
            if each is None:
                continue
            known = taken.get(each.agency)
            if known is None:
                taken[each.agency] = (each, row.number)
            elif known[0] == each:
                self._say(row, doubt("approved.given_twice", row=known[1]))
            else:
                self._say(row, false("approved.agency_twice", row=known[1]))
        return tuple(each for each, _ in taken.values())

    def _line(self, row: Line) -> ApprovedLine | None:
        written = row.text(Column.CODE)
        code = clean_code(written)
        if code is None:
            self._say(row, false("approved.bad_code", written=written[:40] or "–"))
            return None
        code = code[:8]
        name = row.text(Column.NAME)
        if not name or len(name) > NAME_LIMIT:
            self._say(row, false("approved.no_name", limit=NAME_LIMIT))
            return None
        known = next(iter(self._catalogue.versions_of(code)), None)
        if known is not None and fold(known.name) != fold(name):
            self._say(row, doubt("approved.name_differs", name=known.name))
        agency = row.text(Column.AGENCY) or (known.agency_code if known else "")
        listed = self._agencies.with_code(agency)
        if agency and listed is None:
            self._say(row, doubt("approved.agency_unknown", agency=agency[:40]))
        agency_name = row.text(Column.AGENCY_NAME) or (listed.name if listed else "")
        level = self._read(row, Column.LEVEL, values.level)
        if level is None and known is not None and known.levels:
            level = known.levels[0]
        return ApprovedLine(
            code,
            name,
            agency,
            agency_name,
            level,
            row.text(Column.DECISION),
            self._day(row, Column.DECIDED_ON),
            row.text(Column.REASON),
            self._day(row, Column.EXPECTED_ON),
        )

    def _process(self, row: Line) -> AgencyProcess | None:
        agency = row.text(Column.AGENCY)
        if not agency:
            self._say(row, false("approved.no_agency"))
            return None
        listed = self._agencies.with_code(agency)
        if listed is None:
            self._say(row, doubt("approved.agency_unknown", agency=agency[:40]))
        process = self._state(row, Column.PROCESS, PROCESSES)
        operation = self._state(row, Column.OPERATION, OPERATIONS)
        if process is None or operation is None:
            return None
        each = AgencyProcess(
            agency,
            row.text(Column.AGENCY_NAME) or (listed.name if listed else ""),
            process,
            row.text(Column.DECISION),
            self._day(row, Column.DECIDED_ON),
            operation,
            self._day(row, Column.SINCE),
        )
        if each.operation is not Operation.NONE and each.since is None:
            self._say(row, doubt("approved.no_since"))
        if each.operation is Operation.OFFICIAL and each.process is not ProcessState.APPROVED:
            self._say(row, doubt("approved.operated_unapproved"))
        return each

    def _state(self, row: Line, column: Column, known: Mapping[str, T]) -> T | None:
        written = row.text(column)
        found = known.get(fold(written))
        if found is None:
            self._say(row, false("approved.bad_state", column=column.value, value=written[:40]))
        return found

    def _day(self, row: Line, column: Column) -> date | None:
        return self._read(row, column, values.day)

    def _read(self, row: Line, column: Column, reader: Callable[[str], T | None]) -> T | None:
        written = row.text(column)
        found = reader(written) if written else None
        if written and found is None:
            problem = false("approved.unread", column=column.value, value=written[:40])
            self._say(row, problem)
        return found

    def _say(self, row: Line, problem: Problem) -> None:
        written = row.text(Column.CODE) or row.text(Column.AGENCY)
        self.found.append(LineFinding(row.number, written[:40], problem, row.sheet))
