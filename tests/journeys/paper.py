"""What a citizen holds in their hands: the words on a sheet, and the symbol on it."""

from __future__ import annotations

import pypdfium2

from counter_app.domain.text import clean
from tests.papers.reading import HEAD_DPI, by_zxing, images


def words_on(pdf: bytes) -> str:
    """Return the text of all pages, spaces made one."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            text = page.get_textpage()
            found.append(text.get_text_bounded())
            text.close()
            page.close()
    return clean(" ".join(" ".join(found).split()))


def codes_on(pdf: bytes) -> set[str]:
    """Return the codes that zxing reads in the bars of the pages, as a cheap printer shows them."""
    reads = [read for image in images(pdf, HEAD_DPI, one_bit=False) for read in by_zxing(image)]
    return {read.text for read in reads if read.kind == "bars"}
