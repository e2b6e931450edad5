"""The head of a letter's first page: who writes, its number and date, symbols, title, copy."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_form import LetterForm
from counter_app.papers.letters.sizes import LetterSize
from counter_app.papers.parts import heads
from counter_app.papers.parts.heads import Symbols
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.parts.values import CODE_LABEL
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import STAMP, UNIT_LINE

_NO_SYMBOLS = Symbols(0.0, 0.0, 0.0, has_qr=False, low_qr=False)
_NUMBER_DOTS = "........"
_DRAFT = "DỰ THẢO"
_PADDING, _WEIGHT, _LOW_HEIGHT = 1.8, 0.9, 5.2  # of the low stamp, in millimetres and points


@dataclass(frozen=True, slots=True)
class LetterHead:
    """The head of one letter."""

    content: LetterContent
    form: LetterForm
    form_set: FormSet
    marks: Marks
    size: LetterSize

    @property
    def has_symbols(self) -> bool:
        """True when the dossier's bars stand above the title."""
        return self.form.has_symbols and bool(self.content.code)

    def draw(self, sheet: Sheet, copy: int) -> tuple[float, bool]:
        """Draw all; return the top of the body and whether the QR stands beside the bars."""
        places, content, form = self.size.places, self.content, self.form
        down = self._issuer(sheet)
        symbols = _NO_SYMBOLS
        if self.has_symbols:
            symbols = heads.symbols(sheet, places.bars + down, content.code, self.size.symbols)
            heads.code_line(
                sheet, places.code + down, symbols, CODE_LABEL, content.code, self.size.symbols
            )
        if form.has_national_header:
            heads.place_and_date(
                sheet, content.header, self.form_set, content.at, down,
                self.size.head,
            )  # fmt: skip
        y = self._titles(sheet, (places.title if self.has_symbols else places.bare) + down)
        y = self._copy_line(sheet, y, copy, symbols)
        return y + places.body - self.size.rise, symbols.has_qr

    def _issuer(self, sheet: Sheet) -> float:
        """Draw what stands on top; return how far it pushes the rest down, or pulls it up."""
        header, head = self.content.header, self.size.head
        if not self.form.has_national_header:
            sheet.text(sheet.left, head.first, header.on_one_line(), UNIT_LINE)
            return head.first - head.date
        longer = heads.national_header(sheet, header, self.form_set, head)
        if not self.form.number_line:
            return longer
        down = longer + self.size.places.number
        text = self.form.number_line.replace("{number}", self.content.number or _NUMBER_DOTS)
        heads.number_line(sheet, header, self.form_set, text, down, head)
        return down

    def _titles(self, sheet: Sheet, y: float) -> float:
        """Set title and subtitle; return the last baseline."""
        places, size = self.size.places, self.size
        middle = sheet.left + sheet.width / 2
        for part in self.form.title.split("\n"):
            for line in sheet.wrapped(part, size.title, sheet.width - 6):
                sheet.text_centred(middle, y, line, size.title)
                y += places.title_pitch
        y -= places.title_pitch
        for line in sheet.wrapped(self.form.subtitle, size.copy, sheet.width):
            if line:
                y += places.copy
                sheet.text_centred(middle, y, line, size.copy)
        return y

    def _copy_line(self, sheet: Sheet, y: float, copy: int, symbols: Symbols) -> float:
        """Set the copy, a low stamp right of it, the draft's mark left; return its baseline."""
        form, lines = self.form, stamp_lines(self.form_set, self.marks)
        if not (form.copies or lines or form.draft):
            return y
        y += self.size.places.copy
        if form.copies:
            middle = sheet.left + sheet.width / 2
            said = f"(Liên {copy}: {form.copies[copy - 1]})"
            sheet.text_centred(middle, y, said, self.size.copy)
        if form.draft:
            width = sheet.text_width(_DRAFT, STAMP) + 2 * _PADDING
            sheet.box(sheet.left + 0.2, y - 2.4, width, _LOW_HEIGHT, _WEIGHT)
            sheet.text(sheet.left + 0.2 + _PADDING, y + 1.4, _DRAFT, STAMP)
        if lines:
            stamp(sheet, lines, symbols, y)
        return y
