from __future__ import annotations

import pytest

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.pdfium.preview import page_count, preview
from tests.papers import samples


def test_pixels_of_every_page() -> None:
    pdf = receipt_pdf(samples.LONG_RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")
    images = preview(pdf, 203.2)
    assert [(image.width, image.height) for image in images] == [(1184, 1680)] * 4
    for image in images:
        assert image.stride == 4 * image.width
        assert len(image.pixels) == image.stride * image.height
        assert image.pixels[:4][:3] == b"\xff\xff\xff"
        assert b"\x00\x00\x00" in image.pixels


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 cut", b"<html>no paper</html>"])
def test_what_is_no_pdf(content: bytes) -> None:
    with pytest.raises(PreviewError):
        preview(content)


def test_only_the_first_pages_of_many() -> None:
    pdf = receipt_pdf(samples.LONG_RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")
    assert page_count(pdf) == 4
    assert len(preview(pdf, 30, 3)) == 3
