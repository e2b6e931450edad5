from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.domain.text import fold
from counter_app.services.catalogue_import.columns import (
    _ALSO,
    _KNOWN,
    Column,
    column_of,
    recognise,
)


@pytest.mark.parametrize("column", Column)
def test_the_template_is_recognised_with_and_without_accents(column: Column) -> None:
    assert column_of(column.value) is column
    assert column_of(fold(column.value).upper()) is column
    assert column_of(f"  {column.value} (*) :") is column


def test_the_page_about_the_format_names_every_heading() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "catalogue-format.md"
    text = page.read_text("utf-8")
    assert [column.value for column in Column if column.value not in text] == []


def test_no_heading_means_two_columns() -> None:
    assert len(_KNOWN) == len(Column) + sum(len(others) for others in _ALSO.values())


def test_what_is_not_recognised_is_told() -> None:
    positions, ignored = recognise(["STT", "Mã TTHC", "TÊN TTHC", "", "Tên thủ tục", "Số bản sao"])
    assert positions == {1: Column.CODE, 2: Column.NAME, 5: Column.PHOTOCOPIES}
    assert ignored == ("STT", "Tên thủ tục")
    assert column_of("Bản sao (số lượng)") is Column.PHOTOCOPIES
    assert column_of("") is None
