"""Several finished PDFs as one file, page after page: one pile for the printer."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Sequence

import pypdfium2

from counter_app.domain.errors.paper import PreviewError
from counter_app.papers.pdfium.turn import PDFIUM


def joined(pdfs: Sequence[bytes]) -> bytes:
    """Return the pages of `pdfs` in their order; a single one as it is.

    Raises PreviewError when one can't be read, ValueError without any.
    """
    if not pdfs:
        raise ValueError("nothing to join")
    if len(pdfs) == 1:
        return pdfs[0]
    with PDFIUM, contextlib.closing(pypdfium2.PdfDocument.new()) as whole:
        for each in pdfs:
            try:
                part = pypdfium2.PdfDocument(each)
            except pypdfium2.PdfiumError as error:
                raise PreviewError from error
            with contextlib.closing(part):
                whole.import_pages(part)
        out = io.BytesIO()
        whole.save(out)
        return out.getvalue()
