"""Phiếu tạm: papers were taken in, but no official number was at hand.

It must not be taken for Mẫu 01, at two metres or in a copy: no national header, no form number, no
book, no promised date; a hatched frame and a black band instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks, OfficialPaper, PaperLine, ReceiptContent
from counter_app.papers.pages.form import Form, Layout, Parts
from counter_app.papers.pages.plan import Ladder, Measures, Page
from counter_app.papers.pages.receipt_values import field_entries
from counter_app.papers.parts import heads
from counter_app.papers.parts.blocks import Block
from counter_app.papers.parts.foot import Foot, Note, imprint, mark_notes
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.stamps import stamp, stamp_lines
from counter_app.papers.parts.values import phone
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import (
    BAND,
    BODY,
    BOLD,
    CODE,
    CODE_LABEL,
    DISCLAIMER,
    FOOT,
    LOW_BAND,
    TABLE,
    UNIT_LINE,
    WARNING,
)

_FRAME_TOP, _FRAME_BOTTOM, _FRAME_WIDTH = 10.0, 200.2, 3.0
_TEXT_INSET = 4.0  # from the inner edge of the frame to the text
_UNIT, _UNIT_PITCH = 18.5, 3.6
_BAND_TOP, _BAND_HEIGHT, _LOW_BAND_HEIGHT = 21.9, 15.0, 9.0
_WARNING, _DISCLAIMER, _BARS, _CODE, _FIELDS = 43.4, 48.2, 53.0, 68.9, 76.2
_CONTINUED = 48.0  # top of the list on further pages, below one line of the holder
_HOLDER_PITCH, _QR_ROOM = 4.3, 18.0
_FOOT_LAST = 194.2
_NAME_X, _MANY_NAME_X, _COUNT_X = 5.0, 6.4, 89.0
_LIST_PITCH, _LIST_FIRST = 4.2, 3.0
_STEP_PITCH, _TO_DELIVERY, _RULE_ABOVE = 4.4, 4.9, 5.0
_TICK = 2.9
_SIGNATURE_AXES, _SIGNATURE_ROOM = (26.0, 88.0), 17.1


@dataclass(frozen=True, slots=True)
class _Row:
    """A listed paper: lines of its name, lines of its counts."""

    number: str
    name: tuple[str, ...]
    counts: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(len(self.name), len(self.counts)) * _LIST_PITCH


class Provisional(Form):
    """One provisional slip, the same for both copies."""

    layout = Layout(
        Ladder(
            pitch=4.4, caption=1.3, table=1.3, items=6.4, clear=6.5, after_text=8.1, signed=20.1
        ),
        Block(40.0, pitch=4.4),
        inset=5.0,
        note=3.5,
        practice=131.0,
        practice_size=22.0,
    )

    def __init__(
        self, content: ReceiptContent, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        self._content = replace(content, email="")
        self._form = form_set.provisional
        self._shift = self._draw_unit(blank)
        self._holder = blank.wrapped(content.applicant, BOLD, blank.width - _QR_ROOM)
        self._name_x = _NAME_X if len(content.papers) < 10 else _MANY_NAME_X
        self._rows = [self._row(blank, place, line) for place, line in enumerate(content.papers, 1)]
        entries = field_entries(self._content, form_set, self._form.fields)
        fields = self.layout.fields.lines(blank, entries)
        foot = Foot(blank, self._notes(marks, form_set), self._imprint(marks), _FOOT_LAST)
        signatures = Signatures(
            self._form.signatures,
            form_set.sign_here,
            (content.submitter_name, content.officer_name),
            _SIGNATURE_ROOM,
            _SIGNATURE_AXES,
        )
        measures = Measures(
            fields_y=_FIELDS + self._shift,
            continued_top=_CONTINUED + self._shift + (len(self._holder) - 1) * _HOLDER_PITCH,
            foot_top=foot.top,
            head_height=0.0,
            field_lines=len(fields),
            row_heights=[row.height for row in self._rows],
            items_height=len(self._form.next_steps) * _STEP_PITCH + _TO_DELIVERY,
            longer_signatures=signatures.longer(blank),
        )
        long_texts = [*(paper.name for paper in content.papers), self._form.name]
        parts = Parts(
            content.header, content.code, self._form.name, fields, signatures, foot, measures,
            long_texts,
        )  # fmt: skip
        super().__init__(parts, marks, form_set)

    def draw_first_head(self, sheet: Sheet, _copy: int) -> bool:
        """Draw frame, unit, band, warning, symbols and code."""
        self._draw_frame(sheet)
        self._draw_unit(sheet)
        down, middle = self._shift, sheet.left + sheet.width / 2
        self._draw_band(sheet, _BAND_HEIGHT)
        sheet.text_centred(middle, 32.6 + down, self._form.band, BAND)
        sheet.text_centred(middle, _WARNING + down, self._form.warning, WARNING)
        sheet.text_centred(middle, _DISCLAIMER + down, self._form.disclaimer, DISCLAIMER)
        symbols = heads.symbols(sheet, _BARS + down, self._content.code)
        label = self._form.code_label
        heads.code_line(sheet, _CODE + down, symbols, label, self._content.code)
        lines = stamp_lines(self.form_set, self.marks)
        if lines:
            stamp(sheet, lines, symbols, _CODE + down)
        return symbols.has_qr

    def draw_further_head(self, sheet: Sheet, _copy: int) -> None:
        """Draw frame, unit, a low band, code, holder and QR."""
        self._draw_frame(sheet)
        self._draw_unit(sheet)
        down, middle = self._shift, sheet.left + sheet.width / 2
        self._draw_band(sheet, _LOW_BAND_HEIGHT)
        sheet.text_centred(middle, 28.2 + down, f"{self._form.band} (tiếp theo)", LOW_BAND)
        x = sheet.text(sheet.left, 36.6 + down, f"{self._form.code_label}  ", CODE_LABEL)
        sheet.text(x, 36.6 + down, self._content.code, CODE)
        for place, line in enumerate(self._holder):
            sheet.text(sheet.left, 41.2 + place * _HOLDER_PITCH + down, line, BOLD)
        sheet.qr(sheet.right, 33.0 + down, self._content.code)

    def draw_caption(self, sheet: Sheet, y: float) -> None:
        """Set nothing: the list stands under the field that counts the papers."""

    def draw_rows(self, sheet: Sheet, top: float, rows: range) -> None:
        """List the papers with their counts."""
        for row in self._rows[rows.start : rows.stop]:
            y = top + _LIST_FIRST
            sheet.text(sheet.left, y, row.number, TABLE)
            for place, line in enumerate(row.name):
                sheet.text(sheet.left + self._name_x, y + place * _LIST_PITCH, line, TABLE)
            for place, line in enumerate(row.counts):
                sheet.text(sheet.left + _COUNT_X, y + place * _LIST_PITCH, line, TABLE)
            top += row.height

    def where_it_goes_on(self, _pages: Sequence[Page], page: int) -> str:
        """Return "(còn tiếp: xem trang 2)"."""
        return f"(còn tiếp: xem trang {page + 2})"

    def draw_items(self, sheet: Sheet, y: float) -> None:
        """Say what comes next, and how the official paper will come."""
        sheet.rule(sheet.left, sheet.right, y - _RULE_ABOVE, 0.5)
        sheet.text(sheet.left, y, self._form.next_title, BOLD)
        for place, step in enumerate(self._form.next_steps, 1):
            y += _STEP_PITCH
            sheet.text(sheet.left, y, f"{place}.", BODY)
            sheet.text(sheet.left + _NAME_X, y, step, BODY)
        y += _TO_DELIVERY
        sheet.text(sheet.left, y, self._form.delivery_label, BODY)
        x = sheet.left + self.layout.fields.value_x
        for way, text in zip(OfficialPaper, self._form.deliveries, strict=True):
            x = sheet.tick_box(x, y, _TICK, ticked=way is self._content.official_paper) + 1.3
            x = sheet.text(x, y, text, BODY) + 5.0

    # Parts

    def _draw_frame(self, sheet: Sheet) -> None:
        reach = _TEXT_INSET + _FRAME_WIDTH
        x, width = sheet.left - reach, sheet.width + 2 * reach
        height = _FRAME_BOTTOM - _FRAME_TOP
        border = _FRAME_WIDTH
        inner = (x + border, _FRAME_TOP + border, width - 2 * border, height - 2 * border)
        sheet.hatched_frame((x, _FRAME_TOP, width, height), inner)

    def _draw_unit(self, sheet: Sheet) -> float:
        """Set unit and counter above the band; return how far a long name pushes the rest."""
        counter = f"Quầy {self._content.counter}"
        room = sheet.width - sheet.text_width(counter, UNIT_LINE) - 4
        lines = sheet.wrapped(self._content.header.on_one_line(), UNIT_LINE, room)
        for place, line in enumerate(lines):
            sheet.text(sheet.left, _UNIT + place * _UNIT_PITCH, line, UNIT_LINE)
        sheet.text_right(sheet.right, _UNIT, counter, UNIT_LINE)
        return (len(lines) - 1) * _UNIT_PITCH

    def _draw_band(self, sheet: Sheet, height: float) -> None:
        x = sheet.left - _TEXT_INSET
        sheet.band(x, _BAND_TOP + self._shift, sheet.width + 2 * _TEXT_INSET, height)

    def _row(self, sheet: Sheet, place: int, line: PaperLine) -> _Row:
        counts = (
            (line.originals, "bản chính"),
            (line.certified, "bản chứng thực"),
            (line.photocopies, "bản photo"),
        )
        said = tuple(f"{number:02d} {kind}" for number, kind in counts if number)
        name = sheet.wrapped(line.name, TABLE, _COUNT_X - self._name_x - 2)
        return _Row(f"{place}.", name, said or ("–",))

    def _notes(self, marks: Marks, form_set: FormSet) -> list[Note]:
        notes = mark_notes(form_set, replace(marks, offline_since=None))
        if marks.practice:
            return notes[:1]
        number = phone(self._content.help_phone)
        return [*notes, (self._form.help_note.format(phone=number), FOOT)]

    def _imprint(self, marks: Marks) -> str:
        printed = imprint(self._form.name, marks=marks, counter="")
        return f"{printed} khi chưa có mã"
