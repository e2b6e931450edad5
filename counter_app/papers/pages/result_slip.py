"""Giấy biên nhận trả kết quả: what was handed over, by whom, to whom, on what ground."""

from __future__ import annotations

from counter_app.domain.form_sets import FormSet, ItemKey
from counter_app.domain.forms import Marks, ResultSlipContent
from counter_app.papers.pages.form import Layout
from counter_app.papers.pages.official_form import Official, OfficialForm, Words
from counter_app.papers.pages.plan import Ladder
from counter_app.papers.pages.result_slip_values import field_entries, item_entries, result_cells
from counter_app.papers.parts.blocks import Block, Line
from counter_app.papers.parts.first_head import FirstHead
from counter_app.papers.parts.foot import Note, imprint, mark_notes
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.values import phone
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BODY, FOOT, ITALIC, SHORT_TITLE

_STATEMENT = 5.9  # from the last item to the statement
_TICK, _AFTER_TICK, _AFTER_GROUND = 2.9, 1.3, 5.0


class ResultSlip(OfficialForm):
    """One result slip."""

    layout = Layout(
        Ladder(
            pitch=4.76, caption=6.0, table=1.7, items=5.25, clear=7.0, after_text=10.0, signed=27.0
        ),
        Block(36.0, pitch=4.76, beside_x=(76.0, 100.0)),
    )
    official = Official(
        head=FirstHead(bars=28.25, code=44.2, title=53.45, copy=58.2, title_style=SHORT_TITLE),
        fields_y=66.3,
        items=Block(36.0, pitch=4.76, label_x=5.0),
        columns=((8.0, True), (30.0, False), (24.0, False), (0.0, False), (15.0, True)),
        row_word="kết quả",
        below_items=_STATEMENT,
    )

    def __init__(
        self, content: ResultSlipContent, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        form = form_set.result_slip
        self._form = form
        self._receipt_lost = content.receipt_lost
        self._tracking_number = content.tracking_number
        words = Words(
            header=content.header,
            code=content.code,
            holder=content.applicant,
            at=content.returned_at,
            title=form.title,
            name=form.name,
            copies=form.copies,
            fields=field_entries(content, form_set),
            table=form.table,
            rows=[result_cells(place, line) for place, line in enumerate(content.results, 1)],
            items=item_entries(content, form),
            notes=_notes(content, marks, form_set),
            imprint=_imprint(content, marks, form_set),
            long_texts=[*(result.abstract for result in content.results), form.name],
        )
        names = (content.receiver, content.giver)
        signatures = Signatures(form.signatures, form_set.sign_here, names, room=21.0)
        super().__init__(words, signatures, marks, form_set, blank)

    def draw_items(self, sheet: Sheet, y: float) -> None:
        """Set the items, the grounds with their boxes, and what the receiver states."""
        block = self.official.items
        for line in self.items:
            block.draw(sheet, y, [line])
            if self._is_ground(line):
                self._draw_grounds(sheet, y)
            y += block.pitch
        sheet.text(sheet.left, y - block.pitch + _STATEMENT, self._form.statement, ITALIC)

    def _draw_grounds(self, sheet: Sheet, y: float) -> None:
        x = sheet.left + self.official.items.value_x
        if self._tracking_number:
            sheet.text(x, y, f"gửi qua bưu chính, số hiệu {self._tracking_number}", BODY)
            return
        for place, ground in enumerate(self._form.grounds):
            ticked = self._receipt_lost == (place == 1)
            x = sheet.tick_box(x, y, _TICK, ticked=ticked) + _AFTER_TICK
            x = sheet.text(x, y, ground, BODY) + _AFTER_GROUND

    def _is_ground(self, line: Line) -> bool:
        return any(
            item.key is ItemKey.GROUND and item.number == line.number for item in self._form.items
        )


def _notes(content: ResultSlipContent, marks: Marks, form_set: FormSet) -> list[Note]:
    notes = mark_notes(form_set, marks)
    if not marks.practice:
        note, number = form_set.result_slip.complaints_note, phone(content.help_phone)
        notes.append((note.format(phone=number, lookup=content.lookup), FOOT))
    return notes


def _imprint(content: ResultSlipContent, marks: Marks, form_set: FormSet) -> str:
    form = ("Giấy biên nhận", f"Bộ biểu mẫu {form_set.id}")
    return imprint(*form, marks=marks, counter=content.counter)
