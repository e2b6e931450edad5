"""Every letter worth looking at: ordinary ones of each set and size, and what strains them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent, LetterRow
from counter_app.domain.printed.letter_form import PageSize
from counter_app.domain.printed.letter_longest import longest_content
from counter_app.domain.printed.letter_names import LETTERS
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.domain.text import MARKED_LETTERS
from counter_app.papers.documents import BOTH_COPIES, LetterLayout, letter_pdf
from counter_app.papers.fonts import FontChoice, choose_fonts, font_folders
from tests.papers import samples
from tests.papers.checks import Sheet
from tests.papers.gallery import LONG_CODE, Entry

SETS = ("TT01-2018", "TT03-2025")
_LONG = {"subject", "procedure", "reason", "guidance", "note", "basis"}
_NAMES = {"applicant", "submitter", "payer", "agency", "officer", "contact"}
HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def letter_sheet(
    name: str,
    content: LetterContent,
    marks: Marks,
    layout: LetterLayout,
    set_id: str,
    fonts: FontChoice,
    expected: tuple[str, ...] = (),
) -> Sheet:
    """Return a letter as it is checked: both copies of a form that has them."""
    form_set = samples.form_set(set_id)
    form = form_set.letters[content.letter]
    upright = layout == "A4" or form.page is PageSize.A4
    pdf = letter_pdf(content, marks, form_set, fonts, layout, BOTH_COPIES)
    said = [*HEAD, form.title.replace("\n", " "), *expected]
    return Sheet(
        name,
        pdf,
        content.code if form.has_symbols else "",
        said,
        layout == "A4x2" and not upright,
        copies=len(form.copies) or 1,
        upright=upright,
        bars_only=name == "32b_long_code_reprint_A5_rating_slip",
    )


def letters() -> Iterator[tuple[str, str]]:
    """Yield form set and letter of every form that ships."""
    for set_id in SETS:
        for letter in samples.form_set(set_id).letters:
            yield set_id, letter


def bare(letter: str) -> LetterContent:
    """Return a letter of which nothing is known but its dossier: dots everywhere."""
    content = sample_content(letter)
    return replace(content, number="", values={}, lists={}, names=())


def lettered(letter: str) -> LetterContent:
    """Return a letter whose texts hold all 134 marked letters of Vietnamese."""
    content = sample_content(letter)
    words = " ".join(MARKED_LETTERS[place : place + 7] for place in range(0, 134, 7))
    texts = dict.fromkeys((_LONG | _NAMES) & content.values.keys(), words)
    return replace(content, values={**content.values, **texts})


def endless(letter: str) -> LetterContent:
    """Return a letter with texts of 919 characters, 55 rows in each list and long names."""
    return longest_content(letter)


def rated() -> LetterContent:
    """Return a rating slip with questions, answers and marks of the office's own."""
    answers = ("Không hài lòng", "Hài lòng", "Rất hài lòng")
    questions = tuple(
        LetterRow(text, cells=answers)
        for text in ("Ông/bà có hài lòng với việc phục vụ ở đây không?", "Nơi ngồi chờ thế nào?")
    )
    content = sample_content("rating_slip")
    return replace(
        content,
        lists={**content.lists, "questions": questions},
        ticked=frozenset({"1.2", "2.0", "reasons.4"}),
    )


def letter_gallery(fonts: FontChoice) -> Iterator[Entry]:
    """Yield every sheet; nothing is rendered yet."""
    layouts: tuple[LetterLayout, ...] = ("A4x2", "A5", "A4")
    for set_id, letter in letters():
        for layout in layouts:
            name = f"30_{letter}_{layout}_{set_id[:4]}"
            content = sample_content(letter)
            make = partial(letter_sheet, name, content, samples.MARKS, layout, set_id, fonts)
            yield Entry(name, make)
    for letter in LETTERS:
        coded = replace(sample_content(letter), code=LONG_CODE)
        shown: list[tuple[str, LetterContent, Marks, LetterLayout]] = [
            ("31_bare_A5", bare(letter), samples.MARKS, "A5"),
            ("32_long_code_A5", coded, samples.MARKS, "A5"),
            ("32b_long_code_reprint_A5", coded, samples.REPRINT, "A5"),
            ("32c_long_code_A4", coded, samples.MARKS, "A4"),
            ("33_endless_A5", endless(letter), samples.MARKS, "A5"),
            ("33b_endless_A4", endless(letter), samples.MARKS, "A4"),
            ("33c_endless_code_A5", replace(endless(letter), code=LONG_CODE), samples.MARKS, "A5"),
            ("34_lettered_A5", lettered(letter), samples.MARKS, "A5"),
            ("35_practice_A5", _practised(letter), samples.PRACTISED, "A5"),
            ("35b_practice_A4", _practised(letter), samples.PRACTISED, "A4"),
            ("36_reprint_A5", sample_content(letter), samples.REPRINT, "A5"),
            ("36b_no_code_A5", replace(sample_content(letter), code=""), samples.REPRINT, "A5"),
        ]
        for label, content, marks, layout in shown:
            name = f"{label}_{letter}"
            make = partial(letter_sheet, name, content, marks, layout, "TT03-2025", fonts)
            yield Entry(name, make)
    name = "37_own_questions_A5"
    yield Entry(name, partial(letter_sheet, name, rated(), samples.MARKS, "A5", "TT03-2025", fonts))
    fallback = choose_fonts(font_folders()[-1:])
    for letter in LETTERS:
        name = f"38_fallback_face_A5_{letter}"
        content = sample_content(letter)
        make = partial(letter_sheet, name, content, samples.MARKS, "A5", "TT03-2025", fallback)
        yield Entry(name, make)


def _practised(letter: str) -> LetterContent:
    content = sample_content(letter)
    return replace(content, code="H00.12-250701-0003") if content.code else content
