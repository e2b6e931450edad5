"""Papers as PDF files: two A5 copies on one landscape A4 with a cut line, or A5 alone.

Same content, same bytes: files carry no clock and no random id, so that a preview, a print and a
stored copy can be compared. Viewers are told not to scale.
"""

from __future__ import annotations

import io
import math
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from counter_app.domain.form_sets import FormSet, Margins
from counter_app.domain.forms import Marks, ReceiptContent, ResultSlipContent
from counter_app.papers.barcode import DOT
from counter_app.papers.fonts import Faces, FontChoice, registered
from counter_app.papers.pages.form import Form
from counter_app.papers.pages.provisional import Provisional
from counter_app.papers.pages.receipt import Receipt
from counter_app.papers.pages.result_slip import ResultSlip
from counter_app.papers.pages.visit_receipt import VisitReceipt
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import POINTS

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Layout = Literal["A4x2", "A5"]
BOTH_COPIES = (1, 2)

_A5 = (148.0, 210.0)
_A4 = (297.0, 210.0)
_HALF = 148.5

# reportlab's faces hold one reading position each: two threads must not subset at once.
_setting = threading.Lock()


def receipt_pdf(
    content: ReceiptContent,
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return Mẫu 01, or a provisional slip when `content` is provisional, as a PDF file.

    `copies` are the numbers of copies (liên) wanted. Raises SymbolError and TooLongError.
    """
    return receipts_pdf([(content, marks)], form_set, fonts, layout, copies)


def receipts_pdf(
    receipts: Iterable[tuple[ReceiptContent, Marks]],
    form_set: FormSet,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return several receipts in one file, one after the other. Raises as `receipt_pdf`."""
    document = _Document(fonts, layout, form_set)
    with _setting:
        for content, marks in receipts:
            kind = Provisional if content.provisional else Receipt
            form = kind(content, marks, form_set, document.sheet(kind.layout.inset))
            document.add(form, copies)
        return document.finish()


def visit_receipt_pdf(
    contents: Sequence[ReceiptContent],
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return Mẫu 01 for several dossiers of one visitor. Raises as `receipt_pdf`.

    None of them may be provisional: such a dossier has no place on an official receipt.
    """
    if any(content.provisional for content in contents):
        raise ValueError("a provisional dossier gets a slip of its own")
    document = _Document(fonts, layout, form_set)
    with _setting:
        document.add(VisitReceipt(contents, marks, form_set, document.sheet()), copies)
        return document.finish()


def result_slip_pdf(
    content: ResultSlipContent,
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return the result slip (Giấy biên nhận trả kết quả) as PDF. Raises as `receipt_pdf`."""
    document = _Document(fonts, layout, form_set)
    with _setting:
        form = ResultSlip(content, marks, form_set, document.sheet())
        document.add(form, copies)
        return document.finish()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a copy lies on the page, and its margins, in millimetres."""

    x: float
    left: float
    width: float


class _Document:
    def __init__(self, fonts: FontChoice, layout: Layout, form_set: FormSet) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # text encoding of binary streams: a quarter more bytes, 8 ms a file
        self._faces: Faces = registered(fonts)
        self._file = io.BytesIO()
        self._two_up = layout == "A4x2"
        width, self._height = _A4 if self._two_up else _A5
        self._places = _places(form_set.margins, two_up=self._two_up)
        size = (_down(width * POINTS), _down(self._height * POINTS))
        self._canvas: Canvas = Canvas(
            self._file, pagesize=size, pageCompression=1, invariant=1, lang="vi-VN"
        )
        self._canvas.setViewerPreference("PrintScaling", "None")
        self._canvas.setSubject(form_set.title)
        self._canvas.setCreator("counter-app")
        self._titles: list[str] = []

    def sheet(self, inset: float = 0.0, place: int = 0) -> Sheet:
        """Return an empty sheet, its text `inset` millimetres inside the margins."""
        where = self._places[place]
        return Sheet(self._faces, where.left + inset, where.width - 2 * inset)

    def add(self, form: Form, copies: Sequence[int]) -> None:
        """Add all pages of the wanted copies: side by side, or one copy after the other."""
        if not self._titles:
            self._canvas.setAuthor(form.author)
        self._titles.append(form.title)
        step = len(self._places)
        for start in range(0, len(copies), step):
            for page in range(form.pages):
                for place, copy in enumerate(copies[start : start + step]):
                    sheet = self.sheet(form.layout.inset, place)
                    form.draw(sheet, page, copy)
                    sheet.draw(self._canvas, self._height, self._places[place].x)
                if self._two_up:
                    _cut_line(self._canvas, self._height)
                self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the file."""
        title = self._titles[0] if self._titles else ""
        if len(self._titles) > 1:
            title += f" (và {len(self._titles) - 1} giấy khác)"
        self._canvas.setTitle(title)
        self._canvas.save()
        return self._file.getvalue()


def _places(margins: Margins, *, two_up: bool) -> tuple[_Place, ...]:
    if not two_up:
        left, right = margins.left / 10, margins.right / 10
        return (_Place(0.0, left, _A5[0] - left - right),)
    left, right = margins.half_left / 10, margins.half_right / 10
    return tuple(_Place(x, left, _HALF - left - right) for x in (0.0, _HALF))


def _down(points: float) -> float:
    """Round down to what the file keeps: renderers round pixels up and would stretch the page."""
    return math.floor(points * 10_000) / 10_000


def _cut_line(canvas: Canvas, height: float) -> None:
    """Draw the dashed line between the copies, and small scissors on it."""

    def at(x: float, y: float) -> tuple[float, float]:
        return (_HALF + x) * POINTS, (height - y) * POINTS

    canvas.saveState()
    canvas.setStrokeGray(0.45)
    canvas.setLineWidth(0.4)
    canvas.setDash([2.2 * POINTS, 1.6 * POINTS])
    # Half a dot to the right: on the border of two dots, a 1-bit printer would drop the line.
    x = DOT / 2
    canvas.line(*at(x, 4), *at(x, 7.4))
    canvas.line(*at(x, 15.2), *at(x, 206))
    canvas.restoreState()
    canvas.saveState()
    canvas.setStrokeGray(0.3)
    canvas.setLineWidth(0.5)
    for side in (-1, 1):
        canvas.circle(*at(side * 1.15, 10.0), 0.85 * POINTS, stroke=1, fill=0)
        canvas.line(*at(side * 0.75, 10.75), *at(-side * 1.0, 14.2))
    canvas.restoreState()
