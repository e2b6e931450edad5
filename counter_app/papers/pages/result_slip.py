"""Giấy biên nhận trả kết quả: what was handed over, by whom, to whom, on what ground."""

from __future__ import annotations

from typing import ClassVar

from counter_app.domain.dates import paper_date, paper_moment
from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FieldKey, FieldLabel, FormSet, ItemKey
from counter_app.domain.forms import Marks, ResultLine, ResultSlipContent
from counter_app.domain.people.person import IdentityKind
from counter_app.papers.pages import heads
from counter_app.papers.pages.blocks import Block, Entry, Line
from counter_app.papers.pages.continuing import where_it_goes_on
from counter_app.papers.pages.first_head import FirstHead, HeadText, table_caption
from counter_app.papers.pages.foot import Foot, Note, imprint, mark_notes
from counter_app.papers.pages.plan import DoesNotFitError, Ladder, Measures, Page, plan
from counter_app.papers.pages.signatures import Signatures
from counter_app.papers.pages.stamps import practice_mark
from counter_app.papers.pages.values import CODE_LABEL, count, phone
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BODY, CONTINUED_NOTE, FOOT, ITALIC, SHORT_TITLE
from counter_app.papers.setting.table import Column, Table

_HEAD = FirstHead(bars=28.25, code=44.2, title=53.45, copy=58.2, title_style=SHORT_TITLE)
_FIELDS = 66.3
_AFTER_HEAD = 3.57
_NOTE = 4.1
_STATEMENT = 5.9  # from the last item to the statement
_TICK = 2.9
_LADDER = Ladder(
    pitch=4.76, caption=6.0, table=1.7, items=5.25, clear=7.0, after_text=10.0, signed=27.0
)
_FIELD_BLOCK = Block(36.0, pitch=4.76, beside_x=(76.0, 100.0))
_ITEM_BLOCK = Block(36.0, pitch=4.76, label_x=5.0)
_COLUMNS = (8.0, 30.0, 24.0, 0.0, 15.0)  # the abstract takes the rest
_CENTRED = (True, False, False, False, True)


