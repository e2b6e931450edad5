"""Whether the papers of a form set come out: each is set with ordinary and the longest content."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.errors.paper import SymbolError, TooLongError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.printed.letter_samples import CODE
from counter_app.domain.problems import Problem, doubt, false
from counter_app.papers import qr
from counter_app.papers.barcode import bars
from counter_app.papers.documents import Layout
from counter_app.papers.fonts import FontChoice, registered
from counter_app.papers.letters.fitting import (
    LONG_NOT_PRINTABLE,
    NOT_PRINTABLE,
    check_letters,
)
from counter_app.papers.pages.receipt import Receipt
from counter_app.papers.pages.result_slip import ResultSlip
from counter_app.papers.setting.pdf_file import setting_text
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.trial import receipts
from counter_app.papers.trial.receipts import MARKS
from counter_app.papers.trial.samples import SLIPS, sample_papers, sample_pdf

_LAYOUTS: tuple[Layout, ...] = ("A4x2", "A5")
_A5, _HALF = 148.0, 148.5
_BETWEEN = 8.0  # millimetres that bars and QR keep between them


def try_form_set(form_set: FormSet, fonts: FontChoice) -> tuple[Problem, ...]:
    """Return what keeps papers of a set from being printed; pointers begin at the set.

    False: not at all, or without their symbols. Doubt: ordinary content needs a second page.
    """
    return (
        *_symbols(form_set),
        *check_letters(form_set, fonts),
        *_slips(form_set, fonts),
        *_sheets(form_set, fonts),
    )


def _symbols(form_set: FormSet) -> Iterator[Problem]:
    """Bars and QR of an ordinary code stand side by side: a narrower page would drop the QR."""
    margins = form_set.margins
    needed = bars(CODE).width + _BETWEEN + qr.modules(CODE).side * qr.MODULE
    for page, width in (
        ("A5", _A5 - (margins.left + margins.right) / 10),
        ("A4", _HALF - (margins.half_left + margins.half_right) / 10),
    ):
        if width < needed:
            yield false("form_set_symbols_crowded", "/margins", page=page)


def _slips(form_set: FormSet, fonts: FontChoice) -> Iterator[Problem]:
    for key in SLIPS:
        found = [
            problem
            for layout in _LAYOUTS
            for longest in (False, True)
            for problem in _made(key, form_set, fonts, layout, longest=longest)
        ]
        yield from found[:1]
        if not found and _pages(key, form_set, fonts) > 1:
            yield doubt("letter_overfull", f"/{key}", page="A5")


def _sheets(form_set: FormSet, fonts: FontChoice) -> Iterator[Problem]:
    for paper in sample_papers(form_set):
        if paper.key.startswith("sheets/"):
            found = [
                problem
                for longest in (False, True)
                for problem in _made(paper.key, form_set, fonts, "A4x2", longest=longest)
            ]
            yield from found[:1]


def _made(
    key: str, form_set: FormSet, fonts: FontChoice, layout: Layout, *, longest: bool
) -> Iterator[Problem]:
    page = "A4" if key.startswith("sheets/") else "A5"
    try:
        sample_pdf(key, form_set, fonts, layout, longest=longest)
    except TooLongError as error:
        code = LONG_NOT_PRINTABLE if longest else NOT_PRINTABLE
        yield false(code, f"/{key}", page=page, what=error.facts["what"])
    except SymbolError:
        yield false("form_set_symbols_crowded", f"/{key}", page=page)


def _pages(key: str, form_set: FormSet, fonts: FontChoice) -> int:
    left, right = form_set.margins.left / 10, form_set.margins.right / 10
    blank = Sheet(registered(fonts), left, _A5 - left - right)
    with setting_text:
        if key == "receipt":
            return Receipt(receipts.RECEIPT, MARKS, form_set, blank).pages
        if key == "result_slip":
            return ResultSlip(receipts.RESULT_SLIP, MARKS, form_set, blank).pages
    return 1
