"""The very PDF that will be printed, as pixels for a window, through PDFium."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

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


def preview(pdf: bytes, dpi: float = 150, most: int | None = None) -> tuple[PageImage, ...]:
    """Return the pages of `pdf` at `dpi` dots per inch, the first `most` of them (None: all).

    Raises PreviewError for a damaged file.
    """
    with closing(pages(pdf, dpi)) as drawn:
        return tuple(islice(drawn, most))


def page_count(pdf: bytes) -> int:
    """Return how many pages `pdf` has. Raises PreviewError for a damaged file."""
    with PDFIUM, closing(_opened(pdf)) as document:
        return len(document)


def pages(pdf: bytes, dpi: float = 150) -> Generator[PageImage, None, None]:
    """Yield the pages one by one, for files of many. Raises PreviewError for a damaged file."""
    with PDFIUM:
        document = _opened(pdf)
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


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PreviewError from error
