"""A template is data: what it names must exist, and it says which procedures it belongs to."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.domain.plain import to_plain
from counter_app.domain.printed.declaration import (
    Declaration,
    check_declaration,
    declaration_of,
)
from counter_app.domain.printed.declaration_names import NAMES, PARTS, PERSONS, VISIT
from counter_app.domain.printed.letter_form import (
    LetterBlock,
    LetterField,
    LetterForm,
    PageSize,
    Paragraph,
)

BLOCKS = (
    LetterBlock(fields=(LetterField("applicant_name", "Tôi là:"),)),
    LetterBlock(paragraph=Paragraph("Kính gửi {agency}")),
)
FORM = LetterForm("ĐƠN", "Đơn", BLOCKS, page=PageSize.A4)
GOOD = Declaration("don", "1", FORM, ("1.001193",), ("applicant", ""))


def test_names_are_those_of_the_table() -> None:
    assert len(NAMES.values) == len(PERSONS) * len(PARTS) + len(VISIT)
    assert check_declaration(GOOD) == ()
    assert declaration_of(to_plain(GOOD)) == GOOD


@pytest.mark.parametrize(
    ("wrong", "code", "pointer"),
    [
        (replace(GOOD, name="Đơn"), "declaration_name", "/name"),
        (replace(GOOD, form=replace(FORM, page=PageSize.A5)), "declaration_page", "/form/page"),
        (replace(GOOD, signed_by=("judge",)), "declaration_signer_unknown", "/signed_by/0"),
        (
            replace(GOOD, form=replace(FORM, title="ĐƠN {reason}")),
            "letter_value_unknown",
            "/title",
        ),
        (replace(GOOD, form=replace(FORM, blocks=())), "letter_empty", "/blocks"),
    ],
)
def test_what_is_wrong_is_a_problem(wrong: Declaration, code: str, pointer: str) -> None:
    assert [(each.code, each.field) for each in check_declaration(wrong)] == [(code, pointer)]
    with pytest.raises(ValueError, match=code):
        declaration_of(to_plain(wrong))


def test_it_fits_by_the_national_part_of_a_code() -> None:
    assert GOOD.fits("1.001193.000.00.00.H26")
    assert not GOOD.fits("1.000894")
    assert replace(GOOD, procedures=()).fits("1.000894")


DOCUMENT = Path(__file__).parents[3] / "docs" / "declarations.md"


def test_the_document_tells_every_name_and_its_example_is_good() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for table in (PERSONS, PARTS, VISIT):
        assert [name for name, said in table.items() if f"| `{name}` | {said} |" not in text] == []
    example = text.partition("```json")[2].partition("```")[0]
    assert declaration_of(json.loads(example)).name == "don-xin-xac-nhan"
