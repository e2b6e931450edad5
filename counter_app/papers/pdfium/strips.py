"""Pages as strips of grey pixels, for painters that lay them onto a printer one by one.

A whole A4 at 600 dpi is 139 MB of colour; its strips take some hundred KB each, and between two of
them every other thread gets its turn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.pdfium.turn import PDFIUM

ROWS = 128

_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of page `page` (from 0), the first of them `top` pixels from the page's edge.

    `pixels` are 8-bit grey, rows of `stride` bytes.
    """

    page: int
    top: int
    width: int
    height: int
    stride: int
    pixels: bytes


def strips(pdf: bytes, dpi: float, rows: int = ROWS) -> Iterator[Strip]:
    """Yield all pages from top to bottom. Raises PreviewError for a damaged file."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise PreviewError from error
        count = len(document)
    try:
        for number in range(count):
            yield from _of_page(document, number, dpi / 72, rows)
    finally:
        with PDFIUM:
            document.close()


def _of_page(
    document: pypdfium2.PdfDocument, number: int, scale: float, rows: int
) -> Iterator[Strip]:
    with PDFIUM:
        page = document[number]
        width, height = (math.ceil(length * scale) for length in page.get_size())
    for top in range(0, height, rows):
        here = min(rows, height - top)
        with PDFIUM:
            bitmap = pypdfium2.PdfBitmap.new_native(width, here, pdfium.FPDFBitmap_Gray)
            bitmap.fill_rect(_WHITE, 0, 0, width, here)
            # The whole page, of which only these rows fall onto the bitmap.
            pdfium.FPDF_RenderPageBitmap(
                bitmap.raw, page.raw, 0, -top, width, height, 0, pdfium.FPDF_PRINTING
            )
            strip = Strip(number, top, width, here, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
        yield strip
    with PDFIUM:
        page.close()
