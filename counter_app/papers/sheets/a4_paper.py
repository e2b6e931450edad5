"""An A4 sheet from its head, its bands and its foot: laid out, drawn, and made a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Header, Marks
from counter_app.domain.printed.sheet_form import SheetForm
from counter_app.papers.fonts import Faces
from counter_app.papers.parts.foot import Foot, Note, imprint, mark_notes
from counter_app.papers.setting.flow import Band, Page, TooTallError, flow
from counter_app.papers.setting.pdf_file import new_canvas, setting_text
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import FOOT, SMALL
from counter_app.papers.sheets.heads import Head
from counter_app.papers.sheets.styles import FOOT_LINE

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_SHORT, _LONG = 210.0, 297.0
_DESCENT = 1.2  # from the last baseline of the foot to the margin
_ABOVE_FOOT = 3.0

Below = Callable[[Sheet, Page], None]
"""Draws what stands below the last band of a page."""

Told = Callable[[int, int], None]
"""Hears how many pages of how many are drawn; what it raises stops the drawing."""

PageWords = Callable[[int, int], str]
"""Returns what the foot says of a page: its number (from 1), and how many there are."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a sheet is made with: faces, form set, marks, and the form itself."""

    faces: Faces
    form_set: FormSet
    marks: Marks
    form: SheetForm

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page in millimetres."""
        return (_LONG, _SHORT) if self.form.landscape else (_SHORT, _LONG)

    def blank(self) -> Sheet:
        """Return an empty page."""
        margins = self.form.margins
        left = margins.left / 10
        return Sheet(self.faces, left, self.size[0] - left - margins.right / 10)

    def foot(self, counter: str, notes: Sequence[str] = (), *extra: str) -> Foot:
        """Return the foot: marks, `notes`, form, form set, program, counter and time of print."""
        said: list[Note] = mark_notes(self.form_set, self.marks)
        said += [(note, FOOT) for note in notes]
        number = f"Mẫu số {self.form.number}" if self.form.number else self.form.name
        parts = (number, f"Bộ biểu mẫu {self.form_set.id}", *extra)
        last = self.size[1] - self.form.margins.bottom / 10 - _DESCENT
        whole = imprint(*parts, marks=self.marks, counter=counter)
        style = SMALL if self.form.landscape else FOOT_LINE
        return Foot(self.blank(), said, whole, last, style)


@dataclass(frozen=True, slots=True)
class A4Paper:
    """One sheet, ready to be laid out. `below` needs `below_room` millimetres on each page."""

    desk: Desk
    header: Header
    head: Head
    bands: Sequence[Band]
    foot: Foot
    about: str
    below: Below | None = None
    below_room: float = 0.0
    page_words: PageWords | None = None

    def pdf(self, copies: int = 1, told: Told = lambda _done, _all: None) -> bytes:
        """Return the file: all pages of one copy after the other.

        Between two pages other papers may be set: nobody waits for a register of a year. `told`
        hears of each page, and may raise to stop. Raises TooLongError when a single row or text is
        taller than a page.
        """
        if copies < 1:
            raise ValueError("at least one copy")
        file = io.BytesIO()
        width, height = self.desk.size
        canvas = new_canvas(file, width, height, self.desk.form_set.title)
        canvas.setTitle(f"{self.desk.form.name} {self.about}".strip())
        canvas.setAuthor(self.header.on_one_line())
        for copy in range(1, copies + 1):
            self.draw_on(canvas, self.pages(copy), copy, told)
        with setting_text:
            canvas.save()
        return file.getvalue()

    def draw_on(
        self,
        canvas: Canvas,
        pages: Sequence[Page],
        copy: int = 1,
        told: Told = lambda _done, _all: None,
    ) -> None:
        """Draw `pages`, as `pages` laid them out, onto a file that may hold other papers, too."""
        for number, page in enumerate(pages):
            sheet = self._draw(number, page, len(pages), copy)
            with setting_text:
                sheet.draw(canvas, self.desk.size[1])
                canvas.showPage()
            told(number + 1, len(pages))

    def pages(self, copy: int = 1) -> list[Page]:
        """Return the paper laid out. Raises TooLongError."""
        first, further = (self.head.draw(self.desk.blank(), page, copy) for page in (0, 1))
        bottom = self.foot.top - max(_ABOVE_FOOT, self.below_room)
        try:
            return flow(self.bands, first, further, bottom)
        except TooTallError as error:
            raise TooLongError(what=" ".join(error.words.split()[:6])) from error

    def _draw(self, number: int, page: Page, pages: int, copy: int) -> Sheet:
        sheet = self.desk.blank()
        if self.desk.marks.practice:
            self._practice(sheet)
        self.head.draw(sheet, number, copy)
        for placed in page.placed:
            placed.band.draw(sheet, placed.top)
        if self.below:
            self.below(sheet, page)
        words = self.page_words(number + 1, pages) if self.page_words else ""
        self.foot.draw(sheet, number + 1, pages, words)
        return sheet

    def _practice(self, sheet: Sheet) -> None:
        """Set the words of practice across the page, as long as its diagonal allows."""
        width, height = self.desk.size
        angle, size = (33.0, 34.0) if width > height else (52.0, 36.0)
        words = self.desk.form_set.practice_across
        sheet.across(width / 2, height / 2, angle, words, size)
