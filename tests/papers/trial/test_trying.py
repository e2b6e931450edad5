"""Every paper of every shipped set comes out with sample data, ordinary and longest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.errors.paper import NoFormError
from counter_app.domain.form_sets import Margins
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.trial.samples import sample_papers, sample_pdf
from counter_app.papers.trial.trying import try_form_set
from counter_app.services.counter.reference import shipped_form_sets
from tests.papers.reading import texts

FONTS = choose_fonts()
NEWEST = shipped_form_sets()[-1]
KEYS = [each.key for each in sample_papers(NEWEST)]


def test_a_set_has_all_its_papers_once() -> None:
    assert len(KEYS) == len(set(KEYS)) == 3 + len(NEWEST.letters) + len(NEWEST.sheets)


@pytest.mark.parametrize("longest", [False, True])
@pytest.mark.parametrize("key", KEYS)
def test_a_paper_bears_its_title(key: str, longest: bool) -> None:
    group, _, name = key.partition("/")
    form = getattr(NEWEST, group)[name] if name else getattr(NEWEST, group)
    said = " ".join(texts(sample_pdf(key, NEWEST, FONTS, longest=longest)))
    title = getattr(form, "title", NEWEST.provisional.band)
    assert " ".join(title.split()) in " ".join(said.split())


def test_an_unknown_paper_is_refused() -> None:
    for key in ("letters/none", "sheets/none", "none"):
        with pytest.raises(NoFormError):
            sample_pdf(key, NEWEST, FONTS)


def test_margins_that_crowd_the_symbols_are_seen() -> None:
    narrow = replace(NEWEST, margins=Margins(280, 280, 120, 125))
    (found, *_) = try_form_set(narrow, FONTS)
    assert (found.code, found.field, dict(found.facts)) == (
        "form_set_symbols_crowded", "/margins", {"page": "A5"},
    )  # fmt: skip


def test_a_receipt_that_ordinarily_needs_two_pages_is_a_doubt() -> None:
    note = "Ghi chú của tỉnh về việc nhận kết quả. " * 25
    long = replace(NEWEST, receipt=replace(NEWEST.receipt, copies_note=note.strip()))
    found = [each for each in try_form_set(long, FONTS) if each.field == "/receipt"]
    assert [(each.code, each.is_false) for each in found] == [("letter_overfull", False)]
