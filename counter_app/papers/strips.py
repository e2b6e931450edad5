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
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PreviewError from error
    try:
        for number in range(len(document)):
            page = document[number]
            yield from _of_page(page, number, dpi / 72, rows)
            page.close()
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage, number: int, scale: float, rows: int) -> Iterator[Strip]:
    width, height = (math.ceil(length * scale) for length in page.get_size())
    for top in range(0, height, rows):
        here = min(rows, height - top)
        bitmap = pypdfium2.PdfBitmap.new_native(width, here, pdfium.FPDFBitmap_Gray)
        bitmap.fill_rect(_WHITE, 0, 0, width, here)
        # The whole page, of which only these rows fall onto the bitmap.
        pdfium.FPDF_RenderPageBitmap(
            bitmap.raw, page.raw, 0, -top, width, height, 0, pdfium.FPDF_PRINTING
        )
        yield Strip(number, top, width, here, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
