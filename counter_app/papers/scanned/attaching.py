"""A file that was brought, as pages: PDFs checked and kept as they are, images made compact.

What a file is, its first bytes say, not its name.
"""

from __future__ import annotations

from PIL import Image, ImageSequence

from counter_app.domain.errors.scanning import (
    FileDamagedError,
    FileEmptyError,
    FileKindError,
    FileTooLargeError,
    NoPagesError,
    TooManyPagesError,
)
from counter_app.papers.scanned.compacting import GOAL, READABLE_DPI, compact, loaded, opened
from counter_app.papers.scanned.limits import MOST_BYTES, MOST_PAGES
from counter_app.papers.scanned.page import MM, Page, PdfPage, PdfSource
from counter_app.papers.scanned.pdf_check import checked_pdf, is_all_pictures
from counter_app.papers.scanned.rendering import rendered

ENDINGS = ("pdf", "jpg", "jpeg", "png", "tif", "tiff")
"""What the dialog for choosing files shows."""

_PDF_WITHIN = 1024  # readers allow some bytes before the head
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_HEAVY = 2 * GOAL
"""Bytes a page from which a PDF of pictures is made compact."""

_WORTH_IT = 0.7
_LONG_SIDE = 297.0
_LIKELY_SIDES = (60.0, 500.0)  # mm: from a card to an A2, by the resolution that the file tells


def pages_of_file(name: str, data: bytes) -> tuple[Page, ...]:
    """Return the pages of a file; `name` is shown in errors. Raises AttachError."""
    if not data:
        raise FileEmptyError(name=name)
    if len(data) > MOST_BYTES:
        size = -(-len(data) // 1_000_000)
        raise FileTooLargeError(name=name, size=size, most=MOST_BYTES // 1_000_000)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return _of_pdf(checked_pdf(name, data))
    kind = next((kind for head, kind in _KINDS if data.startswith(head)), None)
    if kind is None:
        raise FileKindError(name=name)
    with opened(data, (kind,), name) as image:
        return _of_image(image, name)


def _of_pdf(source: PdfSource) -> tuple[Page, ...]:
    as_it_is = tuple(PdfPage(source, number) for number in range(source.pages))
    if source.signed or len(source.data) < _HEAVY * source.pages or not is_all_pictures(source):
        return as_it_is
    small = tuple(compact(image, READABLE_DPI) for image in rendered(source, READABLE_DPI))
    weight = sum(len(page.data) + len(page.ink.data if page.ink else b"") for page in small)
    return small if weight < len(source.data) * _WORTH_IT else as_it_is


def _of_image(image: Image.Image, name: str) -> tuple[Page, ...]:
    count = int(getattr(image, "n_frames", 1))
    if count > MOST_PAGES:
        raise TooManyPagesError(name=name, pages=count, most=MOST_PAGES)
    pages: list[Page] = []
    try:
        for number, frame in enumerate(ImageSequence.Iterator(image), start=1):
            whole = loaded(frame, name, number)
            pages.append(compact(whole, _dpi_of(whole)))
    except (OSError, ValueError, EOFError, SyntaxError, KeyError) as error:
        raise FileDamagedError(name=name) from error
    if not pages:
        raise NoPagesError(name=name)
    return tuple(pages)


def _dpi_of(image: Image.Image) -> float:
    """Return the resolution that the file tells when it makes a sheet, else that of an A4."""
    longest = max(image.size)
    told = image.info.get("dpi", (0, 0))[0]
    try:
        dpi = float(told)
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    if dpi >= 1 and _LIKELY_SIDES[0] <= longest / dpi * MM <= _LIKELY_SIDES[1]:
        return dpi
    return longest / (_LONG_SIDE / MM)
