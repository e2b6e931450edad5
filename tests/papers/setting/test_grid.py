from __future__ import annotations

from counter_app.domain.printed.sheet_form import Align, SheetColumn
from counter_app.papers.fonts import choose_fonts, registered
from counter_app.papers.setting.grid import Grid
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.sheets.styles import LEDGER, LIST

COLUMNS = (
    SheetColumn("place", "TT", 100, Align.CENTRE),
    SheetColumn("name", "Tên"),
    SheetColumn("amount", "Số tiền", 300, Align.RIGHT),
)


def blank() -> Sheet:
    return Sheet(registered(choose_fonts()), 20.0, 175.0)


def test_one_column_takes_what_the_others_leave() -> None:
    assert Grid(blank(), COLUMNS, LIST).widths() == {"place": 10.0, "name": 135.0, "amount": 30.0}


def test_a_row_is_as_high_as_its_longest_cell_and_never_lower_than_asked() -> None:
    grid = Grid(blank(), COLUMNS, LIST, least=11.6)
    one = grid.row(blank(), {"name": "Trần Thị Mẫu"})
    many = grid.row(blank(), {"name": "Trần Thị Mẫu " * 60})
    assert one.height == 11.6
    assert many.height > 30
    assert many.words.startswith("Trần Thị Mẫu")


def test_a_column_that_the_program_does_not_know_stays_empty() -> None:
    grid = Grid(blank(), COLUMNS, LIST)
    assert grid.row(blank(), {"stranger": "x" * 9}).height == grid.row(blank(), {}).height


def test_heads_under_a_common_head_are_higher_and_numbers_lower_still() -> None:
    plain = Grid(blank(), COLUMNS, LEDGER)
    grouped = (COLUMNS[0], SheetColumn("name", "Tên", group="Ai"), COLUMNS[2])
    together = Grid(blank(), grouped, LEDGER)
    numbered = Grid(blank(), grouped, LEDGER, numbered=True)
    assert plain.head.height < together.head.height < numbered.head.height


def test_room_for_text_is_within_the_padding() -> None:
    grid = Grid(blank(), COLUMNS, LIST)
    assert grid.room("amount") == 30.0 - 2 * LIST.side
    assert grid.room("stranger") == 0.0
