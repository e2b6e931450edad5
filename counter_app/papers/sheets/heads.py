"""The heads of A4 sheets: official ones with symbols, and what further pages repeat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Header, Marks
from counter_app.papers import barcode, qr
from counter_app.papers.parts import heads
from counter_app.papers.parts.heads import HeadType, Symbols
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import STAMP
from counter_app.papers.sheets.styles import (
    BODY,
    BOLD,
    CODE,
    CODE_LABEL,
    CONTINUED_NAME,
    CONTINUED_UNIT,
    COPY,
    LANDSCAPE_HEAD,
    PORTRAIT_HEAD,
    SIDE,
    SPAN,
    TITLE,
    UNIT,
    UNIT_BOLD,
)

MODULE = 0.625
"""Width of a module of a QR on A4, in millimetres: five dots of a 203-dpi head."""

_BAR_HEIGHT = 13.0
_LOW_SIDE = 13.5  # a larger QR reaches, with its quiet zone, below the top of the code line
_LEAST_GAP = 8.0  # between bars and QR, or bars and title


class Head(Protocol):
    """Draws what stands above the text of a page."""

    def draw(self, sheet: Sheet, page: int, copy: int) -> float:
        """Draw the head of `page` (from 0) of `copy` (from 1); return where the text begins."""
        ...


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where the parts of an official head stand: top of the bars, baselines, top of the text."""

    kind: HeadType
    bars: float
    code: float
    title: float
    copy: float
    text: float
    beside: bool  # the title stands right of the bars, not below them


PORTRAIT = Ladder(PORTRAIT_HEAD, 38.75, 57.4, 68.9, 74.9, 75.2, beside=False)
LANDSCAPE = Ladder(LANDSCAPE_HEAD, 33.5, 51.3, 41.5, 47.6, 55.4, beside=True)
_TITLE_PITCH = 6.6
_PLAIN_FIRST, _SIDE_PITCH, _PLAIN_TITLE, _PLAIN_SPAN, _PLAIN_TABLE = 15.7, 4.2, 17.3, 22.3, 26.2
_WITHOUT_SYMBOLS = 21.0  # how much higher all stands on a portrait sheet without bars


