"""Pages in their order as one PDF: what is kept, sealed and sent."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2

from counter_app.domain.errors.scanning import NoPagesError, SignedFileError, TooManyPagesError
from counter_app.papers.pdfium.turn import PDFIUM
from counter_app.papers.scanned.limits import MOST_PAGES
from counter_app.papers.scanned.page import CompactPage, Page, PdfPage
from counter_app.papers.scanned.pdf_writer import pdf_of


def assembled(pages: Sequence[Page], name: str) -> bytes:
    """Return the pages as one PDF; `name` is the paper's, for errors.

    A PDF that was brought and not touched comes back byte for byte, with its signatures. Raises
    NoPagesError, TooManyPagesError, SignedFileError.
    """
    if not pages:
        raise NoPagesError(name=name)
    if len(pages) > MOST_PAGES:
        raise TooManyPagesError(name=name, pages=len(pages), most=MOST_PAGES)
    compact = [page for page in pages if isinstance(page, CompactPage)]
    if len(compact) == len(pages):
        return pdf_of(compact)
    brought = [page for page in pages if isinstance(page, PdfPage)]
    if len(brought) == len(pages) and _is_untouched(brought):
        return brought[0].source.data
    for page in brought:
        if page.source.signed:
            raise SignedFileError(name=page.source.name)
    with PDFIUM:
        return _joined(pages)


def _is_untouched(pages: Sequence[PdfPage]) -> bool:
    source = pages[0].source
    return len(pages) == source.pages and all(
        page.source is source and page.number == place and not page.turn
        for place, page in enumerate(pages)
    )


def _joined(pages: Sequence[Page]) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    try:
        for page in pages:
            if isinstance(page, CompactPage):
                data, number, turn = pdf_of([page]), 0, 0
            else:
                data, number, turn = page.source.data, page.number, page.turn
            part = pypdfium2.PdfDocument(data)
            whole.import_pages(part, [number])
            part.close()
            added = whole[len(whole) - 1]
            if turn:
                added.set_rotation((added.get_rotation() + 90 * turn) % 360)
            added.close()
        out = io.BytesIO()
        whole.save(out)
        return out.getvalue()
    finally:
        whole.close()
