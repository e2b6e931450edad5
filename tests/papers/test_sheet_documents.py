"""A4 sheets as files: each form of each set, its text, its symbols, its pages."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pytest

from counter_app.domain.errors.paper import NoFormError, SymbolError, TooLongError
from counter_app.domain.printed.letter_longest import long_text
from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers import sheet_documents as documents
from counter_app.papers.fonts import choose_fonts
from counter_app.papers.trial import sheets
from tests.papers import samples
from tests.papers.reading import texts
from tests.papers.sheet_checks import KINDS, PLAIN, check, made

FONTS = choose_fonts()
SET = samples.form_set()
OLD = samples.form_set("TT01-2018")
LANDSCAPE = {"ledger", "hand_over", "results", "reminders"}


def pdf(kind: str, **changes: object) -> bytes:
    content = replace(PLAIN[kind], **changes)  # type: ignore[type-var]
    return KINDS[kind].make(content, samples.MARKS, SET, FONTS)


@pytest.mark.parametrize("kind", KINDS)
def test_sheet(kind: str) -> None:
    assert check(made(kind, "plain", "plain", "TT03-2025", FONTS)).faults == []


@pytest.mark.parametrize("kind", KINDS)
def test_same_content_same_bytes_in_any_thread(kind: str) -> None:
    first = pdf(kind)
    with ThreadPoolExecutor(2) as pool:
        again = list(pool.map(lambda _: pdf(kind), range(2)))
    assert again == [first, first]


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_a4_and_the_file_says_what_it_is(kind: str) -> None:
    document = pypdfium2.PdfDocument(pdf(kind))
    size = tuple(round(edge * 25.4 / 72) for edge in document[0].get_size())
    about = document.get_metadata_dict()
    document.close()
    assert size == ((297, 210) if kind in LANDSCAPE else (210, 297))
    assert about["Title"].startswith(SET.sheets[KINDS[kind].form].name)
    assert about["Author"] == "UBND PHƯỜNG MẪU – TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"


@pytest.mark.parametrize(("kind", "new", "old"), [("control", "06", "05"), ("ledger", "07", "06")])
def test_each_set_names_its_own_number(kind: str, new: str, old: str) -> None:
    assert f"Mẫu số {new} · Bộ biểu mẫu TT03-2025" in texts(pdf(kind))[0]
    other = KINDS[kind].make(PLAIN[kind], samples.MARKS, OLD, FONTS)
    assert f"Mẫu số {old} · Bộ biểu mẫu TT01-2018" in texts(other)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_practice_says_so_on_every_page(kind: str) -> None:
    pages = texts(KINDS[kind].make(PLAIN[kind], samples.PRACTISED, SET, FONTS))
    for page in pages:
        assert "BẢN TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ" in page
    assert "TẬP HUẤN" in pages[0].replace("BẢN TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ", "")


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("control", {"applicant": MARKED_LETTERS}),
        ("ledger", {"rows": (replace(sheets.LEDGER.rows[0], applicant=MARKED_LETTERS),)}),
        ("hand_over", {"lines": (replace(sheets.HAND_OVER.lines[0], subject=MARKED_LETTERS),)}),
        ("cash", {"officer": MARKED_LETTERS}),
        ("posting", {"name": MARKED_LETTERS}),
        ("inspection", {"applicant": MARKED_LETTERS}),
    ],
)
def test_all_134_letters_are_printed(kind: str, change: dict[str, object]) -> None:
    whole = "".join(texts(pdf(kind, **change))).replace(" ", "")
    assert MARKED_LETTERS in whole


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("control", {"steps": (replace(sheets.CONTROL.steps[0], note=long_text(4000)),)}),
        ("ledger", {"rows": (replace(sheets.LEDGER.rows[0], procedure=long_text(4000)),)}),
        ("hand_over", {"lines": (replace(sheets.HAND_OVER.lines[0], subject=long_text(4000)),)}),
    ],
)
def test_a_row_higher_than_a_page_stops_the_sheet(kind: str, change: dict[str, object]) -> None:
    with pytest.raises(TooLongError) as caught:
        pdf(kind, **change)
    assert caught.value.facts == {"what": "Văn bản thỏa thuận của các"}


def test_a_number_that_no_symbol_holds_stops_the_sheet() -> None:
    with pytest.raises(SymbolError):
        pdf("hand_over", number="phiếu số 3")


def test_a_set_without_the_form_says_so() -> None:
    with pytest.raises(NoFormError) as caught:
        documents.ledger_pdf(sheets.LEDGER, samples.MARKS, replace(SET, sheets={}), FONTS)
    assert caught.value.facts == {"letter": "ledger", "form_set": "TT03-2025"}


@pytest.mark.parametrize("copies", [1, 3])
def test_as_many_copies_as_wanted(copies: int) -> None:
    made = documents.hand_over_pdf(sheets.HAND_OVER, samples.MARKS, SET, FONTS, copies=copies)
    assert len(texts(made)) == copies


def test_no_copy_at_all_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        documents.hand_over_pdf(sheets.HAND_OVER, samples.MARKS, SET, FONTS, copies=0)


@pytest.mark.parametrize("make", [kind.make for kind in KINDS.values()], ids=list(KINDS))
def test_a_sheet_is_small(make: Callable[..., bytes]) -> None:
    kind = next(name for name, each in KINDS.items() if each.make is make)
    assert len(pdf(kind)) < 80_000
