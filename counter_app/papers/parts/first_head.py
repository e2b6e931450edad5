"""The head of a first page: national header, symbols, code, date, title, copy, stamp.

Drawn in the order in which the circular lists the parts, so that text taken from the file reads so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.form_sets import FormSet, TableText
from counter_app.domain.forms import Header, Marks
from counter_app.papers.parts import heads
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.parts.values import CODE_LABEL
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BODY, COPY
from counter_app.papers.setting.typist import Style


@dataclass(frozen=True, slots=True)
class HeadText:
    """What a first page's head says; `book` stands right of the code, empty for forms without."""

    header: Header
    code: str
    at: datetime
    title: str
    copy: str
    book: str = ""


@dataclass(frozen=True, slots=True)
class FirstHead:
    """Where the parts stand in millimetres: the top of the bars, baselines of the others."""

    bars: float
    code: float
    title: float
    copy: float
    title_style: Style

    def draw(
        self, sheet: Sheet, form_set: FormSet, marks: Marks, text: HeadText, down: float
    ) -> bool:
        """Draw all, `down` millimetres lower below the header; return whether the QR found room."""
        middle = sheet.left + sheet.width / 2
        heads.national_header(sheet, text.header, form_set)
        symbols = heads.symbols(sheet, self.bars + down, text.code)
        heads.code_line(sheet, self.code + down, symbols, CODE_LABEL, text.code)
        heads.place_and_date(sheet, text.header, form_set, text.at, down)
        if text.book:
            heads.book_line(sheet, self.code + down, symbols, text.book)
        sheet.text_centred(middle, self.title + down, text.title, self.title_style)
        sheet.text_centred(middle, self.copy + down, text.copy, COPY)
        lines = stamp_lines(form_set, marks)
        if lines:
            stamp(sheet, lines, symbols, self.copy + down)
        return symbols.has_qr


def table_caption(sheet: Sheet, y: float, text: TableText, label_x: float, *, rows: int) -> None:
    """Set number and caption above a table, or say that there is nothing to list."""
    sheet.text(sheet.left, y, text.number, BODY)
    sheet.text(
        sheet.left + label_x, y, text.caption if rows else f"{text.caption} {text.empty}", BODY
    )