class ResultSlip:
    """One result slip: `pages` sheets for each copy (liên)."""

    inset: ClassVar[float] = 0.0

    def __init__(
        self, content: ResultSlipContent, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        self._content = content
        self._marks = marks
        self._set = form_set
        self._form = form_set.result_slip
        self._foot = Foot(blank, self._notes(), self._imprint())
        self._shift = heads.national_header(blank, content.header, form_set)
        rest = blank.width - sum(_COLUMNS)
        self._table = Table(
            [
                Column(width or rest, head, centred)
                for width, head, centred in zip(
                    _COLUMNS, self._form.table.heads, _CENTRED, strict=True
                )
            ]
        )
        self._rows = [
            self._table.row(blank, _cells(place, line))
            for place, line in enumerate(content.results, 1)
        ]
        self._fields = _FIELD_BLOCK.lines(blank, self._field_entries())
        self._items = _ITEM_BLOCK.lines(blank, self._item_entries())
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
        has_qr = True
        if page == 0:
            has_qr = self._draw_head(sheet, copy)
        else:
            self._draw_continuation_head(sheet, copy)
        _FIELD_BLOCK.draw(
            sheet, parts.fields_y, self._fields[parts.fields.start : parts.fields.stop]
        )
        if parts.caption_y is not None:
            table_caption(
                sheet, parts.caption_y, self._form.table, _ITEM_BLOCK.label_x, rows=len(self._rows)
            )
        if parts.rows:
            self._table.draw(sheet, parts.table_top, self._rows[parts.rows.start : parts.rows.stop])
        if parts.items_y is None:
            note = where_it_goes_on(self._pages, page, "kết quả", "1", "2", "3")
            sheet.text_right(sheet.right, parts.bottom + _NOTE, note, CONTINUED_NOTE)
        else:
            self._draw_items(sheet, parts.items_y)
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
            items_height=(len(self._items) - 1) * _ITEM_BLOCK.pitch + _STATEMENT,
        )
        try:
            return plan(_LADDER, measures)
        except DoesNotFitError as error:
            results = self._content.results
            long = results[error.row].abstract if error.row is not None else self._form.name
            raise TooLongError(what=" ".join(long.split()[:6])) from error

    # Values

    def _field_entries(self) -> list[Entry]:
        entries = (self._field(label) for label in self._form.fields)
        return [entry for entry in entries if entry.value]

    def _field(self, label: FieldLabel) -> Entry:
        content, key = self._content, label.key
        if key is FieldKey.IDENTITY:
            return self._identity()
        if key in (FieldKey.GIVER, FieldKey.RECEIVER):
            giver = key is FieldKey.GIVER
            number = content.giver_phone if giver else content.receiver_phone
            beside = (self._form.phone_label, phone(number)) if number else None
            return Entry(label.label, content.giver if giver else content.receiver, beside=beside)
        returned = paper_moment(content.returned_at)
        values = {
            FieldKey.PROCEDURE: content.procedure,
            FieldKey.APPLICANT: content.applicant,
            FieldKey.CAPACITY: content.capacity,
            FieldKey.DUE: paper_moment(content.due_at) if content.due_at else "",
            FieldKey.RETURNED: f"{returned} ({content.standing})" if content.standing else returned,
        }
        return Entry(label.label, values[key], bold=key in (FieldKey.APPLICANT, FieldKey.RETURNED))

    def _identity(self) -> Entry:
        label = self._set.identity_label(self._content.identity_kind)
        if self._content.identity_kind is IdentityKind.NONE:
            return Entry(label, self._set.no_identity)
        return Entry(label, self._content.identity_masked)

    def _item_entries(self) -> list[Entry]:
        entries = []
        for label in self._form.items:
            if label.key is ItemKey.ORIGINALS:
                values = self._content.returned_originals or (self._form.no_originals,)
                entries.append(Entry(label.label, values[0], label.number))
                entries += [Entry("", value) for value in values[1:]]
            else:
                entries.append(Entry(label.label, "", label.number))
        return entries

    # Parts

    def _draw_head(self, sheet: Sheet, copy: int) -> bool:
        """Draw all above the fields; return whether the QR stands beside the bars."""
        text = HeadText(
            self._content.header,
            self._content.code,
            self._content.returned_at,
            self._form.title,
            f"(Liên {copy}: {self._form.copies[copy - 1]})",
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

    def _draw_items(self, sheet: Sheet, y: float) -> None:
        for line in self._items:
            _ITEM_BLOCK.draw(sheet, y, [line])
            if self._is_ground(line):
                x = sheet.left + _ITEM_BLOCK.value_x
                for place, ground in enumerate(self._form.grounds):
                    ticked = self._content.receipt_lost == (place == 1)
                    x = sheet.tick_box(x, y, _TICK, ticked=ticked) + 1.3
                    x = sheet.text(x, y, ground, BODY) + 5.0
            y += _ITEM_BLOCK.pitch
        y += _STATEMENT - _ITEM_BLOCK.pitch
        sheet.text(sheet.left, y, self._form.statement, ITALIC)

    def _is_ground(self, line: Line) -> bool:
        return any(
            item.key is ItemKey.GROUND and item.number == line.number for item in self._form.items
        )

    def _sign(self, sheet: Sheet, y: float, *, qr_between: bool) -> None:
        names = (self._content.receiver, self._content.giver)
        signatures = Signatures(self._form.signatures, self._set.sign_here, names, room=21.0)
        signatures.draw(sheet, y)
        if qr_between:
            signatures.draw_qr_between(sheet, y, self._content.code)

    def _notes(self) -> list[Note]:
        notes = mark_notes(self._set, self._marks)
        if not self._marks.practice:
            number = phone(self._content.help_phone)
            note = self._form.complaints_note.format(phone=number, lookup=self._content.lookup)
            notes.append((note, FOOT))
        return notes

    def _imprint(self) -> str:
        form = ("Giấy biên nhận", f"Bộ biểu mẫu {self._set.id}")
        return imprint(*form, marks=self._marks, counter=self._content.counter)


def _cells(place: int, line: ResultLine) -> tuple[str, ...]:
    parts = [line.number, paper_date(line.issued_on) if line.issued_on else ""]
    number = "\n".join(part for part in parts if part) or "–"
    return (str(place), line.kind, number, line.abstract or "–", count(line.copies))
