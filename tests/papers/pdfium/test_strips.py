"""Strips laid under each other are the page, without seams, and where the preview shows it."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.pdfium.strips import strips
from tests.papers import samples
from tests.papers.reading import READERS, images, ink_box

DPI = 300.0


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")


def laid(pdf: bytes, rows: int) -> list[Image.Image]:
    """Lay the strips under each other."""
    sheets = [Image.new("L", whole.size, 0) for whole in images(pdf, DPI, one_bit=False)]
    for strip in strips(pdf, DPI, rows):
        size = (strip.width, strip.height)
        part = Image.frombuffer("L", size, strip.pixels, "raw", "L", strip.stride, 1)
        sheets[strip.page].paste(part, (0, strip.top))
    return sheets


def test_strips_have_no_seams(pdf: bytes) -> None:
    for thin, whole in zip(laid(pdf, 64), laid(pdf, 9999), strict=True):
        assert ImageChops.difference(thin, whole).getextrema()[1] < 16, "smoothing, no more"


def test_strips_lie_where_the_preview_shows_them(pdf: bytes) -> None:
    for sheet, shown in zip(laid(pdf, 128), images(pdf, DPI, one_bit=False), strict=True):
        assert ink_box(sheet, DPI) == pytest.approx(ink_box(shown, DPI), abs=0.1)
        for reader in READERS.values():
            codes = {read.text for read in reader(sheet)}
            assert samples.RECEIPT.code in codes


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(PreviewError):
        list(strips(b"no PDF", 150))
