"""Whether an A4 sheet's form can be used: names that the program fills, columns that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counter_app.domain.printed.sheet_form import SheetForm, SheetMargins, SheetTable
from counter_app.domain.problems import Problem, doubt, false

LEAST_MARGIN, MOST_MARGIN = 50, 400
"""In tenths of a millimetre: printers don't reach nearer to the edge; more leaves no room."""

_PAGE = {False: 2100, True: 2970}  # width of an A4 page, upright and landscape
_LEAST_REST = 200  # of the column that takes the rest


def check_sheet(form: SheetForm, known: Iterable[SheetForm], at: str) -> Iterator[Problem]:
    """Yield what is wrong with a form; the names of the `known` ones are those that are filled."""
    shipped = tuple(known)
    fields = {field.key for each in shipped for field in each.fields}
    captions = {name for each in shipped for name in each.captions}
    tables = {name: table for each in shipped for name, table in each.tables.items()}
    for pointer, text in ((f"{at}/title", form.title), (f"{at}/name", form.name)):
        if not text:
            yield false("letter_empty", pointer)
    yield from check_margins(form.margins, f"{at}/margins")
    if len(form.signatures) > (most := max((len(each.signatures) for each in shipped), default=3)):
        yield false("letter_too_many", f"{at}/signatures", most=most)
    for place, field in enumerate(form.fields):
        if field.key not in fields:
            yield false("letter_value_unknown", f"{at}/fields/{place}/key", name=field.key)
    for name in form.captions:
        if name not in captions:
            yield false("letter_value_unknown", f"{at}/captions/{name}", name=name)
    for name in tables.keys() - form.tables.keys():
        yield false("form_set_missing", f"{at}/tables/{name}", name=name)
    width = _PAGE[form.landscape] - form.margins.left - form.margins.right
    for name, table in form.tables.items():
        if name not in tables:
            yield false("letter_list_unknown", f"{at}/tables/{name}", name=name)
            continue
        yield from _table(table, tables[name], width, f"{at}/tables/{name}")


def check_margins(margins: SheetMargins, at: str) -> Iterator[Problem]:
    """Yield the margins that no page has, with what they may be in millimetres."""
    for name in ("left", "right", "top", "bottom"):
        if not LEAST_MARGIN <= getattr(margins, name) <= MOST_MARGIN:
            yield margin_problem(f"{at}/{name}", LEAST_MARGIN, MOST_MARGIN)


def margin_problem(pointer: str, least: int, most: int) -> Problem:
    """Return that a margin is out of its limits, given in tenths of a millimetre."""
    return false("form_set_margin", pointer, least=least // 10, most=most // 10)


def _table(table: SheetTable, known: SheetTable, width: int, at: str) -> Iterator[Problem]:
    keys = {column.key for column in known.columns}
    for place, column in enumerate(table.columns):
        if column.key not in keys:  # stays empty, for the hand: perhaps that is what is wanted
            yield doubt("form_set_column_empty", f"{at}/columns/{place}/key", name=column.key)
        if column.width < 0:
            yield false("form_set_value", f"{at}/columns/{place}/width")
    rest = any(column.width == 0 for column in table.columns)
    used = sum(column.width for column in table.columns)
    if not table.columns or used > width - _LEAST_REST * rest:
        yield false("letter_columns_wide", f"{at}/columns")
    if not 0 <= table.row_height <= 500 or not 0 <= table.least_rows <= 60:
        yield false("form_set_value", at)
