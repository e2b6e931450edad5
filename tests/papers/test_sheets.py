"""A part of `python -m tests.papers OUT`: the sheets that strain the forms most."""

from __future__ import annotations

import pytest

from counter_app.papers.fonts import choose_fonts, font_folders
from tests.papers.checks import check
from tests.papers.gallery import fallback_sheet, gallery
from tests.papers.round_trip import random_codes, read_back

pytestmark = pytest.mark.long

FONTS = choose_fonts()
STRAINING = ("01", "03", "04d", "07a", "07c", "08", "09", "12", "15", "22", "24d")
SHEETS = {
    sheet.name: sheet.make
    for sheet in gallery(FONTS)
    if sheet.name.split("_")[0]
    in ("01", "03", "04d", "07a", "07c", "08", "09", "12", "15", "22", "24d")
    and not sheet.name.endswith("TT01")
}


@pytest.mark.parametrize("name", sorted(SHEETS))
def test_sheet(name: str) -> None:
    assert check(SHEETS[name]()).faults == []


def test_the_fall_back_face_keeps_the_lines() -> None:
    fallback = choose_fonts(font_folders()[-1:])
    assert check(fallback_sheet(fallback)).faults == []


def test_symbols_of_random_codes_are_read_by_two_readers() -> None:
    result = read_back(random_codes(20, seed=3), FONTS)
    assert result.faults == []
    assert result.reads.total() == 20 * 8
