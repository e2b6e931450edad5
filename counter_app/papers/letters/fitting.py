"""Whether the letters of a form set can be printed: with ordinary and with the longest content."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.domain.errors.paper import TooLongError
from counter_app.domain.form_sets import FormSet, Margins
from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_check import check_letter
from counter_app.domain.printed.letter_form import LetterForm, PageSize
from counter_app.domain.printed.letter_longest import longest_content
from counter_app.domain.printed.letter_samples import AT, sample_content
from counter_app.domain.problems import Problem, doubt, false
from counter_app.papers.fonts import FontChoice, registered
from counter_app.papers.letters.letter import Letter
from counter_app.papers.letters.sizes import A4_LETTER, A5_LETTER
from counter_app.papers.setting.pdf_file import setting_text
from counter_app.papers.setting.sheet import Sheet

NOT_PRINTABLE, LONG_NOT_PRINTABLE = "letter_not_printable", "letter_long_not_printable"

_MARKS = Marks(AT, "1.0.0")
_A5, _HALF = 148.0, 148.5  # millimetres: an A5 page, and half of a landscape A4
_A4_TEXT = (22.0, 173.0)  # left margin and width
_SIZES = {PageSize.A5: A5_LETTER, PageSize.A4: A4_LETTER}


def check_letters(form_set: FormSet, fonts: FontChoice) -> tuple[Problem, ...]:
    """Return what is wrong with the letters of a set, before it is used.

    False is what `check_letter` finds and what keeps a letter from being printed, be it with its
    longest content; a letter whose ordinary content needs more than one page is a doubt. Pointers
    begin at the set.
    """
    problems: list[Problem] = []
    for letter, form in form_set.letters.items():
        at = f"/letters/{letter}"
        found = check_letter(letter, form)
        problems += [Problem(each.code, at + each.field, each.weight, each.facts) for each in found]
        if found:
            continue
        sizes = (form.page,) if form.page is PageSize.A4 else (PageSize.A5, PageSize.A4)
        for page in sizes:
            problems += _tried(letter, form, form_set, fonts, page)
    return tuple(problems)


def _tried(
    letter: str, form: LetterForm, form_set: FormSet, fonts: FontChoice, page: PageSize
) -> Iterator[Problem]:
    at = f"/letters/{letter}"
    text = _A4_TEXT if page is PageSize.A4 else _narrower(form_set.margins)

    def pages(content: LetterContent) -> int:
        blank = Sheet(registered(fonts), *text)
        with setting_text:
            return Letter(content, form, _MARKS, form_set, blank, _SIZES[page]).pages

    code = NOT_PRINTABLE
    try:
        if pages(sample_content(letter)) > 1:
            yield doubt("letter_overfull", at, page=page.value)
        code = LONG_NOT_PRINTABLE
        pages(longest_content(letter))
    except TooLongError as error:
        yield false(code, at, page=page.value, what=error.facts["what"])


def _narrower(margins: Margins) -> tuple[float, float]:
    """Return left margin and width of the narrower of the two places that an A5 letter has."""
    places = (
        (margins.left / 10, _A5 - (margins.left + margins.right) / 10),
        (margins.half_left / 10, _HALF - (margins.half_left + margins.half_right) / 10),
    )
    return min(places, key=lambda place: place[1])
