"""A form set from plain JSON, form by form: everything that is wrong with it, not only the first.

Reading is stricter than `from_plain`: a name that the program doesn't know is most likely a slip of
the hand, and what it says would silently never be printed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from counter_app.domain.form_sets import FORM_GROUPS, FormSet
from counter_app.domain.plain import NotPlainError, from_plain
from counter_app.domain.printed.letter_form import LetterForm
from counter_app.domain.printed.sheet_form import SheetForm
from counter_app.domain.problems import Problem, false

_NAMED = {"/effective_from": "form_set_no_date", "/basis": "form_set_no_basis"}
"""What a set may not lack, with a sentence of its own: forms without them have no authority."""

_NEEDED = tuple(
    each.name
    for each in dataclasses.fields(FormSet)
    if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
)


def read_form_set(plain: object) -> tuple[FormSet | None, tuple[Problem, ...]]:
    """Return the set, or None, and what is wrong with how it is written. Pointers lead into it."""
    if not isinstance(plain, dict):
        return None, (false("form_set_value", ""),)
    problems: list[Problem] = []
    base = {name: value for name, value in plain.items() if name not in FORM_GROUPS}
    problems += [_problem(f"/{name}", "missing") for name in _NEEDED if name not in base]
    found = _read(FormSet, base, "", problems) if not problems else None
    letters = _group(LetterForm, plain, "letters", problems)
    sheets = _group(SheetForm, plain, "sheets", problems)
    if found is None or problems:
        return None, tuple(problems)
    return replace(found, letters=letters, sheets=sheets), ()


def _group(
    kind: type[Any], plain: dict[str, object], group: str, problems: list[Problem]
) -> dict[str, Any]:
    forms = plain.get(group, {})
    if not isinstance(forms, dict):
        problems.append(false("form_set_value", f"/{group}"))
        return {}
    read = {name: _read(kind, each, f"/{group}/{name}", problems) for name, each in forms.items()}
    return {name: form for name, form in read.items() if form is not None}


def _read(kind: type[Any], plain: object, at: str, problems: list[Problem]) -> Any:
    try:
        found = from_plain(kind, plain)
    except NotPlainError as error:
        problems.append(_problem(at + error.pointer, error.why))
        return None
    problems += _unknown(found, plain, at)
    return found


def _problem(pointer: str, why: str) -> Problem:
    name = pointer.rpartition("/")[2]
    if pointer in _NAMED:
        return false(_NAMED[pointer], pointer)
    if why == "missing":
        return false("form_set_missing", pointer, name=name)
    return false("form_set_value", pointer)


def _unknown(value: object, plain: object, at: str) -> Iterator[Problem]:
    """Yield what `plain` says under names that `value`, which was read from it, doesn't have."""
    if dataclasses.is_dataclass(value) and isinstance(plain, dict):
        known = {field.name for field in dataclasses.fields(value)}
        for name, each in plain.items():
            if name in known:
                yield from _unknown(getattr(value, name), each, f"{at}/{name}")
            else:
                yield false("form_set_name_unknown", f"{at}/{name}", name=name)
    elif isinstance(value, dict) and isinstance(plain, dict):
        for name, each in plain.items():
            yield from _unknown(value[name], each, f"{at}/{name}")
    elif isinstance(value, tuple) and isinstance(plain, list):
        for place, (item, each) in enumerate(zip(value, plain, strict=True)):
            yield from _unknown(item, each, f"{at}/{place}")
