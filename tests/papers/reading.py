"""Reading papers back from pixels and from the file: symbols, ink, fonts, text."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image
from pyzbar import pyzbar

from counter_app.papers.pdfium.preview import pages

HEAD_DPI = 203.2
"""8 dots per millimetre: a cheap label or receipt printer, 1 bit."""

FINE_DPI = 300.0


@dataclass(frozen=True)
class Read:
    """One symbol that a reader found: kind "bars" or "qr", text, box in pixels."""

    reader: str
    kind: str
    text: str
    box: tuple[int, int, int, int]


def images(pdf: bytes, dpi: float, *, one_bit: bool) -> Iterator[Image.Image]:
    """Render the pages; `one_bit` as a printer head sees them."""
    for page in pages(pdf, dpi):
        size = (page.width, page.height)
        image = Image.frombuffer("RGB", size, page.pixels, "raw", "BGRX", page.stride, 1)
        grey = image.convert("L")
        yield grey.point([0] * 128 + [255] * 128) if one_bit else grey


def by_zxing(image: Image.Image) -> list[Read]:
    """What zxing-cpp finds."""
    found = zxingcpp.read_barcodes(
        image, formats=[zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]
    )
    reads = []
    for each in found:
        corners = (
            each.position.top_left,
            each.position.top_right,
            each.position.bottom_left,
            each.position.bottom_right,
        )
        across, down = [corner.x for corner in corners], [corner.y for corner in corners]
        kind = "qr" if each.format == zxingcpp.BarcodeFormat.QRCode else "bars"
        box = (min(across), min(down), max(across), max(down))
        reads.append(Read("zxing", kind, each.text, box))
    return reads


def by_zbar(image: Image.Image) -> list[Read]:
    """What ZBar finds."""
    symbols = [pyzbar.ZBarSymbol.CODE128, pyzbar.ZBarSymbol.QRCODE]
    return [
        Read(
            "ZBar",
            "qr" if each.type == "QRCODE" else "bars",
            each.data.decode(),
            (
                each.rect.left,
                each.rect.top,
                each.rect.left + each.rect.width,
                each.rect.top + each.rect.height,
            ),
        )
        for each in pyzbar.decode(image, symbols)
    ]


READERS = {"zxing": by_zxing, "ZBar": by_zbar}


def ink_box(image: Image.Image, dpi: float) -> tuple[float, float, float, float] | None:
    """Return left, top, right, bottom of all ink, in millimetres."""
    box = image.point([255] * 200 + [0] * 56).getbbox()
    return None if box is None else tuple(edge * 25.4 / dpi for edge in box)  # type: ignore[return-value]


def texts(pdf: bytes) -> list[str]:
    """Return the text of each page, lines joined, spaces single."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            " ".join(document[number].get_textpage().get_text_range().split())
            for number in range(len(document))
        ]
    finally:
        document.close()


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return base name → embedded, of every font that shows text."""
    document = pypdfium2.PdfDocument(pdf)
    found: dict[str, bool] = {}
    try:
        for number in range(len(document)):
            for item in document[number].get_objects([pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(item.raw)
                length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
                name = ctypes.create_string_buffer(length)
                pdfium.FPDFFont_GetBaseFontName(font, name, length)
                found[name.value.decode()] = bool(pdfium.FPDFFont_GetIsEmbedded(font))
        return found
    finally:
        document.close()


def text_boxes(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float, str]]:
    """Return the boxes of runs of text, in points, with their text."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        textpage = document[page].get_textpage()
        boxes = []
        for number in range(textpage.count_rects()):
            box = textpage.get_rect(number)
            boxes.append((*box, textpage.get_text_bounded(*box)))
        return boxes
    finally:
        document.close()
