"""A letter: measured once, flowing over as many pages as it needs, drawn for each copy (liên)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_form import LetterForm
from counter_app.papers.letters.blocks import Body
from counter_app.papers.letters.closing import Closing
from counter_app.papers.letters.first_head import LetterHead
from counter_app.papers.letters.sizes import LetterSize
from counter_app.papers.letters.values import Values
from counter_app.papers.parts import heads
from counter_app.papers.parts.foot import Foot, Note, imprint, mark_notes
from counter_app.papers.parts.stamps import practice_mark
from counter_app.papers.parts.values import CODE_LABEL
from counter_app.papers.setting.flow import Band, Page, Placed, TooTallError, flow, kept_together
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import FOOT, FOOT_ITALIC

_NOTE_ROOM = 5.5  # above the foot, for the note where the letter goes on
_SIGNED_WITH = 2  # lines that stand on the page of the signatures


class Letter:
    """One letter."""

    inset = 0.0
    head_kind: ClassVar[type[LetterHead]] = LetterHead

    def __init__(
        self,
        content: LetterContent,
        form: LetterForm,
        marks: Marks,
        form_set: FormSet,
        blank: Sheet,
        size: LetterSize,
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError, SymbolError."""
        self._content = content
        self._form = form
        self._marks = marks
        self._form_set = form_set
        self._size = size
        self._values = Values(content, form_set)
        self._head = self.head_kind(content, form, form_set, marks, size)
        self._foot = Foot(blank, self._notes(), self._imprint(), size.foot)
        body_top, has_qr = self._head.draw(blank, 1)
        bands = Body(content, self._values, blank, size).bands(form.blocks)
        further_top = self._further_head(blank, 1) + size.after_head
        code = content.code if self._head.has_symbols and not has_qr else ""

        def planned(code: str) -> list[Page]:
            names, sign_here = content.names, form_set.sign_here
            closing = Closing(form, names, sign_here, code, blank, size).band()
            return self._planned(bands, closing, body_top, further_top)

        try:
            self._pages = planned(code)
            if code and self.pages > 1:
                # Further pages have the QR in their heads, and it needs no page of its own.
                self._pages = planned("")
        except TooTallError as error:
            raise TooLongError(what=" ".join(error.words.split()[:6])) from error

    @property
    def title(self) -> str:
        """Name and code of the letter."""
        return f"{self._form.name} {self._content.code}".rstrip()

    @property
    def author(self) -> str:
        """Who issues the letter."""
        return self._content.header.on_one_line()

    @property
    def pages(self) -> int:
        """How many pages a copy has."""
        return len(self._pages)

    def draw(self, sheet: Sheet, page: int, copy: int) -> None:
        """Draw page `page` (from 0) of copy `copy` (from 1) on an empty sheet."""
        if self._marks.practice:
            practice_mark(sheet, self._form_set, *self._size.practice)
        if page:
            self._further_head(sheet, copy)
        else:
            self._head.draw(sheet, copy)
        for placed in self._pages[page].placed:
            placed.band.draw(sheet, placed.top)
        if page < self.pages - 1:
            y = self._foot.top - _NOTE_ROOM + 3.2
            sheet.text_right(sheet.right, y, self._where_it_goes_on(page), self._size.note)
        self._foot.draw(sheet, page + 1, self.pages)

    def _planned(
        self, bands: Sequence[Band], closing: Band | None, first: float, further: float
    ) -> list[Page]:
        """Return the pages. One page bears its signatures at the foot, several below the text."""
        bottom = self._foot.top
        if closing is None:
            pages = flow(bands, first, further, bottom)
            return pages if len(pages) == 1 else flow(bands, first, further, bottom - _NOTE_ROOM)
        together = [*kept_together(bands, _SIGNED_WITH), closing]
        pages = flow(together, first, further, bottom)
        if len(pages) == 1:
            pages[0].placed[-1] = Placed(closing, bottom - closing.height)
            return pages
        pages = flow(together, first, further, bottom - _NOTE_ROOM)
        last = pages[-1].placed[-1]
        places = self._size.signatures
        lower = min(places.after - places.clear, bottom - last.top - closing.height)
        pages[-1].placed[-1] = Placed(closing, last.top + lower)
        return pages

    def _where_it_goes_on(self, page: int) -> str:
        rest = "phần còn lại và chữ ký" if self._form.signatures else "phần còn lại"
        where = f"trang {page + 2}" + (f" đến trang {self.pages}" if page + 2 < self.pages else "")
        return f"({rest}: xem {where})"

    def _further_head(self, sheet: Sheet, copy: int) -> float:
        code = self._content.code if self._head.has_symbols else ""
        return heads.continuation_head(
            sheet,
            self._content.header,
            self._form.name,
            CODE_LABEL,
            code,
            self._values.get("applicant").replace("\n", " "),
            f"Liên {copy}" if self._form.copies else "",
            self._size.further,
            self._size.symbols,
        )

    def _notes(self) -> list[Note]:
        form = self._form
        notes = mark_notes(self._form_set, replace(self._marks, offline_since=None))
        if not notes and form.copies_note:
            notes.append((self._values.filled(form.copies_note), FOOT_ITALIC))
        if not self._marks.practice:
            notes += [
                (self._values.filled(note), FOOT)
                for note in form.notes
                if self._values.has_all(note)
            ]
        return notes

    def _imprint(self) -> str:
        form, form_set = self._form, self._form_set.id
        named = (form.name, form_set)
        if form.number:
            named = (f"Mẫu số {form.number}", f"Bộ biểu mẫu {form_set}")
        counter = self._values.get("counter").partition(" – ")[0].removeprefix("Quầy ")
        return imprint(*named, marks=self._marks, counter=counter)
