from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.printed.letter_form import LetterBlock, LetterForm, PageSize, Paragraph
from counter_app.domain.printed.letter_longest import LONGEST_NAME, longest_content
from counter_app.domain.printed.letter_names import LETTERS
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.papers.fonts import choose_fonts, font_folders
from counter_app.papers.letters.fitting import check_letters
from counter_app.wording.sentences import problem_words
from tests.papers import samples
from tests.papers.letter_gallery import SETS

FONTS = choose_fonts()
SET = samples.form_set()


def found_with(form: LetterForm) -> list[tuple[str, str, bool]]:
    """Return code, place and weight of what is found in a set of this supplement form alone."""
    problems = check_letters(replace(SET, letters={"supplement": form}), FONTS)
    return [(each.code, each.field, each.is_false) for each in problems]


@pytest.mark.parametrize("set_id", SETS)
def test_the_shipped_letters_fit(set_id: str) -> None:
    assert check_letters(samples.form_set(set_id), FONTS) == ()
    assert check_letters(samples.form_set(set_id), choose_fonts(font_folders()[-1:])) == ()


def test_a_form_longer_than_a_page_is_a_doubt() -> None:
    form = SET.letters["supplement"]
    longer = replace(form, blocks=(*form.blocks, LetterBlock(lines=5)))
    assert found_with(longer) == [("letter_overfull", "/letters/supplement", False)]
    roomy = replace(longer, page=PageSize.A4)
    assert found_with(roomy) == []


def test_a_form_that_cannot_be_printed_is_false() -> None:
    form = replace(SET.letters["supplement"], notes=("Ghi chú dài. " * 70,) * 8)
    assert {(code, weight) for code, _, weight in found_with(form)} == {
        ("letter_text_unclean", True)
    }
    clean = replace(form, notes=(("Ghi chú dài. " * 70).strip(),) * 8)
    assert ("letter_not_printable", "/letters/supplement", True) in found_with(clean)


def test_a_form_that_only_the_longest_content_overflows_is_false() -> None:
    form = SET.letters["supplement_received"]
    notes = replace(form, notes=(*form.notes, "Nhận cho thủ tục {procedure}, nội dung {subject}."))
    (found,) = check_letters(replace(SET, letters={"supplement_received": notes}), FONTS)
    assert (found.code, found.field, found.is_false, dict(found.facts)["page"]) == (
        "letter_long_not_printable", "/letters/supplement_received", True, "A5",
    )  # fmt: skip
    said = problem_words(found)
    assert said.startswith("Với nội dung dài nhất, không in được trên khổ A5: phần “")


def test_a_column_that_a_long_name_of_a_paper_overflows_is_false() -> None:
    blocks = tuple(
        replace(block, table=replace(block.table, columns=tuple(
            replace(column, width=500) if column.key == "cell1" else column
            for column in block.table.columns
        ))) if block.table and block.table.name == "papers" else block
        for block in SET.letters["guide"].blocks
    )  # fmt: skip
    form = replace(SET.letters["guide"], blocks=blocks)
    (found,) = check_letters(replace(SET, letters={"guide": form}), FONTS)
    assert (found.code, found.is_false) == ("letter_long_not_printable", True)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_longest_content_says_all_that_the_ordinary_one_says(letter: str) -> None:
    ordinary, longest = sample_content(letter), longest_content(letter)
    assert longest.values.keys() == ordinary.values.keys()
    assert longest.lists.keys() == ordinary.lists.keys()
    assert len(longest.names) == len(ordinary.names)
    assert all(len(longest.values[name]) >= len(ordinary.values[name]) for name in ordinary.values)
    for name in {"subject", "procedure", "reason"} & longest.values.keys():
        assert len(longest.values[name]) == LONGEST_NAME


def test_an_unknown_name_is_told_with_its_letter() -> None:
    form = SET.letters["supplement"]
    wrong = replace(form, blocks=(LetterBlock(paragraph=Paragraph("{fax}")), *form.blocks))
    assert found_with(wrong) == [
        ("letter_value_unknown", "/letters/supplement/blocks/0/paragraph/text", True)
    ]
