"""The values of a receipt for several dossiers, as running text where one has a table."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.dates import paper_moment
from counter_app.domain.form_sets import FormSet, ItemKey
from counter_app.domain.forms import PaperLine, ReceiptContent
from counter_app.domain.money import amount
from counter_app.papers.pages.receipt_values import fee_amount
from counter_app.papers.parts.blocks import Entry
from counter_app.papers.parts.values import count

_COPIES = (
    ("originals", "bản chính"),
    ("certified", "bản chứng thực"),
    ("photocopies", "bản photo"),
)


def common_applicant(contents: Sequence[ReceiptContent]) -> str:
    """Return the applicant of all `contents`; "" when they have several, or several submitters."""
    people = {(each.applicant, each.identity_masked, each.submitter) for each in contents}
    return contents[0].applicant if len(people) == 1 else ""


def paper_words(content: ReceiptContent, form_set: FormSet) -> str:
    """Return `Giấy tờ: Tờ khai (01 bản chính); Trích lục kết hôn (01 bản chứng thực)`."""
    named = "; ".join(map(_paper, content.papers))
    return f"Giấy tờ: {named or form_set.receipt.table.empty}"


def fact_words(content: ReceiptContent) -> str:
    """Return how many sets, when received, and the limit."""
    received = paper_moment(content.received_at)
    return f"{count(content.sets)} bộ; nhận {received}; thời hạn: {content.limit_text}"


def fee_words(content: ReceiptContent, form_set: FormSet) -> str:
    """Return the fees of one dossier."""
    return f"Phí, lệ phí: {'; '.join(_fees(content, form_set))}"


def item_entries(contents: Sequence[ReceiptContent], form_set: FormSet) -> list[Entry]:
    """Return what holds for all: where the results are handed over, and the fees together.

    There is no sum while one amount isn't known: it would be too low.
    """
    label = next(item.label for item in form_set.receipt.items if item.key is ItemKey.RESULT_PLACE)
    places = dict.fromkeys(each.result_place for each in contents)
    entries = [Entry(label, "; ".join(places) or "–")]
    total = sum(line.amount for each in contents for line in each.fees)
    if total and not any(each.open_fees for each in contents):
        entries.append(Entry("Cộng phí, lệ phí:", amount(total), bold=True))
    return entries


def _paper(line: PaperLine) -> str:
    pieces = [
        f"{count(getattr(line, name))} {words}" for name, words in _COPIES if getattr(line, name)
    ]
    return f"{line.name} ({', '.join(pieces)})" if pieces else line.name


def _fees(content: ReceiptContent, form_set: FormSet) -> tuple[str, ...]:
    form = form_set.receipt
    known = tuple(map(fee_amount, content.fees))
    unknown = tuple(form.open_fee.format(name=name) for name in content.open_fees)
    return (*known, *unknown) or (form.no_fees,)
