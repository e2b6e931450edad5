from __future__ import annotations

import json

import pytest

from counter_app.config import resource
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.printed.sheet_form import (
    Align,
    SheetColumn,
    SheetForm,
    SheetMargins,
    SheetTable,
    filled,
)

SETS = ("TT01-2018", "TT03-2025")
NAMES = (
    "cash_sheet",
    "control_sheet",
    "day_closing",
    "hand_over_dossiers",
    "hand_over_results",
    "inspection",
    "ledger",
    "posting_sheet",
    "reminder_list",
)


def shipped(set_id: str, name: str) -> SheetForm:
    path = resource("forms") / set_id / "sheets" / f"{name}.json"
    return from_plain(SheetForm, json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("set_id", SETS)
@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_form_fits_its_page(set_id: str, name: str) -> None:
    form = shipped(set_id, name)
    paper = 2970 if form.landscape else 2100
    width = paper - form.margins.left - form.margins.right
    for table in form.tables.values():
        columns = sum(column.width for column in table.columns)
        takes_rest = any(column.width == 0 for column in table.columns)
        assert columns <= width - (150 if takes_rest else 0)
    assert from_plain(SheetForm, to_plain(form)) == form


def test_the_circulars_number_the_two_sheets_that_they_know() -> None:
    numbers = {(set_id, name): shipped(set_id, name).number for set_id in SETS for name in NAMES}
    assert {key: number for key, number in numbers.items() if number} == {
        ("TT01-2018", "control_sheet"): "05",
        ("TT01-2018", "ledger"): "06",
        ("TT03-2025", "control_sheet"): "06",
        ("TT03-2025", "ledger"): "07",
    }


def test_the_register_has_the_thirteen_columns_of_the_design() -> None:
    """Days take a millimetre more than drawn, or `22/11/2026` would be broken."""
    (table,) = shipped("TT03-2025", "ledger").tables.values()
    assert [column.width for column in table.columns] == [
        105, 200, 445, 75, 250, 365, 280, 165, 165, 165, 150, 130, 155,
    ]  # fmt: skip
    assert sum(column.width for column in table.columns) == 2650


def test_words_are_filled_in_and_strange_names_stay() -> None:
    form = SheetForm("T", "t", captions={"at": "lúc {time}, {nowhere}"})
    assert form.said("at", time="09:12") == "lúc 09:12, {nowhere}"
    assert form.said("absent", time="09:12") == ""
    assert filled("{a}{b}", {"a": 1}) == "1{b}"


def test_only_one_column_takes_the_rest() -> None:
    with pytest.raises(ValueError, match="only one column"):
        SheetTable((SheetColumn("a", "A"), SheetColumn("b", "B")))


def test_a_column_stands_in_a_table_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        SheetTable((SheetColumn("a", "A", 10), SheetColumn("a", "B", 10)))


def test_a_column_needs_an_alignment_that_exists() -> None:
    plain = {"key": "a", "head": "A", "align": "diagonal"}
    with pytest.raises(NotPlainError, match="unknown Align"):
        from_plain(SheetColumn, plain)
    assert from_plain(SheetColumn, plain | {"align": "right"}).align is Align.RIGHT


def test_margins_have_defaults() -> None:
    assert SheetForm("T", "t").margins == SheetMargins(200, 150, 150, 110)
