"""Tables of a letter: the rows of a list with their total, and criteria with boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_form import LetterTable, Scale
from counter_app.domain.printed.sheet_form import Align, SheetColumn
from counter_app.papers.letters.sizes import LetterSize
from counter_app.papers.letters.values import Values
from counter_app.papers.setting.flow import Band
from counter_app.papers.setting.grid import Drawn, Grid
from counter_app.papers.setting.sheet import Sheet

_NUMBER_WIDTH, _MARK_WIDTH, _WORDED_WIDTH = 80, 110, 150  # tenths of a millimetre, on A5


def table_bands(
    table: LetterTable, content: LetterContent, values: Values, blank: Sheet, size: LetterSize
) -> list[Band]:
    """Return the rows of `table`, its total last; what an empty one says."""
    rows = content.lists.get(table.name, ())
    if not rows and (table.optional or not table.empty):
        return []
    columns = _scaled(table.columns, size)
    grid = Grid(blank, columns, size.grid)
    if not rows:
        return [grid.wide_row(blank, table.empty, size.grid.text)]
    bands = [grid.row(blank, _cells(number, row, columns)) for number, row in enumerate(rows, 1)]
    if total := values.get(table.total) if table.total else "":
        bands[-1] = replace(bands[-1], kept=True)
        keys = [column.key for column in columns]
        cells = {"text": table.total_label, keys[-1]: total}
        bands.append(grid.row(blank, cells, bold=keys))
    return bands


def scale_bands(scale: Scale, content: LetterContent, blank: Sheet, size: LetterSize) -> list[Band]:
    """Return a row for each question, a box under each mark."""
    rows = content.lists.get(scale.name) or tuple(LetterRow(text) for text in scale.rows)
    heads, said = _answers(rows, scale.marks)
    width = _MARK_WIDTH if heads == scale.marks else _WORDED_WIDTH
    marks = [
        SheetColumn(f"mark{place}", head, width, Align.CENTRE) for place, head in enumerate(heads)
    ]
    number = SheetColumn("number", scale.heads[0], _NUMBER_WIDTH, Align.CENTRE)
    columns = (number, SheetColumn("text", scale.heads[1]), *marks)
    grid = Grid(blank, _scaled(columns, size), replace(size.grid, middle=True))
    widths = grid.widths()
    bands = []
    for place, row in enumerate(rows, 1):
        names = [f"{place}.{point}" for point in range(len(row.cells) if said else len(heads))]
        drawn: Mapping[str, Drawn] = {
            column.key: _box(size, widths[column.key], ticked=name in content.ticked)
            for column, name in zip(marks, names, strict=False)
        }
        text = f"{row.text}\n({'; '.join(_pointed(row.cells))})" if said else row.text
        cells = {"number": f"{place}", "text": text}
        bands.append(grid.row(blank, cells, drawn=drawn))
    return bands


def _answers(rows: Sequence[LetterRow], marks: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return the heads of the boxes, and whether each row says its own answers."""
    answers = {row.cells for row in rows}
    if answers == {()}:
        return marks, False
    if len(answers) == 1:
        said = enumerate(rows[0].cells)
        # The digit is what the office types back, so it stands in front of words that lack it.
        heads = (
            each if each.startswith(f"{point}") else f"{point}: {each}" for point, each in said
        )
        return tuple(heads), False
    most = max(len(each) for each in answers)
    return tuple(f"{point}" for point in range(most)), True


def _pointed(answers: Sequence[str]) -> list[str]:
    return [f"{point}: {answer}" for point, answer in enumerate(answers)]


def _scaled(columns: tuple[SheetColumn, ...], size: LetterSize) -> tuple[SheetColumn, ...]:
    return tuple(replace(each, width=round(each.width * size.scale)) for each in columns)


def _cells(number: int, row: LetterRow, columns: Sequence[SheetColumn]) -> dict[str, str]:
    """Return the cells of a row; a detail without a column of its own stands below the text."""
    below = row.detail and not any(column.key == "detail" for column in columns)
    text = f"{row.text}\n{row.detail}" if below else row.text
    cells = {f"cell{place}": each for place, each in enumerate(row.cells, 1)}
    return {"number": f"{number}", "text": text, "detail": row.detail, **cells}


def _box(size: LetterSize, width: float, *, ticked: bool) -> Drawn:
    side = size.tick

    def draw(sheet: Sheet, left: float, top: float, height: float) -> None:
        y = top + height / 2 + side / 2 - 0.35
        sheet.tick_box(left + (width - side) / 2, y, side, ticked=ticked)

    return draw
