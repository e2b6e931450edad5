"""The test page: its symbols are read back, its rulers stand where they say."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from counter_app.papers.documents import Layout
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.ruler_page import CODE, RULER, ruler_page_pdf
from tests.papers.reading import READERS, fonts, images, texts

DPI = 300.0


@pytest.fixture(scope="module", params=get_args(Layout))
def page(request: pytest.FixtureRequest) -> bytes:
    return ruler_page_pdf(choose_fonts(), request.param, "HP 107a")


def test_both_symbols_are_read(page: bytes) -> None:
    (image,) = images(page, DPI, one_bit=True)
    for name, reader in READERS.items():
        found = {read.kind for read in reader(image) if read.text == CODE}
        assert found == {"bars", "qr"}, name


def test_the_rulers_have_a_mark_each_millimetre(page: bytes) -> None:
    (image,) = images(page, DPI, one_bit=False)
    row = round((RULER - 1) * DPI / 25.4)
    dark = [x for x in range(image.width) if image.getpixel((x, row)) < 160]
    starts = [x for before, x in pairwise([-9, *dark]) if x - before > 2]
    marks = [start * 25.4 / DPI for start in starts]
    inside = [mark for mark in marks if RULER + 1 < mark < image.width * 25.4 / DPI - 6]
    assert len(inside) > 90
    for number, mark in enumerate(inside):
        assert mark == pytest.approx(RULER + 2 + number, abs=0.15)


def test_it_says_what_to_do_and_has_all_letters(page: bytes) -> None:
    (text,) = texts(page)
    assert "TRANG IN THỬ" in text
    assert "HP 107a" in text
    assert "Ỹ" in text
    assert all(fonts(page).values())
