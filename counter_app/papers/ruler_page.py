"""The test page of a printer: rulers in millimetres from every edge, symbols, all marked letters.

What the officer reads off the rulers at the paper's edges is what goes into the offsets.
"""

from __future__ import annotations

import io
import math

from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice, registered
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BODY, BOLD, FOOT, SHORT_TITLE, SMALL
from counter_app.papers.setting.typist import POINTS

CODE = "H00.00-250701-0001"
"""Decoded from the paper by any scanner; `H00` is no province, so it opens no dossier."""

RULER = 20
"""Millimetres from the left and the upper edge at which the rulers run."""

_SIZES: dict[Layout, tuple[float, float]] = {"A4x2": (297.0, 210.0), "A5": (148.0, 210.0)}
_HINT = (
    "Đo từ mép trái và mép trên tờ giấy: vạch 100 phải cách mép đúng 100 mm. "
    "Nếu cách 101,5 mm thì nhập -1,5 vào ô Sang phải (mép trái) hoặc Xuống dưới (mép trên) "
    "của Thiết lập in, rồi in thử lại."
)


def ruler_page_pdf(fonts: FontChoice, layout: Layout, printer: str) -> bytes:
    """Return the page; the same printer and layout give the same bytes."""
    from reportlab.pdfgen.canvas import Canvas

    width, height = _SIZES[layout]
    sheet = Sheet(registered(fonts), RULER + 8, width - 2 * RULER - 16)
    _rulers(sheet, width, height)
    _words(sheet, printer, width, height)
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(_points(width), _points(height)),
        pageCompression=1,
        invariant=1,
        lang="vi-VN",
    )
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setTitle("Trang in thử")
    sheet.draw(canvas, height)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _points(length: float) -> float:
    """Round down to what the file keeps: renderers round pixels up and would stretch the page."""
    return math.floor(length * POINTS * 10_000) / 10_000


def _rulers(sheet: Sheet, width: float, height: float) -> None:
    """Draw a ruler along the top and one along the left; numbers are from the paper's edge."""
    for mm in range(RULER + 2, int(width) - 4):
        sheet.upright(mm, RULER - _mark(mm), RULER, 0.3)
        if mm % 10 == 0:
            sheet.text_centred(mm, RULER - 5, str(mm), SMALL)
    for mm in range(RULER + 2, int(height) - 4):
        sheet.rule(RULER - _mark(mm), RULER, mm, 0.3)
        if mm % 10 == 0:
            sheet.text_right(RULER - 5, mm + 0.8, str(mm), SMALL)
    sheet.rule(RULER, width - 5, RULER, 0.4)
    sheet.upright(RULER, RULER, height - 5, 0.4)
    sheet.box(5, 5, width - 10, height - 10, 0.3)


def _mark(mm: int) -> float:
    return 4.0 if mm % 10 == 0 else 3.0 if mm % 5 == 0 else 1.8


def _words(sheet: Sheet, printer: str, width: float, height: float) -> None:
    y = RULER + 12.0
    sheet.text(sheet.left, y, "TRANG IN THỬ", SHORT_TITLE)
    y += 7
    sheet.text(sheet.left, y, f"Máy in: {printer or 'mặc định của máy'}", BODY)
    sheet.text(sheet.left, y + 5, f"Khổ giấy: {width:.0f} × {height:.0f} mm", BODY)
    y += 12
    for line in sheet.wrapped(_HINT, BODY, sheet.width):
        sheet.text(sheet.left, y, line, BODY)
        y += 4.6
    y += 4
    sheet.barcode(sheet.left, y, 12.0, CODE)
    sheet.qr(sheet.left + sheet.width, y, CODE)
    y += 17
    sheet.text(sheet.left, y, CODE, BOLD)
    y += 9
    for line in sheet.wrapped(" ".join(MARKED_LETTERS), FOOT, sheet.width):
        sheet.text(sheet.left, y, line, FOOT)
        y += 4
