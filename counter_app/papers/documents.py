"""Papers as PDF files: two A5 copies on one landscape A4 with a cut line, A5 alone, or A4.

Same content, same bytes: files carry no clock and no random id, so that a preview, a print and a
stored copy can be compared. Viewers are told not to scale.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from counter_app.domain.errors.paper import NoFormError
from counter_app.domain.form_sets import FormSet, Margins
from counter_app.domain.forms import Marks, ReceiptContent, ResultSlipContent
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_form import LetterForm, PageSize
from counter_app.papers.barcode import DOT
from counter_app.papers.fonts import Faces, FontChoice, registered
from counter_app.papers.letters.letter import Letter
from counter_app.papers.letters.sizes import A4_LETTER, A5_LETTER
from counter_app.papers.pages.form import Form
from counter_app.papers.pages.provisional import Provisional
from counter_app.papers.pages.receipt import Receipt
from counter_app.papers.pages.result_slip import ResultSlip
from counter_app.papers.pages.visit_receipt import VisitReceipt
from counter_app.papers.setting.pdf_file import new_canvas, set_page_size, setting_text
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import POINTS

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Layout = Literal["A4x2", "A5"]
"""Two copies on a landscape A4, or A5 alone: what a printer is set up for."""

LetterLayout = Literal["A4x2", "A5", "A4"]
"""A letter may also stand on an A4 upright."""

BOTH_COPIES = (1, 2)

_A5 = (148.0, 210.0)
_A4 = (297.0, 210.0)
_UPRIGHT = (210.0, 297.0)
_UPRIGHT_MARGINS = (22.0, 15.0)  # left, right
_HALF = 148.5


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
    with setting_text:
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
    with setting_text:
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
    with setting_text:
        form = ResultSlip(content, marks, form_set, document.sheet())
        document.add(form, copies)
        return document.finish()


def letter_pdf(
    content: LetterContent,
    marks: Marks,
    form_set: FormSet,
    fonts: FontChoice,
    layout: LetterLayout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return a letter as PDF, on A4 when its form or `layout` says so.

    Of `copies` those are printed that the form has; a letter without copies is printed once.
    Raises NoFormError, SymbolError and TooLongError.
    """
    return letters_pdf([(content, marks)], form_set, fonts, layout, copies)


def letters_pdf(
    letters: Iterable[tuple[LetterContent, Marks]],
    form_set: FormSet,
    fonts: FontChoice,
    layout: LetterLayout = "A4x2",
    copies: Sequence[int] = BOTH_COPIES,
) -> bytes:
    """Return several letters in one file, one after the other. Raises as `letter_pdf`."""
    document = _Document(fonts, layout, form_set)
    with setting_text:
        for content, marks in letters:
            form = form_set.letters.get(content.letter)
            if form is None:
                raise NoFormError(letter=content.letter, form_set=form_set.id)
            document.lay_out("A4" if form.page is PageSize.A4 else layout)
            size = A4_LETTER if document.upright else A5_LETTER
            letter = Letter(content, form, marks, form_set, document.sheet(), size)
            document.add(letter, _copies_of(form, copies))
        return document.finish()


def _copies_of(form: LetterForm, copies: Sequence[int]) -> Sequence[int]:
    return [copy for copy in copies if copy <= len(form.copies)] if form.copies else (1,)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a copy lies on the page, and its margins, in millimetres."""

    x: float
    left: float
    width: float


class _Document:
    def __init__(self, fonts: FontChoice, layout: LetterLayout, form_set: FormSet) -> None:
        self._faces: Faces = registered(fonts)
        self._file = io.BytesIO()
        self._margins = form_set.margins
        self._titles: list[str] = []
        width, height = _page_size(layout)
        self._canvas = new_canvas(self._file, width, height, form_set.title)
        self.lay_out(layout)

    def lay_out(self, layout: LetterLayout) -> None:
        """Lay the papers that follow out so."""
        self.upright = layout == "A4"
        self._two_up = layout == "A4x2"
        width, self._height = _page_size(layout)
        self._places = _places(self._margins, layout)
        set_page_size(self._canvas, width, self._height)

    def sheet(self, inset: float = 0.0, place: int = 0) -> Sheet:
        """Return an empty sheet, its text `inset` millimetres inside the margins."""
        where = self._places[place]
        return Sheet(self._faces, where.left + inset, where.width - 2 * inset)

    def add(self, form: Form | Letter, copies: Sequence[int]) -> None:
        """Add all pages of the wanted copies: side by side, or one copy after the other."""
        if not self._titles:
            self._canvas.setAuthor(form.author)
        self._titles.append(form.title)
        step = len(self._places)
        for start in range(0, len(copies), step):
            for page in range(form.pages):
                for place, copy in enumerate(copies[start : start + step]):
                    sheet = self.sheet(form.inset, place)
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


def _page_size(layout: LetterLayout) -> tuple[float, float]:
    return {"A4x2": _A4, "A5": _A5, "A4": _UPRIGHT}[layout]


def _places(margins: Margins, layout: LetterLayout) -> tuple[_Place, ...]:
    if layout == "A4":
        left, right = _UPRIGHT_MARGINS
        return (_Place(0.0, left, _UPRIGHT[0] - left - right),)
    if layout == "A5":
        left, right = margins.left / 10, margins.right / 10
        return (_Place(0.0, left, _A5[0] - left - right),)
    left, right = margins.half_left / 10, margins.half_right / 10
    return tuple(_Place(x, left, _HALF - left - right) for x in (0.0, _HALF))


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
