"""The texts of a form set: which `{names}` they may use, how long they may be.

The program fills only the names that it knows at that very place. Which these are, the sets that
ship with it say: a text may use what the text at the same place uses in one of them. Letters have a
list of their own (`printed/letter_names.py`) and are left to it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from counter_app.domain.form_sets import FormSet
from counter_app.domain.printed.letter_check import LONGEST_TEXT, LONGEST_TITLE
from counter_app.domain.problems import Problem, false
from counter_app.domain.text import clean

_PLACE = re.compile(r"\{([a-z_]+)\}")
_NUMBER = re.compile(r"/\d+(?=/|$)")
_SHORT = ("/title", "/name", "/id", "/basis", "/nation", "/motto")


def check_texts(form_set: FormSet, known: Iterable[FormSet]) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a set but those of its letters."""
    names: dict[str, set[str]] = {}
    for each in known:
        for pointer, text in _texts(each, ""):
            names.setdefault(_NUMBER.sub("/*", pointer), set()).update(_PLACE.findall(text))
    for pointer, text in _texts(form_set, ""):
        yield from _text(pointer, text, names.get(_NUMBER.sub("/*", pointer), set()))


def _text(pointer: str, text: str, names: set[str]) -> Iterator[Problem]:
    longest = LONGEST_TITLE if pointer.endswith(_SHORT) else LONGEST_TEXT
    if len(text) > longest:
        yield false("letter_text_long", pointer, longest=longest)
    if text != clean(text) and "\n" not in text and "  " not in text:
        yield false("letter_text_unclean", pointer)
    if text.count("**") % 2:
        yield false("letter_bold_open", pointer)
    if any(sign in _PLACE.sub("", text) for sign in "{}"):
        yield false("letter_place_unreadable", pointer)
    for name in _PLACE.findall(text):
        if name not in names:
            yield false("letter_value_unknown", pointer, name=name)


def _texts(value: object, at: str) -> Iterator[tuple[str, str]]:
    """Yield pointer and text of all texts in `value`."""
    if isinstance(value, str):
        yield at, value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if (at, field.name) != ("", "letters"):
                yield from _texts(getattr(value, field.name), f"{at}/{field.name}")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, f"{at}/{name}")
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _texts(each, f"{at}/{place}")
