"""A4 sheets with names of 919 characters, many rows, none at all, and the mark of practice."""

from __future__ import annotations

import pytest

from counter_app.papers.fonts import choose_fonts, font_folders
from tests.papers.sheet_checks import FINE, KINDS, check, made

FONTS = choose_fonts()


@pytest.mark.parametrize("kind", ["control", "posting"])
def test_strained_in_practice(kind: str) -> None:
    assert check(made(kind, "strained", "practice", "TT01-2018", FONTS), FINE).faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_list(kind: str) -> None:
    assert check(made(kind, "empty", "plain", "TT01-2018", FONTS), FINE).faults == []


@pytest.mark.parametrize("kind", ["control", "inspection"])
def test_the_fall_back_face_fits_too(kind: str) -> None:
    fallback = choose_fonts(font_folders()[-1:])
    assert check(made(kind, "plain", "plain", "TT03-2025", fallback), FINE).faults == []