@dataclass(frozen=True, slots=True)
class OfficialHead:
    """National header, bars and QR of `code`, title; `code` may be empty.

    `holder` is named again on further pages; `book` stands right on the code line; `copies` say
    for whom each copy is; `subtitle` stands below the title.
    """

    header: Header
    form_set: FormSet
    marks: Marks
    at: datetime
    title: str
    name: str
    code_label: str = ""
    code: str = ""
    book: str = ""
    subtitle: str = ""
    holder: str = ""
    copies: tuple[str, ...] = ()
    ladder: Ladder = PORTRAIT

    def draw(self, sheet: Sheet, page: int, copy: int) -> float:
        """Draw the whole head, or what further pages repeat of it."""
        said = f"Liên {copy}: {self.copies[copy - 1]}" if copy <= len(self.copies) else ""
        return self._further(sheet, said) if page else self._first(sheet, said)

    def _first(self, sheet: Sheet, said: str) -> float:
        ladder, kind = self.ladder, self.ladder.kind
        down = heads.national_header(sheet, self.header, self.form_set, kind)
        date_down = down
        if not self.code and not ladder.beside:
            down -= _WITHOUT_SYMBOLS
        symbols = self._symbols(sheet, ladder.bars + down)
        if self.code:
            self._code_line(sheet, ladder.code + down, symbols)
        heads.place_and_date(sheet, self.header, self.form_set, self.at, date_down, kind)
        if self.book:
            right = symbols.gap_right if symbols.low_qr else sheet.right
            sheet.text_right(right, ladder.code + down, self.book, BODY)
        middle = sheet.left + sheet.width / 2
        lines = sheet.wrapped(self.title, TITLE, sheet.width)
        widest = max(sheet.text_width(line, TITLE) for line in lines)
        if self.code and ladder.beside and symbols.gap_left + 4 > middle - widest / 2:
            down += ladder.code - ladder.title + 8.0  # bars as long as the title's place: below
        for place, line in enumerate(lines):
            sheet.text_centred(middle, ladder.title + down + place * _TITLE_PITCH, line, TITLE)
        down += (len(lines) - 1) * _TITLE_PITCH
        below = ladder.text + down
        texts = [text for text in (self.subtitle, f"({said})" if said else "") if text]
        for place, text in enumerate(texts):
            sheet.text_centred(middle, ladder.copy + down + place * 5.0, text, COPY)
        if texts:
            below = max(below, ladder.copy + down + (len(texts) - 1) * 5.0 + 3.0)
        marked = stamp_lines(self.form_set, self.marks)
        if marked:
            self._stamp(sheet, marked, symbols, middle + widest / 2, ladder.copy + down)
        return below

    def _symbols(self, sheet: Sheet, top: float) -> Symbols:
        """Draw bars and QR, spared by the mark across the page; return the gap between them."""
        if not self.code:
            return Symbols(top, sheet.left, sheet.right, has_qr=False, low_qr=False)
        end = sheet.barcode(sheet.left, top, _BAR_HEIGHT, self.code)
        width, side = end - sheet.left, qr.modules(self.code).side * MODULE
        quiet = 4 * MODULE
        if self.marks.practice:
            left = sheet.left - barcode.QUIET
            sheet.clear(left, top - 1, width + 2 * barcode.QUIET, _BAR_HEIGHT + 2)
        has_qr = end + _LEAST_GAP + side <= sheet.right
        if has_qr:
            sheet.qr(sheet.right, top, self.code, MODULE)
            if self.marks.practice:
                left = sheet.right - side - quiet
                sheet.clear(left, top - quiet, side + 2 * quiet, side + 2 * quiet)
        right = sheet.right - side - quiet if has_qr else sheet.right
        low_qr = has_qr and side > _LOW_SIDE
        return Symbols(top, end + barcode.QUIET, right, has_qr=has_qr, low_qr=low_qr)

    def _code_line(self, sheet: Sheet, y: float, symbols: Symbols) -> None:
        label = f"{self.code_label}  "
        whole = sheet.text_width(label, CODE_LABEL) + sheet.text_width(self.code, CODE)
        bars = symbols.gap_left - barcode.QUIET - sheet.left
        indent = 0.0 if symbols.low_qr else max(0.0, (bars - whole) / 2)
        x = sheet.text(sheet.left + indent, y, label, CODE_LABEL)
        sheet.text(x, y, self.code, CODE)

    def _stamp(
        self,
        sheet: Sheet,
        lines: tuple[str, str],
        symbols: Symbols,
        title_end: float,
        copy_y: float,
    ) -> None:
        if self.ladder.beside and self.code:
            left = max(symbols.gap_left, title_end + 6.0)
            symbols = Symbols(symbols.top, left, symbols.gap_right, has_qr=True, low_qr=False)
        stamp(sheet, lines, symbols, copy_y)

    def _further(self, sheet: Sheet, said: str) -> float:
        side = qr.modules(self.code).side * MODULE if self.code else 0.0
        room = sheet.width - side - 6.0
        first = y = self.ladder.kind.first
        for line in sheet.wrapped(self.header.on_one_line(), CONTINUED_UNIT, room):
            sheet.text(sheet.left, y, line, CONTINUED_UNIT)
            y += 3.8
        y += 1.9
        x = sheet.text(sheet.left, y, self.name, CONTINUED_NAME)
        sheet.text(x, y, "  (tiếp theo)", BODY)
        if self.code:
            y += 5.4
            x = sheet.text(sheet.left, y, f"{self.code_label}  ", BODY)
            sheet.text(x, y, self.code, BOLD)
        for text in (self.holder, said):
            for line in sheet.wrapped(text, BODY, room) if text else ():
                y += 5.0
                sheet.text(sheet.left, y, line, BODY)
        if self.code:
            sheet.qr(sheet.right, first - 3.0, self.code, MODULE)
            y = max(y, first - 3.0 + side + 4 * MODULE - 2.4)
            if self.marks.practice:
                quiet = 4 * MODULE
                left, top = sheet.right - side - quiet, first - 3.0 - quiet
                sheet.clear(left, top, side + 2 * quiet, side + 2 * quiet)
        sheet.rule(sheet.left, sheet.right, y + 2.5, 0.6)
        return y + 5.5


@dataclass(frozen=True, slots=True)
class PlainHead:
    """The same on every page: unit on the left, title and span, up to two lines on the right."""

    header: Header
    form_set: FormSet
    marks: Marks
    title: str
    span: str
    right: tuple[str, ...]

    def draw(self, sheet: Sheet, _page: int, _copy: int) -> float:
        """Draw the head; return the top of the table."""
        middle = sheet.left + sheet.width / 2
        half = max(sheet.text_width(self.title, TITLE), sheet.text_width(self.span, SPAN)) / 2
        room = sheet.width / 2 - half - 6.0
        left = [(line, UNIT) for line in sheet.wrapped(self.header.parent, UNIT, room)]
        unit = " ".join(self.header.unit_lines)
        left += [(line, UNIT_BOLD) for line in sheet.wrapped(unit, UNIT_BOLD, room)]
        for place, (text, style) in enumerate(left):
            sheet.text(sheet.left, _PLAIN_FIRST + place * _SIDE_PITCH, text, style)
        sheet.text_centred(middle, _PLAIN_TITLE, self.title, TITLE)
        sheet.text_centred(middle, _PLAIN_SPAN, self.span, SPAN)
        right = [line for text in self.right if text for line in sheet.wrapped(text, SIDE, room)]
        for place, text in enumerate(right):
            sheet.text_right(sheet.right, _PLAIN_FIRST + place * _SIDE_PITCH, text, SIDE)
        marked = stamp_lines(self.form_set, self.marks)
        lines = max(len(left), len(right))
        if marked:
            words = " ".join(marked)
            top = _PLAIN_FIRST + (len(right) - 1) * _SIDE_PITCH + 1.2
            width = sheet.text_width(words, STAMP) + 3.6
            sheet.box(sheet.right - width - 0.2, top, width, 4.6, 0.9)
            sheet.text(sheet.right - width + 1.6, top + 3.5, words, STAMP)
            lines = max(lines, len(right) + 1)
        return _PLAIN_TABLE + max(0, lines - 3) * _SIDE_PITCH
