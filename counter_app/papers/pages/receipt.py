"""Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""

from __future__ import annotations

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks, ReceiptContent
from counter_app.papers.pages.form import Layout
from counter_app.papers.pages.official_form import Official, OfficialForm, Words
from counter_app.papers.pages.plan import Ladder
from counter_app.papers.pages.receipt_values import book, field_entries, item_entries, paper_cells
from counter_app.papers.parts.blocks import Block
from counter_app.papers.parts.first_head import FirstHead
from counter_app.papers.parts.foot import Note, imprint, mark_notes
from counter_app.papers.parts.signatures import Signatures
from counter_app.papers.parts.values import phone
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import FOOT, FOOT_ITALIC, TITLE


class Receipt(OfficialForm):
    """One receipt."""

    layout = Layout(
        Ladder(
            pitch=4.3, caption=5.4, table=1.7, items=4.7, clear=5.1, after_text=8.0, signed=19.5
        ),
        Block(44.0),
    )
    official = Official(
        head=FirstHead(bars=27.5, code=43.4, title=51.0, copy=55.3, title_style=TITLE),
        fields_y=61.6,
        items=Block(58.0, label_x=5.0),
        columns=((8.0, True), (0.0, False), (13.0, True), (17.0, True), (13.0, True)),
        row_word="giấy tờ",
    )

    def __init__(
        self, content: ReceiptContent, marks: Marks, form_set: FormSet, blank: Sheet
    ) -> None:
        """Measure against `blank`, a sheet that is not drawn. Raises TooLongError."""
        form = form_set.receipt
        words = Words(
            header=content.header,
            code=content.code,
            holder=content.applicant,
            at=content.received_at,
            title=form.title,
            name=form.name,
            copies=form.copies,
            fields=field_entries(content, form_set, form.fields),
            table=form.table,
            rows=[paper_cells(place, line) for place, line in enumerate(content.papers, 1)],
            items=item_entries(content, form_set, marks, form.items),
            notes=notes_of(content, marks, form_set),
            imprint=imprint_of(content, marks, form_set),
            long_texts=[*(paper.name for paper in content.papers), content.result_place],
            book=f"Quyển số: {book(content, marks)},  Số thứ tự: {content.serial:04d}",
        )
        names = (content.submitter_name, content.officer_name)
        signatures = Signatures(form.signatures, form_set.sign_here, names)
        super().__init__(words, signatures, marks, form_set, blank)


def notes_of(content: ReceiptContent, marks: Marks, form_set: FormSet) -> list[Note]:
    """Return the notes of a receipt's foot."""
    form = form_set.receipt
    notes = mark_notes(form_set, marks)
    if not notes:
        notes.append((form.copies_note, FOOT_ITALIC))
    if content.from_paper:
        number = f" số {content.from_number}" if content.from_number else " viết tay"
        notes.append((f"Ghi nhận lại từ giấy{number}.", FOOT))
    if not marks.practice:
        said = form.lookup_note.format(lookup=content.lookup, phone=phone(content.help_phone))
        notes.append((said, FOOT))
    return notes


def imprint_of(content: ReceiptContent, marks: Marks, form_set: FormSet) -> str:
    """Return the last line of a receipt's foot."""
    form = (f"Mẫu số {form_set.receipt.number}", f"Bộ biểu mẫu {form_set.id}")
    return imprint(*form, marks=marks, counter=content.counter)
