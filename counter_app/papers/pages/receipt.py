"""Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: measured once, then drawn for each copy."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks, ReceiptContent
from counter_app.papers.pages import heads
from counter_app.papers.pages.blocks import Block
from counter_app.papers.pages.continuing import where_it_goes_on
from counter_app.papers.pages.first_head import FirstHead, HeadText, table_caption
from counter_app.papers.pages.foot import Foot, Note, imprint, mark_notes
from counter_app.papers.pages.plan import DoesNotFitError, Ladder, Measures, Page, plan
from counter_app.papers.pages.receipt_values import book, field_entries, item_entries, paper_cells
from counter_app.papers.pages.signatures import Signatures
from counter_app.papers.pages.stamps import practice_mark
from counter_app.papers.pages.values import CODE_LABEL, phone
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import (
    CONTINUED_NOTE,
    FOOT,
    FOOT_ITALIC,
    TITLE,
)
from counter_app.papers.setting.table import Column, Table

_HEAD = FirstHead(bars=27.5, code=43.4, title=51.0, copy=55.3, title_style=TITLE)
_FIELDS = 61.6
_AFTER_HEAD = 3.57  # from the rule of a continuation head to the table
_NOTE = 4.1  # from a broken table to the note below it
_NUMBERS = (8.0, 13.0, 17.0, 13.0)  # TT and the three counts; names take the rest
_LADDER = Ladder(
    pitch=4.3, caption=5.4, table=1.7, items=4.7, clear=5.1, after_text=8.0, signed=19.5
)
_FIELD_BLOCK = Block(44.0)
_ITEM_BLOCK = Block(58.0, label_x=5.0)


class Receipt:
    """One receipt: `pages` sheets for each copy (liên)."""

    inset: ClassVar[float] = 0.0

    def __init__(
        self, content: ReceiptContent, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        self._content = content
        self._marks = marks
        self._set = form_set
        self._form = form_set.receipt
        self._foot = Foot(blank, self._notes(), self._imprint())
        self._shift = heads.national_header(blank, content.header, form_set)
        self._table = self._columns(blank)
        self._rows = [
            self._table.row(blank, paper_cells(place, line))
            for place, line in enumerate(content.papers, 1)
        ]
        self._fields = _FIELD_BLOCK.lines(
            blank, field_entries(content, form_set, self._form.fields)
        )
        self._items = _ITEM_BLOCK.lines(
            blank, item_entries(content, form_set, marks, self._form.items)
        )
        self._pages = self._plan(blank)

    @property
    def title(self) -> str:
        """Name and code of the paper."""
        return f"{self._form.name} {self._content.code}"

    @property
    def author(self) -> str:
        """Who issues the paper."""
        return self._content.header.on_one_line()

    @property
    def pages(self) -> int:
        """How many pages a copy has."""
        return len(self._pages)

    def draw(self, sheet: Sheet, page: int, copy: int) -> None:
        """Draw page `page` (from 0) of copy `copy` (from 1) on an empty sheet."""
        parts = self._pages[page]
        if self._marks.practice:
            practice_mark(sheet, self._set)
        if page == 0:
            has_qr = self._draw_head(sheet, copy)
        else:
            has_qr = True
            self._draw_continuation_head(sheet, copy)
        _FIELD_BLOCK.draw(
            sheet, parts.fields_y, self._fields[parts.fields.start : parts.fields.stop]
        )
        if parts.caption_y is not None:
            table_caption(
                sheet, parts.caption_y, self._form.table, _ITEM_BLOCK.label_x, rows=len(self._rows)
            )
        if parts.rows:
            rows = self._rows[parts.rows.start : parts.rows.stop]
            self._table.draw(sheet, parts.table_top, rows)
        if parts.items_y is None:
            note = self._note(page)
            sheet.text_right(sheet.right, parts.bottom + _NOTE, note, CONTINUED_NOTE)
        else:
            _ITEM_BLOCK.draw(sheet, parts.items_y, self._items)
            self._sign(sheet, parts.signatures_y, qr_between=not has_qr)
        self._foot.draw(sheet, page + 1, self.pages)

    def _plan(self, blank: Sheet) -> list[Page]:
        measures = Measures(
            fields_y=_FIELDS + self._shift,
            continued_top=self._draw_continuation_head(blank, 1) + _AFTER_HEAD,
            foot_top=self._foot.top,
            head_height=self._table.head_height,
            field_lines=len(self._fields),
            row_heights=[row.height for row in self._rows],
            items_height=(len(self._items) - 1) * _ITEM_BLOCK.pitch,
        )
        try:
            return plan(_LADDER, measures)
        except DoesNotFitError as error:
            papers = self._content.papers
            long = papers[error.row].name if error.row is not None else self._content.result_place
            raise TooLongError(what=" ".join(long.split()[:6])) from error

    def _columns(self, blank: Sheet) -> Table:
        number, *counts = _NUMBERS
        widths = (number, blank.width - sum(_NUMBERS), *counts)
        return Table(
            [
                Column(width, head, centred=place != 1)
                for place, (width, head) in enumerate(
                    zip(widths, self._form.table.heads, strict=True)
                )
            ]
        )

    # Parts

    def _draw_head(self, sheet: Sheet, copy: int) -> bool:
        """Draw all above the fields; return whether the QR stands beside the bars."""
        content = self._content
        text = HeadText(
            content.header,
            content.code,
            content.received_at,
            self._form.title,
            f"(Liên {copy}: {self._form.copies[copy - 1]})",
            f"Quyển số: {book(content, self._marks)},  Số thứ tự: {content.serial:04d}",
        )
        return _HEAD.draw(sheet, self._set, self._marks, text, self._shift)

    def _draw_continuation_head(self, sheet: Sheet, copy: int) -> float:
        content = self._content
        return heads.continuation_head(
            sheet,
            content.header,
            self._form.name,
            CODE_LABEL,
            content.code,
            content.applicant,
            f"Liên {copy}",
        )

    def _sign(self, sheet: Sheet, y: float, *, qr_between: bool) -> None:
        signatures = Signatures(
            self._form.signatures,
            self._set.sign_here,
            (self._content.submitter_name, self._content.officer_name),
        )
        signatures.draw(sheet, y)
        if qr_between:
            signatures.draw_qr_between(sheet, y, self._content.code)

    def _note(self, page: int) -> str:
        numbers = [item.number.rstrip(".") for item in self._form.items if item.number]
        table = self._form.table.number.rstrip(".")
        return where_it_goes_on(self._pages, page, "giấy tờ", table, numbers[0], numbers[-1])

    def _notes(self) -> list[Note]:
        notes = mark_notes(self._set, self._marks)
        if not notes:
            notes.append((self._form.copies_note, FOOT_ITALIC))
        if not self._marks.practice:
            lookup, number = self._content.lookup, phone(self._content.help_phone)
            notes.append((self._form.lookup_note.format(lookup=lookup, phone=number), FOOT))
        return notes

    def _imprint(self) -> str:
        form = (f"Mẫu số {self._form.number}", f"Bộ biểu mẫu {self._set.id}")
        return imprint(*form, marks=self._marks, counter=self._content.counter)
