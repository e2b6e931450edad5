"""A sheet of figures (biểu số liệu): what every report is, on the screen, on paper, in a file.

No figure of a sheet can be typed in: services count it from the journal, and each number knows
which dossiers stand behind it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from counter_app.domain.journal.canonical import canonical
from counter_app.domain.plain import to_plain
from counter_app.domain.reports.period import Period

Value = str | int | date | datetime | None


class Unit(Enum):
    """What the values of a column are. Figures are whole numbers: tenths where there are parts."""

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"  # tenths of a percent: 953 is 95,3 %
    MONEY = "money"  # đồng
    MINUTES = "minutes"
    TENTHS = "tenths"  # points, days: 48 is 4,8
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `definition` says what its figures count, and by which rule (one key away).

    `width` in millimetres on an A4 page that lies, 0 for what the others leave (one at most).
    Neighbours with the same `group` stand under it as a common head.
    """

    key: str
    head: str
    unit: Unit = Unit.COUNT
    definition: str = ""
    width: int = 16
    group: str = ""


@dataclass(frozen=True, slots=True)
class Drill:
    """Which dossiers stand behind a number: a figure's key and what narrows it down.

    Only the report that made it reads it.
    """

    figure: str
    where: tuple[tuple[str, str], ...] = ()

    def narrowed(self, name: str) -> str | None:
        """Return the value that narrows `name`; None when nothing does."""
        return next((value for key, value in self.where if key == name), None)


class Mark(Enum):
    """How a value is to be seen; it never stands for the value itself."""

    PLAIN = "plain"
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value; `before` is the same figure of the period before, None where there is none."""

    value: Value = None
    drill: Drill | None = None
    before: Value = None
    mark: Mark = Mark.PLAIN


class RowKind(Enum):
    """What a row is."""

    LINE = "line"
    HEAD = "head"  # a heading over the lines below: only its first cell is said
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for each column."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.LINE


@dataclass(frozen=True, slots=True)
class SilentCounter:
    """A counter of this office that may have more to say; `heard` is its newest entry known."""

    number: str
    heard: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What a sheet knows, and what it can't: every sheet says it at its foot.

    `at`: when it was made; `data_to`: the newest entry known here; `position`: the journal's.
    `unsent`: counters of the office that weren't heard up to the end of the span. `waiting`: own
    entries that the province hasn't got. `purged`: dossiers of the span whose bodies were erased;
    their figures are whole, their names gone.
    """

    at: datetime
    position: int
    data_to: datetime | None = None
    unsent: tuple[SilentCounter, ...] = ()
    waiting: int = 0
    purged: int = 0


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One sheet. `name` is the report's stable key; `basis` the document it answers to.

    `compared`: values have the period before beside them. `notes` stand below the table.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    standing: Standing
    period: Period | None = None
    basis: str = ""
    notes: tuple[str, ...] = ()
    compared: bool = False

    def __post_init__(self) -> None:
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("a row has another number of cells than there are columns")


_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH, _GROUP = 12, 4


def check_code(sheet: ReportSheet) -> str:
    """Return the sheet's check code (mã kiểm tra), as `QY56-97FE-EC4C`: a digest of all it says.

    The same report of the same days at the same position of a machine's journal has the same code
    again, whoever makes it and when; with a figure that was changed on paper it has another one.
    """
    said = to_plain(
        (
            sheet.name,
            sheet.period,
            sheet.standing.position,
            [column.key for column in sheet.columns],
            [[cell.value for cell in row.cells] for row in sheet.rows],
        )
    )
    number = int.from_bytes(hashlib.sha256(canonical(said)).digest(), "big")
    letters = []
    for _ in range(_CODE_LENGTH):
        number, at = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[at])
    code = "".join(letters)
    return "-".join(code[at : at + _GROUP] for at in range(0, _CODE_LENGTH, _GROUP))
