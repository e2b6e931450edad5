"""Whether a letter's form can be used: names that exist, texts that are whole, columns that fit.

A changed form set is checked before it takes the place of another: an officer must not learn in
front of a citizen that a letter can't be printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counter_app.domain.printed.letter_form import (
    LetterBlock,
    LetterField,
    LetterForm,
    LetterTable,
    Scale,
)
from counter_app.domain.printed.letter_names import LetterNames, names_of
from counter_app.domain.problems import Problem, false
from counter_app.domain.text import clean

LONGEST_TITLE, LONGEST_LABEL, LONGEST_TEXT = 120, 40, 1000
"""In characters: longer ones are a mistake, or wouldn't leave room for what they introduce."""

MOST_COPIES, MOST_SIGNATURES, MOST_HAND_LINES = 3, 2, 20

_PLACE = re.compile(r"\{([a-z_]+)\}")
_WIDTH = 1240  # tenths of a millimetre between the margins of an A5 page
_LEAST_REST = 200  # of the column that takes the rest
_Text = tuple[str, str, int]
"""Pointer, text, greatest length."""


def check_letter(letter: str, form: LetterForm) -> tuple[Problem, ...]:
    """Return what is wrong with the form of `letter`; pointers lead into the form."""
    return check_form(form, names_of(letter))


def check_form(form: LetterForm, known: LetterNames) -> tuple[Problem, ...]:
    """Return what is wrong with a form that may use the names `known`."""
    return tuple(
        [*_frame(form)]
        + [problem for text in _texts(form) for problem in _text(text, known)]
        + [
            problem
            for place, block in enumerate(form.blocks)
            for problem in _block(f"/blocks/{place}", block, known)
        ]
    )


def _frame(form: LetterForm) -> Iterator[Problem]:
    for pointer, value in (("/title", form.title), ("/name", form.name), ("/blocks", form.blocks)):
        if not value:
            yield false("letter_empty", pointer)
    if form.number_line and "{number}" not in form.number_line:
        yield false("letter_number_missing", "/number_line")
    for pointer, count, most in (
        ("/copies", len(form.copies), MOST_COPIES),
        ("/signatures", len(form.signatures), MOST_SIGNATURES),
        *((f"/blocks/{place}/lines", block.lines, MOST_HAND_LINES)
          for place, block in enumerate(form.blocks)),
    ):  # fmt: skip
        if count > most:
            yield false("letter_too_many", pointer, most=most)


def _texts(form: LetterForm) -> Iterator[_Text]:
    yield "/title", form.title, LONGEST_TITLE
    yield "/subtitle", form.subtitle, LONGEST_TITLE
    yield "/copies_note", form.copies_note, LONGEST_TEXT
    for place, note in enumerate(form.notes):
        yield f"/notes/{place}", note, LONGEST_TEXT
    for place, signature in enumerate(form.signatures):
        yield f"/signatures/{place}/caption", signature.caption, LONGEST_TITLE
    for place, block in enumerate(form.blocks):
        at = f"/blocks/{place}"
        for number, each in enumerate(block.fields):
            yield f"{at}/fields/{number}/label", each.label, LONGEST_LABEL
        if block.paragraph:
            yield f"{at}/paragraph/text", block.paragraph.text, LONGEST_TEXT
        if block.numbered:
            yield f"{at}/numbered/caption", block.numbered.caption, LONGEST_TEXT
        if block.table:
            yield f"{at}/table/caption", block.table.caption, LONGEST_TEXT
        if block.scale:
            yield f"{at}/scale/caption", block.scale.caption, LONGEST_TEXT
        if block.ticks:
            yield f"{at}/ticks/label", block.ticks.label, LONGEST_LABEL


def _text(found: _Text, known: LetterNames) -> Iterator[Problem]:
    pointer, text, longest = found
    if len(text) > longest:
        yield false("letter_text_long", pointer, longest=longest)
    if text != clean(text) and "\n" not in text and "   " not in text:
        yield false("letter_text_unclean", pointer)
    if text.count("**") % 2:
        yield false("letter_bold_open", pointer)
    if any(sign in _PLACE.sub("", text) for sign in "{}"):
        yield false("letter_place_unreadable", pointer)
    for name in _PLACE.findall(text):
        if name not in known.values:
            yield false("letter_value_unknown", pointer, name=name)


def _block(at: str, block: LetterBlock, known: LetterNames) -> Iterator[Problem]:
    for number, field in enumerate(block.fields):
        yield from _field(f"{at}/fields/{number}", field, known)
    if block.paragraph and block.paragraph.needs:
        yield from _value(f"{at}/paragraph/needs", block.paragraph.needs, known)
    if block.numbered:
        yield from _list(f"{at}/numbered/name", block.numbered.name, known)
    if block.ticks:
        if block.ticks.name:
            yield from _list(f"{at}/ticks/name", block.ticks.name, known)
        elif not block.ticks.ticks:
            yield false("letter_empty", f"{at}/ticks")
    if block.table:
        yield from _table(f"{at}/table", block.table, known)
    if block.scale:
        yield from _scale(f"{at}/scale", block.scale, known)


def _field(at: str, field: LetterField, known: LetterNames) -> Iterator[Problem]:
    yield from _value(f"{at}/name", field.name, known)
    if field.beside:
        yield from _value(f"{at}/beside", field.beside, known)
    if not field.label and field.name != "identity":
        yield false("letter_empty", f"{at}/label")


def _value(pointer: str, name: str, known: LetterNames) -> Iterator[Problem]:
    if name not in known.values:
        yield false("letter_value_unknown", pointer, name=name)


def _list(pointer: str, name: str, known: LetterNames) -> Iterator[Problem]:
    if name not in known.lists:
        yield false("letter_list_unknown", pointer, name=name)


def _table(at: str, table: LetterTable, known: LetterNames) -> Iterator[Problem]:
    yield from _list(f"{at}/name", table.name, known)
    if table.total:
        yield from _value(f"{at}/total", table.total, known)
    cells = known.lists.get(table.name, 0)
    keys = {"number", "text", "detail", *(f"cell{place}" for place in range(1, cells + 1))}
    for place, column in enumerate(table.columns):
        if column.key not in keys:
            yield false("letter_column_unknown", f"{at}/columns/{place}/key", name=column.key)
    rest = [column for column in table.columns if not column.width]
    used = sum(column.width for column in table.columns)
    if len(rest) != 1 or used > _WIDTH - _LEAST_REST:
        yield false("letter_columns_wide", f"{at}/columns")


def _scale(at: str, scale: Scale, known: LetterNames) -> Iterator[Problem]:
    if scale.name:
        yield from _list(f"{at}/name", scale.name, known)
    elif not scale.rows:
        yield false("letter_empty", f"{at}/rows")
    if not 2 <= len(scale.marks) <= 5:
        yield false("letter_too_many", f"{at}/marks", most=5)
