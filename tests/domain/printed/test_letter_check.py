from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from counter_app.domain.printed.letter_check import check_letter
from counter_app.domain.printed.letter_form import (
    LetterBlock,
    LetterField,
    LetterForm,
    LetterTable,
    NumberedList,
    Paragraph,
    Scale,
    Signature,
    TickRow,
)
from counter_app.domain.printed.letter_names import LETTERS, names_of
from counter_app.domain.printed.letter_samples import sample_content
from counter_app.domain.printed.sheet_form import SheetColumn

FORM = LetterForm(
    "PHIẾU YÊU CẦU", "Phiếu yêu cầu", (LetterBlock(fields=(LetterField("reason", "Lý do:"),)),)
)
COLUMNS = (SheetColumn("number", "TT", 80), SheetColumn("text", "Tên"))


def with_block(block: LetterBlock) -> LetterForm:
    return replace(FORM, blocks=(*FORM.blocks, block))


def table(*columns: SheetColumn, name: str = "papers", total: str = "") -> LetterForm:
    return with_block(LetterBlock(table=LetterTable(name, columns, total=total)))


WRONG = {
    "a value that the letter hasn't": (
        with_block(LetterBlock(fields=(LetterField("total", "Tổng:"),))),
        ("letter_value_unknown", "/blocks/1/fields/0/name"),
    ),
    "a second value": (
        with_block(LetterBlock(fields=(LetterField("phone", "Số:", beside="fax"),))),
        ("letter_value_unknown", "/blocks/1/fields/0/beside"),
    ),
    "a value in a text": (
        with_block(LetterBlock(paragraph=Paragraph("Xin lỗi {ong_ba}."))),
        ("letter_value_unknown", "/blocks/1/paragraph/text"),
    ),
    "a value in a note": (
        replace(FORM, notes=("Tra cứu: {lookup}.", "Gọi {hotline}.")),
        ("letter_value_unknown", "/notes/1"),
    ),
    "a condition": (
        with_block(LetterBlock(paragraph=Paragraph("Xin báo.", needs="never"))),
        ("letter_value_unknown", "/blocks/1/paragraph/needs"),
    ),
    "a list": (
        with_block(LetterBlock(numbered=NumberedList("fees"))),
        ("letter_list_unknown", "/blocks/1/numbered/name"),
    ),
    "a list of boxes": (
        with_block(LetterBlock(ticks=TickRow("Lý do:", name="reasons"))),
        ("letter_list_unknown", "/blocks/1/ticks/name"),
    ),
    "no boxes": (
        with_block(LetterBlock(ticks=TickRow("Lý do:"))),
        ("letter_empty", "/blocks/1/ticks"),
    ),
    "a table's list": (
        table(*COLUMNS, name="fees"),
        ("letter_list_unknown", "/blocks/1/table/name"),
    ),
    "a cell too many": (
        table(*COLUMNS, SheetColumn("cell4", "Bản", 100)),
        ("letter_column_unknown", "/blocks/1/table/columns/2/key"),
    ),
    "columns wider than the page": (
        table(SheetColumn("text", "Tên"), SheetColumn("cell1", "Bản", 1100)),
        ("letter_columns_wide", "/blocks/1/table/columns"),
    ),
    "no column for the rest": (
        table(SheetColumn("text", "Tên", 500)),
        ("letter_columns_wide", "/blocks/1/table/columns"),
    ),
    "two columns for the rest": (
        table(SheetColumn("text", "Tên"), SheetColumn("detail", "Chú thích")),
        ("letter_columns_wide", "/blocks/1/table/columns"),
    ),
    "a total": (
        table(*COLUMNS, total="total"),
        ("letter_value_unknown", "/blocks/1/table/total"),
    ),
    "a scale of nothing": (
        with_block(LetterBlock(scale=Scale(("TT", "Chỉ số"), ("0", "1", "2")))),
        ("letter_empty", "/blocks/1/scale/rows"),
    ),
    "a scale of one mark": (
        with_block(LetterBlock(scale=Scale(("TT", "Chỉ số"), ("0",), ("Hài lòng?",)))),
        ("letter_too_many", "/blocks/1/scale/marks"),
    ),
    "no title": (replace(FORM, title=""), ("letter_empty", "/title")),
    "no body": (replace(FORM, blocks=()), ("letter_empty", "/blocks")),
    "no label": (
        with_block(LetterBlock(fields=(LetterField("phone", ""),))),
        ("letter_empty", "/blocks/1/fields/0/label"),
    ),
    "no place for its number": (
        replace(FORM, number_line="Số: /HDHS"),
        ("letter_number_missing", "/number_line"),
    ),
    "three signatures": (
        replace(FORM, signatures=(Signature("A"), Signature("B"), Signature("C"))),
        ("letter_too_many", "/signatures"),
    ),
    "four copies": (replace(FORM, copies=tuple("abcd")), ("letter_too_many", "/copies")),
    "a page of dots": (with_block(LetterBlock(lines=60)), ("letter_too_many", "/blocks/1/lines")),
    "a label as long as a sentence": (
        with_block(LetterBlock(fields=(LetterField("phone", "Số " * 20 + ":"),))),
        ("letter_text_long", "/blocks/1/fields/0/label"),
    ),
    "an open bold part": (
        with_block(LetterBlock(paragraph=Paragraph("**Lý do: {reason}"))),
        ("letter_bold_open", "/blocks/1/paragraph/text"),
    ),
    "a brace alone": (
        with_block(LetterBlock(paragraph=Paragraph("Lý do: {Reason}"))),
        ("letter_place_unreadable", "/blocks/1/paragraph/text"),
    ),
    "marks beside their letters": (
        with_block(LetterBlock(paragraph=Paragraph("Lý do" + "\u0301"))),
        ("letter_text_unclean", "/blocks/1/paragraph/text"),
    ),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named_with_its_place(wrong: tuple[LetterForm, tuple[str, str]]) -> None:
    form, expected = wrong
    found = [(problem.code, problem.field) for problem in check_letter("refusal", form)]
    assert found == [expected]


def test_a_right_form_has_no_problems() -> None:
    assert check_letter("supplement", FORM) == ()
    assert check_letter("refusal", table(*COLUMNS, SheetColumn("cell3", "Bản", 100))) == ()


def test_a_letter_of_a_later_version_may_name_what_any_letter_names() -> None:
    assert check_letter("reminder", table(*COLUMNS, name="fees", total="total")) == ()
    assert {"items", "papers", "fees", "questions"} <= names_of("reminder").lists.keys()


def test_the_identity_alone_needs_no_label() -> None:
    unnamed = with_block(LetterBlock(fields=(LetterField("identity", ""),)))
    assert check_letter("supplement", unnamed) == ()


@pytest.mark.parametrize(
    "block", [{}, {"lines": 2, "gap": 10}, {"paragraph": {"text": "a"}, "lines": 1}]
)
def test_a_block_is_one_thing(block: dict[str, object]) -> None:
    plain = {"title": "A", "name": "a", "blocks": [{"lines": 1}, block]}
    with pytest.raises(NotPlainError) as caught:
        from_plain(LetterForm, plain)
    assert caught.value.pointer == "/blocks/1"


def test_a_form_goes_through_its_plain_form_unchanged() -> None:
    form = table(*COLUMNS)
    assert from_plain(LetterForm, to_plain(form)) == form


@pytest.mark.parametrize("letter", LETTERS)
def test_a_sample_says_only_what_its_letter_can_say(letter: str) -> None:
    known, content = LETTERS[letter], sample_content(letter)
    assert content.values.keys() <= known.values
    assert content.lists.keys() <= known.lists.keys()
    assert len(content.names) == len(known.names)
    for name, rows in content.lists.items():
        assert all(len(row.cells) <= known.lists[name] for row in rows)
