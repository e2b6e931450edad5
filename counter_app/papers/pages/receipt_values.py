"""The values of Mẫu 01 and of the provisional slip, in the order of their form set."""

from __future__ import annotations

from counter_app.domain.dates import paper_moment
from counter_app.domain.form_sets import FieldKey, FieldLabel, FormSet, ItemKey, ItemLabel
from counter_app.domain.forms import FeeLine, Marks, PaperLine, ReceiptContent
from counter_app.domain.money import amount
from counter_app.domain.people.person import IdentityKind
from counter_app.papers.parts.blocks import Entry
from counter_app.papers.parts.values import PRACTICE_BOOK, count, phone

_EMAIL = "Email:"


def book(content: ReceiptContent, marks: Marks) -> str:
    """Return the book's number; practice papers never name a real book."""
    return PRACTICE_BOOK if marks.practice else content.book


def field_entries(
    content: ReceiptContent, form_set: FormSet, labels: tuple[FieldLabel, ...]
) -> list[Entry]:
    """Return the fields of the upper block; those without anything to say are left out."""
    entries = []
    for label in labels:
        entry = _field(content, form_set, label)
        if entry:
            entries.append(entry)
    return entries


def item_entries(
    content: ReceiptContent, form_set: FormSet, marks: Marks, labels: tuple[ItemLabel, ...]
) -> list[Entry]:
    """Return the items below the table."""
    entries = []
    for label in labels:
        first, *rest = _item(content, form_set, marks, label.key)
        entries.append(Entry(label.label, first, label.number, bold=label.key is ItemKey.DUE))
        entries += [Entry("", each) for each in rest]
    return entries


def paper_cells(place: int, line: PaperLine) -> tuple[str, ...]:
    """Return a row of the table of papers."""
    counts = (line.originals, line.certified, line.photocopies)
    return (str(place), line.name, *map(count, counts))


def _field(content: ReceiptContent, form_set: FormSet, label: FieldLabel) -> Entry | None:
    key = label.key
    if key is FieldKey.PHONE:
        return _phone(content, label.label)
    if key is FieldKey.IDENTITY:
        return _identity(content, form_set)
    if key is FieldKey.PAPER_COUNT:
        pieces = sum(line.total for line in content.papers)
        return Entry(label.label, f"{len(content.papers):02d} loại, {pieces:02d} bản")
    values = {
        FieldKey.COUNTER: content.counter_line(),
        FieldKey.APPLICANT: content.applicant,
        FieldKey.SUBMITTER: content.submitter,
        FieldKey.ADDRESS: content.address,
        FieldKey.SUBJECT: content.subject,
        FieldKey.RECEIVED: paper_moment(content.received_at),
    }
    bold = key in (FieldKey.APPLICANT, FieldKey.RECEIVED)
    return Entry(label.label, values[key], bold=bold) if values[key] else None


def _phone(content: ReceiptContent, label: str) -> Entry | None:
    if content.phone:
        beside = (_EMAIL, content.email) if content.email else None
        return Entry(label, phone(content.phone), beside=beside)
    return Entry(_EMAIL, content.email) if content.email else None


def _identity(content: ReceiptContent, form_set: FormSet) -> Entry | None:
    label = form_set.identity_label(content.identity_kind)
    if content.identity_kind is IdentityKind.NONE:
        return Entry(label, form_set.no_identity)
    return Entry(label, content.identity_masked) if content.identity_masked else None


def _item(
    content: ReceiptContent, form_set: FormSet, marks: Marks, key: ItemKey
) -> tuple[str, ...]:
    if key is ItemKey.FEES:
        known = tuple(map(fee_amount, content.fees))
        words = form_set.receipt.open_fee
        return (*known, *(words.format(name=name) for name in content.open_fees)) or (
            form_set.receipt.no_fees,
        )
    values = {
        ItemKey.SETS: f"{count(content.sets)} bộ",
        ItemKey.LIMIT: content.limit_text,
        ItemKey.RECEIVED: paper_moment(content.received_at),
        ItemKey.DUE: due_words(content, form_set),
        ItemKey.RESULT_PLACE: content.result_place,
        ItemKey.REGISTER: f"Quyển số {book(content, marks)}, Số thứ tự {content.serial:04d}",
    }
    return (values[key] or "–",)


def due_words(content: ReceiptContent, form_set: FormSet) -> str:
    """Return the promised time, or what the form says where there is none."""
    if content.due_at is None:
        return form_set.receipt.no_due
    promised = paper_moment(content.due_at)
    return f"{promised} (dự kiến)" if content.due_is_estimate else promised


def fee_amount(line: FeeLine) -> str:
    """Return `75.000 đồng (lệ phí; đã thu)`."""
    return f"{amount(line.amount)} ({line.note})" if line.note else amount(line.amount)
