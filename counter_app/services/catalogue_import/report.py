"""What came of an import: procedures, doubts, refusals, each with its row."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from counter_app.domain.problems import Problem
from counter_app.domain.procedures.procedure import Procedure


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """One finding about one procedure, at `row` and, word for word the same, at `also_rows`.

    Rows are numbered as the spreadsheet shows them; in JSON, items count from 1.
    """

    row: int
    code: str
    name: str
    problem: Problem
    sheet: str = ""
    also_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The whole result of reading a list; nothing was stored yet.

    `doubtful` rows belong to procedures that were taken, with what is doubtful left unknown;
    `refused` names the rows for whose sake a procedure wasn't taken at all. `ignored_columns` are
    headings that weren't recognised.
    """

    imported: tuple[Procedure, ...]
    doubtful: tuple[RowDoubt, ...]
    refused: tuple[RowDoubt, ...]
    rows_read: int
    ignored_columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Findings:
    """Collects findings. What a list repeats on every row of a procedure is told once."""

    _found: dict[tuple[str, str, Problem], RowDoubt] = field(default_factory=dict)
    _alone: list[RowDoubt] = field(default_factory=list)

    def add(self, found: RowDoubt) -> None:
        """Keep `found`, together with the same finding at other rows of the procedure."""
        key = (found.code, found.sheet, found.problem)
        first = self._found.setdefault(key, found)
        if found.row not in (first.row, *first.also_rows[-1:]):
            self._found[key] = replace(first, also_rows=(*first.also_rows, found.row))

    def add_alone(self, found: RowDoubt) -> None:
        """Keep a finding about a row that belongs to no procedure."""
        self._alone.append(found)

    @property
    def doubts(self) -> tuple[RowDoubt, ...]:
        """Return what leaves a procedure in, in the order of its being found."""
        return tuple(found for found in self._found.values() if not found.problem.is_false)

    @property
    def refusals(self) -> tuple[RowDoubt, ...]:
        """Return what keeps a procedure or a row out."""
        false = [found for found in self._found.values() if found.problem.is_false]
        return tuple(sorted(self._alone + false, key=lambda found: (found.sheet, found.row)))
