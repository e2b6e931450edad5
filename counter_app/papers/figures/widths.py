"""How wide the columns of a sheet of figures are, and how large its type: a figure never breaks.

The largest type is taken at which every figure stands whole in its column. Columns that want more
than the page has give way in the same measure, none below what its own figures need. Only where
even the smallest type is too wide do figures break; nothing ever stands outside its column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from counter_app.domain.reports.said import said
from counter_app.domain.reports.sheet import Cell, Column, ReportSheet, RowKind, Unit
from counter_app.papers.setting.grid import GridType
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style
from counter_app.papers.sheets.styles import LIST

TYPES = (
    replace(LIST, middle=False),
    GridType(
        Style("regular", 8.5), Style("bold", 8.5), Style("bold", 8.2), Style("italic", 7.5),
        pitch=3.5, side=1.1, above=0.8, below=0.9, head_pitch=3.4, head_room=2.0,
    ),
    GridType(
        Style("regular", 7.5), Style("bold", 7.5), Style("bold", 7.4), Style("italic", 7),
        pitch=3.2, side=0.9, above=0.7, below=0.8, head_pitch=3.1, head_room=1.8,
    ),
    GridType(
        Style("regular", 6.8), Style("bold", 6.8), Style("bold", 6.8), Style("italic", 6.8),
        pitch=2.9, side=0.7, above=0.6, below=0.7, head_pitch=2.8, head_room=1.6,
    ),
)  # fmt: skip
"""From the largest to the smallest print that our papers bear."""

WHOLE = frozenset({Unit.COUNT, Unit.PERCENT, Unit.MONEY, Unit.TENTHS, Unit.DATE})
"""What never breaks while there is room; minutes and moments may, between their words."""

_TEXT_LEAST, _REST_LEAST, _WORD_MOST = 26.0, 40.0, 18.0
_HEAD_SIDES = 2.0  # a head's word to both sides of its column
_HAIR = 0.05  # widths are summed; a word that fits exactly must not break by a rounding


@dataclass(frozen=True, slots=True)
class Fitted:
    """The type of a table, and the width of each column in millimetres."""

    kind: GridType
    widths: tuple[float, ...]


def before_said(cell: Cell, unit: Unit) -> str:
    """Return the figure of the period before as it stands below a figure; "" for none."""
    return "" if cell.before is None else f"({said(cell.before, unit)})"


def fitted(blank: Sheet, report: ReportSheet) -> Fitted:
    """Return type and widths for the columns of `report` on the width of `blank`."""
    longest = [_longest(report, place) for place in range(len(report.columns))]
    kind, least = TYPES[0], [0.0]
    for kind in TYPES:
        least = [
            _least(blank, kind, column, texts)
            for column, texts in zip(report.columns, longest, strict=True)
        ]
        if sum(least) <= blank.width:
            break
    wanted = [
        max(need, float(column.width or _REST_LEAST))
        for column, need in zip(report.columns, least, strict=True)
    ]
    return Fitted(kind, tuple(_shared(blank.width, report.columns, least, wanted)))


def _shared(
    room: float, columns: tuple[Column, ...], least: list[float], wanted: list[float]
) -> list[float]:
    if sum(least) > room:
        return [need * room / sum(least) for need in least]
    if sum(wanted) > room:
        spare = (room - sum(least)) / (sum(wanted) - sum(least))
        return [need + (want - need) * spare for need, want in zip(least, wanted, strict=True)]
    rest = room - sum(wanted)
    takers = [not column.width for column in columns]
    if not any(takers):
        takers = [column.unit is Unit.TEXT for column in columns]
    if not any(takers):
        takers = [True] * len(columns)
    taken = sum(want for want, takes in zip(wanted, takers, strict=True) if takes)
    return [
        want + rest * want / taken if takes else want
        for want, takes in zip(wanted, takers, strict=True)
    ]


def _least(blank: Sheet, kind: GridType, column: Column, texts: list[str]) -> float:
    """Return the least width of a column: its figures whole, and the words of its head."""
    words = column.head.split()
    head = min(_WORD_MOST, _widest(blank, words, kind.head)) + _HEAD_SIDES
    if column.unit is Unit.TEXT:
        return max(head, min(float(column.width or _TEXT_LEAST), _TEXT_LEAST))
    parts = texts if column.unit in WHOLE else [word for text in texts for word in text.split()]
    return max(head, _widest(blank, parts, kind.bold) + 2 * kind.side) + _HAIR


def _widest(blank: Sheet, texts: Iterable[str], style: Style) -> float:
    return max((blank.text_width(text, style) for text in texts), default=0.0)


def _longest(report: ReportSheet, place: int) -> list[str]:
    """Return the longest figures of a column: letters of all lengths need not be measured."""
    unit = report.columns[place].unit
    if unit is Unit.TEXT:
        return []
    texts = set()
    for row in report.rows:
        cell = row.cells[place]
        if row.kind is not RowKind.HEAD and not isinstance(cell.value, str):
            texts.add(said(cell.value, unit))
            if report.compared:
                texts.add(before_said(cell, unit))
    most = max(map(len, texts), default=0)
    return sorted(text for text in texts if len(text) >= most - 2)
