"""The papers of a form set, each made with sample data as the counter would make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from counter_app.domain.errors.paper import NoFormError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter_longest import longest_content
from counter_app.domain.printed.letter_names import LETTERS
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.papers import documents, sheet_documents
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice
from counter_app.papers.trial import receipts, sheets
from counter_app.papers.trial.receipts import MARKS

RECEIPT, PROVISIONAL, RESULT_SLIP = "receipt", "provisional", "result_slip"
SLIPS = (RECEIPT, RESULT_SLIP, PROVISIONAL)

_Maker = Callable[[FormSet, FontChoice], bytes]


@dataclass(frozen=True, slots=True)
class SamplePaper:
    """A paper of a set: `key` is the pointer of its form without the slash, `name` its name."""

    key: str
    name: str
    number: str = ""

    @property
    def form(self) -> str:
        """The name of its form, as a `printed` entry has it."""
        return self.key.rpartition("/")[2]


def sample_papers(form_set: FormSet) -> tuple[SamplePaper, ...]:
    """Return the papers that a set has, in the order in which a dossier meets them."""
    found = [SamplePaper(RECEIPT, form_set.receipt.name, form_set.receipt.number)]
    found += [
        SamplePaper(f"letters/{name}", form_set.letters[name].name, form_set.letters[name].number)
        for name in LETTERS
        if name in form_set.letters
    ]
    found.append(SamplePaper(RESULT_SLIP, form_set.result_slip.name))
    found.append(SamplePaper(PROVISIONAL, form_set.provisional.name))
    found += [
        SamplePaper(f"sheets/{name}", form_set.sheets[name].name, form_set.sheets[name].number)
        for name in _SHEETS
        if name in form_set.sheets
    ]
    return tuple(found)


def sample_pdf(
    key: str,
    form_set: FormSet,
    fonts: FontChoice,
    layout: Layout = "A4x2",
    *,
    longest: bool = False,
) -> bytes:
    """Return the paper `key` as PDF, with ordinary or with the longest content.

    Raises NoFormError for a paper that the set hasn't, TooLongError and SymbolError.
    """
    group, _, name = key.partition("/")
    if group == "sheets" and name in _SHEETS:
        return _SHEETS[name][longest](form_set, fonts)
    if group == "letters" and name in LETTERS:
        content = longest_content(name) if longest else sample_content(name)
        return documents.letter_pdf(content, MARKS, form_set, fonts, layout)
    if group == RESULT_SLIP:
        slip = receipts.LONG_RESULT_SLIP if longest else receipts.RESULT_SLIP
        return documents.result_slip_pdf(slip, MARKS, form_set, fonts, layout)
    contents = {
        RECEIPT: (receipts.RECEIPT, receipts.LONG_RECEIPT),
        PROVISIONAL: (receipts.PROVISIONAL, receipts.LONG_PROVISIONAL),
    }
    if key not in contents:
        raise NoFormError(letter=key, form_set=form_set.id)
    return documents.receipt_pdf(contents[key][longest], MARKS, form_set, fonts, layout)


def _both(make: Callable[..., bytes], plain: object, long: object) -> tuple[_Maker, _Maker]:
    return partial(_make, make, plain), partial(_make, make, long)


def _make(
    make: Callable[[object, Marks, FormSet, FontChoice], bytes],
    content: object,
    form_set: FormSet,
    fonts: FontChoice,
) -> bytes:
    return make(content, MARKS, form_set, fonts)


_SHEETS: dict[str, tuple[_Maker, _Maker]] = {
    "control_sheet": _both(sheet_documents.control_sheet_pdf, sheets.CONTROL, sheets.LONG_CONTROL),
    "ledger": _both(sheet_documents.ledger_pdf, sheets.LEDGER, sheets.LONG_LEDGER),
    "hand_over_dossiers": _both(
        sheet_documents.hand_over_pdf, sheets.HAND_OVER, sheets.LONG_HAND_OVER
    ),
    "hand_over_results": _both(sheet_documents.hand_over_pdf, sheets.RESULTS, sheets.LONG_RESULTS),
    "cash_sheet": _both(sheet_documents.cash_sheet_pdf, sheets.CASH, sheets.LONG_CASH),
    "posting_sheet": _both(sheet_documents.posting_sheet_pdf, sheets.POSTING, sheets.LONG_POSTING),
    "reminder_list": _both(
        sheet_documents.reminder_list_pdf, sheets.REMINDERS, sheets.LONG_REMINDERS
    ),
    "day_closing": _both(sheet_documents.day_closing_pdf, sheets.DAY, sheets.LONG_DAY),
    "inspection": _both(sheet_documents.inspection_pdf, sheets.INSPECTION, sheets.LONG_INSPECTION),
}
"""Name of a sheet's form → how it is made with ordinary and with the longest content."""
