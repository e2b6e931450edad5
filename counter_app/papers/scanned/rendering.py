"""Pages as pixels: for thumbnails, for the preview, and to make a heavy PDF compact."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from PIL import Image

from counter_app.domain.errors.scanning import FileDamagedError
from counter_app.papers.pdfium.preview import PageImage
from counter_app.papers.pdfium.turn import PDFIUM
from counter_app.papers.scanned.page import MM, CompactPage, Page, PdfSource
from counter_app.papers.scanned.pdf_writer import pdf_of

_POINT = 72 / MM
_TURNS = {0: 0, 1: 90, 2: 180, 3: 270}
_MOST_SIDE = 6000


def picture(page: Page, width: int, height: int) -> PageImage:
    """Return the page, turned as it stands, as large as fits into `width` × `height` pixels."""
    if isinstance(page, CompactPage):
        data, number, turn = pdf_of([page]), 0, 0
    else:
        data, number, turn = page.source.data, page.number, page.turn
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            sheet = document[number]
            across, down = sheet.get_size()
            if turn % 2:
                across, down = down, across
            scale = min(width / across, height / down)
            bitmap = sheet.render(
                scale=scale, rotation=_TURNS[turn], prefer_bgrx=True, maybe_alpha=False
            )
            shown = PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
            sheet.close()
            return shown
        finally:
            document.close()


def rendered(source: PdfSource, dpi: float) -> Iterator[Image.Image]:
    """Yield the pages of a PDF as colour images. Raises FileDamagedError."""
    for number in range(source.pages):
        with PDFIUM:
            document = pypdfium2.PdfDocument(source.data)
            try:
                sheet = document[number]
                scale = min(dpi / 72, _MOST_SIDE / max(sheet.get_size()))
                bitmap = sheet.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
                image = Image.frombytes(
                    "RGB",
                    (bitmap.width, bitmap.height),
                    bytes(bitmap.buffer),
                    "raw",
                    "BGRX",
                    bitmap.stride,
                )
                bitmap.close()
                sheet.close()
            except pypdfium2.PdfiumError as error:
                raise FileDamagedError(name=source.name) from error
            finally:
                document.close()
        yield image
