"""Mẫu 01 for several dossiers of one visitor: one paper, each dossier with its own bars.

The circular knows such a receipt and leaves its layout open: what all share stands once, on top and
at the end; each dossier says what it is, which papers were taken in, when its result is promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.form_sets import FieldKey, FormSet
from counter_app.domain.forms import Marks, ReceiptContent
from counter_app.papers import barcode
from counter_app.papers.pages.form import Form, Layout, Parts
from counter_app.papers.pages.plan import Ladder, Measures, Page
from counter_app.papers.pages.receipt import imprint_of, notes_of
from counter_app.papers.pages.receipt_values import book, due_words, field_entries
from counter_app.papers.pages.visit_receipt_values import (
    common_applicant,
    fact_words,
    fee_words,
    item_entries,
    paper_words,
)
from counter_app.papers.parts import heads
from counter_app.papers.parts.blocks import Block, Entry
from counter_app.papers.parts.foot import Foot
from counter_app.papers.parts.heads import Symbols
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.parts.values import CODE_LABEL, count
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import (
    BODY,
    BOLD,
    CODE,
    CONTINUED_NAME,
    CONTINUED_UNIT,
    COPY,
    ITALIC,
    TITLE,
)
from counter_app.papers.setting.styles import CODE_LABEL as CODE_LABEL_STYLE

_TITLE, _COPY, _FIELDS = 34.5, 38.8, 45.2
_ABOVE_BARS, _BARS, _CODE, _TEXT = 2.6, 10.0, 14.4, 22.0  # from the rule above a dossier
_PITCH, _BELOW = 4.3, 2.4
_BESIDE_Y, _BESIDE_PITCH = 2.2, 4.1  # beside the bars, from their top
_TEXT_X = 5.0
_GRID = 0.3  # points
_BESIDE = 36.0  # least room for the promise right of the bars
_NO_SYMBOLS = Symbols(0.0, 0.0, 0.0, has_qr=False, low_qr=False)
_DUE = "Hẹn trả kết quả:"
_HOLDER = "Chủ hồ sơ:"


@dataclass(frozen=True, slots=True)
class _Part:
    """One dossier: lines beside its bars, lines below; height in millimetres."""

    content: ReceiptContent
    book: str
    beside: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return _TEXT + (len(self.lines) - 1) * _PITCH + _BELOW


class VisitReceipt(Form):
    """The receipt of one visit."""

    layout = Layout(
        Ladder(
            pitch=_PITCH,
            caption=5.6,
            table=2.0,
            items=5.0,
            clear=5.1,
            after_text=8.0,
            signed=19.5,
            kept=1,
        ),
        Block(44.0),
    )
    _items = Block(44.0)

    def __init__(
        self,
        contents: Sequence[ReceiptContent],
        marks: Marks,
        form_set: FormSet,
        blank: Sheet,
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError, SymbolError."""
        first, form = contents[0], form_set.receipt
        self._contents = tuple(contents)
        self._shared = common_applicant(contents)
        self._visitor = self._shared or first.submitter_name
        self._shift = heads.national_header(blank, first.header, form_set)
        self._rows = [
            self._part(blank, place, content, marks, form_set)
            for place, content in enumerate(contents, 1)
        ]
        fields = self.layout.fields.lines(blank, self._fields(form_set))
        self._item_lines = self._items.lines(blank, item_entries(contents, form_set))
        signatures = Signatures(
            form.signatures, form_set.sign_here, (first.submitter_name, first.officer_name)
        )
        foot = Foot(blank, notes_of(first, marks, form_set), imprint_of(first, marks, form_set))
        measures = Measures(
            fields_y=_FIELDS + self._shift,
            continued_top=self._further_head(blank, form.name, 1) + 2.0,
            foot_top=foot.top,
            head_height=0.0,
            field_lines=len(fields),
            row_heights=[row.height for row in self._rows],
            items_height=(len(self._item_lines) - 1) * self._items.pitch,
            longer_signatures=signatures.longer(blank),
        )
        others = f" (và {len(contents) - 1} hồ sơ khác)" if len(contents) > 1 else ""
        parts = Parts(
            first.header, first.code + others, form.name, fields, signatures, foot, measures,
            [*(content.subject for content in contents), first.result_place],
        )  # fmt: skip
        super().__init__(parts, marks, form_set)

    def draw_first_head(self, sheet: Sheet, copy: int) -> bool:
        """Draw header, place and date, title, copy and stamp; there is no QR to be placed."""
        form, first = self.form_set.receipt, self._contents[0]
        down, middle = self._shift, sheet.left + sheet.width / 2
        heads.national_header(sheet, first.header, self.form_set)
        heads.place_and_date(sheet, first.header, self.form_set, first.received_at, down)
        sheet.text_centred(middle, _TITLE + down, form.title, TITLE)
        said = f"(Liên {copy}: {form.copies[copy - 1]})"
        sheet.text_centred(middle, _COPY + down, said, COPY)
        lines = stamp_lines(self.form_set, self.marks)
        if lines:
            stamp(sheet, lines, _NO_SYMBOLS, _COPY + down)
        return True

    def draw_further_head(self, sheet: Sheet, copy: int) -> None:
        """Draw unit, name, visitor and copy."""
        self._further_head(sheet, self.form_set.receipt.name, copy)

    def draw_caption(self, sheet: Sheet, y: float) -> None:
        """Say how many dossiers the paper is about."""
        sheet.text(sheet.left, y, f"Số hồ sơ tiếp nhận: {count(len(self._rows))}", BOLD)

    def draw_rows(self, sheet: Sheet, top: float, rows: range) -> None:
        """Draw the dossiers, a rule above each and one below the last."""
        for row in self._rows[rows.start : rows.stop]:
            sheet.rule(sheet.left, sheet.right, top, _GRID)
            self._draw_part(sheet, top, row)
            top += row.height
        sheet.rule(sheet.left, sheet.right, top, _GRID)

    def where_it_goes_on(self, pages: Sequence[Page], page: int) -> str:
        """Return "(hồ sơ thứ 3 đến 4 và chữ ký: xem trang 2)"."""
        later = [row + 1 for each in pages[page + 1 :] for row in each.rows]
        where = f"trang {page + 2}" + (f" đến trang {len(pages)}" if page + 2 < len(pages) else "")
        if not later:
            return f"(chữ ký: xem {where})"
        span = f"{later[0]} đến {later[-1]}" if len(later) > 1 else f"{later[0]}"
        return f"(hồ sơ thứ {span} và chữ ký: xem {where})"

    def draw_items(self, sheet: Sheet, y: float) -> None:
        """Set what holds for all dossiers."""
        self._items.draw(sheet, y, self._item_lines)

    def _fields(self, form_set: FormSet) -> list[Entry]:
        first, form = self._contents[0], form_set.receipt
        labels = [each for each in form.fields if each.key is not FieldKey.SUBJECT]
        if self._shared:
            return field_entries(first, form_set, tuple(labels))
        # Several applicants: who came stands on top, whose dossier it is beside each.
        wanted = (FieldKey.COUNTER, FieldKey.SUBMITTER, FieldKey.PHONE)
        labels = [each for each in labels if each.key in wanted]
        came = replace(first, submitter=first.submitter_name, email="")
        return field_entries(came, form_set, tuple(labels))

    def _part(
        self, blank: Sheet, place: int, content: ReceiptContent, marks: Marks, form_set: FormSet
    ) -> _Part:
        due = due_words(content, form_set)
        room = blank.width - barcode.bars(content.code).width - barcode.QUIET
        has_room = room >= _BESIDE
        beside = blank.wrapped(due, BOLD, room) if has_room else ()
        texts = [f"{place}. {content.subject}"]
        if not has_room:
            texts.append(f"{_DUE} **{due}**")
        if not self._shared:
            holder = f"{_HOLDER} **{content.applicant}**"
            texts.append(f"{holder}; {content.submitter}" if content.submitter else holder)
        texts += [paper_words(content, form_set), fact_words(content)]
        texts.append(fee_words(content, form_set))
        width = blank.width - _TEXT_X
        lines = [line for text in texts for line in blank.rich_wrapped(text, BODY, width)]
        said = f"Quyển số: {book(content, marks)},  Số thứ tự: {content.serial:04d}"
        return _Part(content, said, beside, tuple(lines))

    def _draw_part(self, sheet: Sheet, top: float, part: _Part) -> None:
        code = part.content.code
        if self.marks.practice:
            self._spare_bars(sheet, top, barcode.bars(code).width)
        bars_right = sheet.barcode(sheet.left, top + _ABOVE_BARS, _BARS, code)
        x, first = bars_right + barcode.QUIET, top + _ABOVE_BARS + _BESIDE_Y
        if part.beside:
            sheet.text(x, first, _DUE, BODY)
        for place, line in enumerate(part.beside, 1):
            sheet.text(x, first + place * _BESIDE_PITCH, line, BOLD)
        y = top + _ABOVE_BARS + _CODE
        after = sheet.text(sheet.left, y, f"{CODE_LABEL}  ", CODE_LABEL_STYLE)
        sheet.text(after, y, code, CODE)
        sheet.text_right(sheet.right, y, part.book, BODY)
        for place, line in enumerate(part.lines):
            sheet.rich_text(sheet.left + _TEXT_X, top + _TEXT + place * _PITCH, line, BODY)

    def _spare_bars(self, sheet: Sheet, top: float, width: float) -> None:
        """Keep the mark across the page out of bars and quiet zones."""
        x, around = sheet.left - barcode.QUIET, width + 2 * barcode.QUIET
        sheet.clear(x, top + _ABOVE_BARS - 1, around, _BARS + 2)

    def _further_head(self, sheet: Sheet, name: str, copy: int) -> float:
        """Set the head of a further page; return the y of its rule."""
        y = 12.5
        header = self._contents[0].header
        for line in sheet.wrapped(header.on_one_line(), CONTINUED_UNIT, sheet.width):
            sheet.text(sheet.left, y, line, CONTINUED_UNIT)
            y += 3.3
        y += 1.6
        x = sheet.text(sheet.left, y, name, CONTINUED_NAME)
        sheet.text(x, y, "  (tiếp theo)", BODY)
        for line in sheet.wrapped(self._visitor, BODY, sheet.width - 20):
            y += _PITCH
            sheet.text(sheet.left, y, line, BODY)
        sheet.text_right(sheet.right, y, f"Liên {copy}", ITALIC)
        sheet.rule(sheet.left, sheet.right, y + 2.53, 0.6)
        return y + 2.53
