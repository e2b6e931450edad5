"""The values of the result slip, in the order of its form set."""

from __future__ import annotations

from counter_app.domain.dates import paper_date, paper_moment
from counter_app.domain.form_sets import FieldKey, FieldLabel, FormSet, ItemKey, ResultSlipForm
from counter_app.domain.forms import ResultLine, ResultSlipContent
from counter_app.domain.people.person import IdentityKind
from counter_app.papers.parts.blocks import Entry
from counter_app.papers.parts.values import count, phone


def field_entries(content: ResultSlipContent, form_set: FormSet) -> list[Entry]:
    """Return the fields of the upper block; those without anything to say are left out."""
    entries = (_field(content, form_set, label) for label in form_set.result_slip.fields)
    return [entry for entry in entries if entry.value]


def item_entries(content: ResultSlipContent, form: ResultSlipForm) -> list[Entry]:
    """Return the items below the table; the ground, which is ticked, has no value."""
    entries = []
    for label in form.items:
        if label.key is ItemKey.ORIGINALS:
            first, *rest = content.returned_originals or (form.no_originals,)
            entries.append(Entry(label.label, first, label.number))
            entries += [Entry("", value) for value in rest]
        else:
            entries.append(Entry(label.label, "", label.number))
    return entries


def result_cells(place: int, line: ResultLine) -> tuple[str, ...]:
    """Return a row of the table of results."""
    parts = [line.number, paper_date(line.issued_on) if line.issued_on else ""]
    number = "\n".join(part for part in parts if part) or "–"
    return (str(place), line.kind, number, line.abstract or "–", count(line.copies))


def _field(content: ResultSlipContent, form_set: FormSet, label: FieldLabel) -> Entry:
    key = label.key
    if key is FieldKey.IDENTITY:
        return _identity(content, form_set)
    if key in (FieldKey.GIVER, FieldKey.RECEIVER):
        giver = key is FieldKey.GIVER
        number = content.giver_phone if giver else content.receiver_phone
        beside = (form_set.result_slip.phone_label, phone(number)) if number else None
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


def _identity(content: ResultSlipContent, form_set: FormSet) -> Entry:
    label = form_set.identity_label(content.identity_kind)
    if content.identity_kind is IdentityKind.NONE:
        return Entry(label, form_set.no_identity)
    return Entry(label, content.identity_masked)
