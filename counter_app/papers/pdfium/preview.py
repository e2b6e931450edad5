"""The very PDF that will be printed, as pixels for a window, through PDFium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.pdfium.turn import PDFIUM


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as 8-bit BGRX pixels, rows of `stride` bytes: Qt's Format_RGB32 on a PC."""

    width: int
    height: int
    stride: int
    pixels: bytes


def preview(pdf: bytes, dpi: float = 150) -> tuple[PageImage, ...]:
    """Return all pages of `pdf` at `dpi` dots per inch. Raises PreviewError for a damaged file."""
    return tuple(pages(pdf, dpi))


def pages(pdf: bytes, dpi: float = 150) -> Iterator[PageImage]:
    """Yield the pages one by one, for files of many. Raises PreviewError for a damaged file."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PreviewError from error
        count = len(document)
    try:
        for number in range(count):
            yield _drawn(document, number, dpi / 72)
    finally:
        with PDFIUM:
            document.close()


def _drawn(document: pypdfium2.PdfDocument, number: int, scale: float) -> PageImage:
    with PDFIUM:
        page = document[number]
        bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
        image = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
    return image
