"""A finished PDF, measured and moved on its paper by parts of a millimetre."""

from __future__ import annotations

import contextlib
import io

import pypdfium2

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.pdfium.turn import PDFIUM
from counter_app.papers.setting.typist import POINTS


def page_size(pdf: bytes) -> tuple[float, float]:
    """Return width and height of the first page in millimetres. Raises PreviewError."""
    with PDFIUM, contextlib.closing(_opened(pdf)) as document:
        width, height = document[0].get_size()
        return width / POINTS, height / POINTS


def shifted(pdf: bytes, right: float, down: float) -> bytes:
    """Return `pdf` with the print moved by millimetres; size of page and contents stay.

    The page's window moves, not its contents: nothing is redrawn. Raises PreviewError.
    """
    if not right and not down:
        return pdf
    with PDFIUM, contextlib.closing(_opened(pdf)) as document:
        for page in document:
            left, bottom, far, top = page.get_mediabox()
            x, y = right * POINTS, down * POINTS
            page.set_mediabox(left - x, bottom + y, far - x, top + y)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise PreviewError from error
