"""The rows that belong to one procedure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.procedures.procedure_code import clean_code
from counter_app.services.catalogue_import.columns import Column
from counter_app.services.catalogue_import.report import Findings, RowDoubt
from counter_app.services.catalogue_import.rows import Row


@dataclass(slots=True)
class Group:
    """All rows of one procedure, and where findings about them go.

    `refused` is set by the first finding that is false: then the procedure isn't taken.
    """

    national_code: str
    findings: Findings
    rows: list[Row] = field(default_factory=list)
    refused: bool = False

    @property
    def name(self) -> str:
        """Return the first name that a row gives."""
        return next((name for row in self.rows if (name := row.text(Column.NAME))), "")

    def found(self, row: Row, problem: Problem) -> None:
        """Report `problem` at `row`."""
        self.refused = self.refused or problem.is_false
        at = RowDoubt(row.number, self.national_code, self.name, problem, row.sheet)
        self.findings.add(at)

    def one(self, column: Column) -> str:
        """Return the one value of a column; when rows disagree, none, and a doubt."""
        return self._agreed(column, only_doubt=True)

    def firm(self, column: Column) -> str:
        """Return the one value of a column; when rows disagree, the procedure is refused."""
        return self._agreed(column, only_doubt=False)

    def all(self, column: Column) -> tuple[str, ...]:
        """Return every value of a column that may hold several, each once, in order."""
        return tuple(dict.fromkeys(item for row in self.rows for item in row.items(column)))

    def unread(self, row: Row, column: Column) -> None:
        """Report a cell that can't be read without guessing; its value stays unknown."""
        value = row.text(column)[:60]
        self.found(row, doubt("catalogue.value_unread", column=column.value, value=value))

    def _agreed(self, column: Column, *, only_doubt: bool) -> str:
        first = ""
        for row in self.rows:
            value = row.text(column)
            if value and first and value != first:
                if only_doubt:
                    self.found(row, doubt("catalogue.values_differ", column=column.value))
                else:
                    self.found(row, false("catalogue.two_values", column=column.value))
                return ""
            first = first or value
        return first


def grouped(rows: Iterable[Row], findings: Findings) -> tuple[Group, ...]:
    """Return the rows by procedure, in the list's order.

    An empty code means the procedure of the row above (merged cells come so), unless the row has a
    name of its own, or the row above was refused.
    """
    groups: dict[str, Group] = {}
    current: Group | None = None
    sheet: str | None = None
    for row in rows:
        if row.sheet != sheet:
            sheet, current = row.sheet, None
        written = row.text(Column.CODE)
        if written:
            code = clean_code(written)
            current = groups.setdefault(code[:8], Group(code[:8], findings)) if code else None
            if current is None:
                _refuse(row, findings, false("catalogue.bad_code", written=written[:40]))
        elif row.text(Column.NAME):
            current = None
            _refuse(row, findings, false("catalogue.code_missing"))
        elif current is None:
            _refuse(row, findings, false("catalogue.row_alone"))
        if current is not None:
            current.rows.append(row)
    return tuple(groups.values())


def _refuse(row: Row, findings: Findings, problem: Problem) -> None:
    where = RowDoubt(
        row.number, row.text(Column.CODE)[:40], row.text(Column.NAME), problem, row.sheet
    )
    findings.add_alone(where)
