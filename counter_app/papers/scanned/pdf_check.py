"""A PDF that somebody brought: taken only when it is whole, open to everybody and at rest.

What it *does* is asked of PDFium's own copy of it, in which packed objects lie open and names are
written plainly: a search in the file itself would miss both.
"""

from __future__ import annotations

import io
import re

import pypdfium2
import pypdfium2.raw as pdfium

from counter_app.domain.errors.scanning import (
    FileActiveError,
    FileDamagedError,
    FileLockedError,
    FileWithinFileError,
    NoPagesError,
    PageSizeError,
    TooManyPagesError,
)
from counter_app.papers.pdfium.turn import PDFIUM
from counter_app.papers.scanned.limits import MOST_PAGES
from counter_app.papers.scanned.page import MM, PdfSource

_TAIL = 4096
_POINT = 72 / MM
_LEAST_MM, _MOST_MM = 15.0, 1300.0  # a stamp; an A0 drawing is 1189
_XFA = (2, 3)

_STREAM = re.compile(rb"\bstream\r?\n.*?\bendstream\b", re.DOTALL)
_ACTS: tuple[tuple[bytes, str], ...] = (
    (b"JavaScript", "JavaScript"),
    (b"Launch", "Launch"),
    (b"SubmitForm", "SubmitForm"),
    (b"ImportData", "ImportData"),
    (b"RichMedia", "RichMedia"),
    (b"Movie", "Movie"),
    (b"XFA", "XFA"),
)
_ACT = re.compile(rb"/(" + b"|".join(name for name, _ in _ACTS) + rb")(?![A-Za-z0-9])")
_FILES = re.compile(rb"/(EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])")


def checked_pdf(name: str, data: bytes) -> PdfSource:
    """Return `data` as a source of pages. Raises AttachError, with the reason in its class."""
    if b"%%EOF" not in data[-_TAIL:]:
        raise FileDamagedError(name=name)  # cut off; PDFium would mend it, and pages be missing
    with PDFIUM:
        document = _opened(name, data)
        try:
            return _checked(name, data, document)
        except pypdfium2.PdfiumError as error:
            raise FileDamagedError(name=name) from error
        finally:
            document.close()


def _opened(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = pdfium.FPDF_GetLastError()
        # PDFium keeps its last error when it refuses a document without pages: ask the file, too.
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY) and b"/Encrypt" in data:
            raise FileLockedError(name=name) from error
        if b"/Count 0" in data:  # PDFium opens no document without pages
            raise NoPagesError(name=name) from error
        raise FileDamagedError(name=name) from error


def _checked(name: str, data: bytes, document: pypdfium2.PdfDocument) -> PdfSource:
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        raise FileLockedError(name=name)
    count = len(document)
    if not count:
        raise NoPagesError(name=name)
    if count > MOST_PAGES:
        raise TooManyPagesError(name=name, pages=count, most=MOST_PAGES)
    _refuse_acts(name, document)
    for number in range(count):
        page = document[number]
        sides = [length / _POINT for length in page.get_size()]
        page.close()
        if min(sides) < _LEAST_MM or max(sides) > _MOST_MM:
            raise PageSizeError(name=name, page=number + 1)
    signed = pdfium.FPDF_GetSignatureCount(document.raw) > 0
    return PdfSource(name, data, count, signed)


def _refuse_acts(name: str, document: pypdfium2.PdfDocument) -> None:
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        raise FileActiveError(name=name, what="JavaScript")
    if pdfium.FPDF_GetFormType(document.raw) in _XFA:
        raise FileActiveError(name=name, what="XFA")
    if pdfium.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        raise FileWithinFileError(name=name)
    copy = io.BytesIO()
    document.save(copy)
    words = _STREAM.sub(b"", copy.getvalue())
    if found := _ACT.search(words):
        raise FileActiveError(name=name, what=found[1].decode("ascii"))
    if _FILES.search(words):
        raise FileWithinFileError(name=name)


def is_all_pictures(source: PdfSource) -> bool:
    """Return whether each page is images alone: a scan that some other program made."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(source.data)
        try:
            return all(_is_picture(document[number]) for number in range(source.pages))
        finally:
            document.close()


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    kinds = {each.type for each in page.get_objects(max_depth=3)} - {pdfium.FPDF_PAGEOBJ_FORM}
    page.close()
    return kinds == {pdfium.FPDF_PAGEOBJ_IMAGE}
