"""A field that was left: its text in the form in which it is kept, as far as it can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.desktop.presenters.persons.births import parse_birth
from counter_app.desktop.presenters.persons.kinds import (
    BODIES,
    KINDS,
    Name,
    PersonRole,
    guessed,
)
from counter_app.desktop.presenters.persons.nationality import nationality_code
from counter_app.desktop.presenters.persons.reading import year_of_number
from counter_app.desktop.presenters.persons.typed import TypedPerson
from counter_app.domain.dates import parse_date, shown_date
from counter_app.domain.people.identity import normal_number
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.people.phone import normal_phone
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean


def settled(typed: TypedPerson, name: Name, role: PersonRole, today: date) -> TypedPerson:
    """Return what was typed with one field brought into order; the number may change the kind.

    Nothing is lost: what can't be read stays as it was typed.
    """
    text = clean(typed.text(name))
    if name is Name.NUMBER:
        return _settled_number(typed, text, role)
    if name in (Name.NAME, Name.OTHER_NAME):
        of_body = name is Name.NAME and typed.kind in BODIES
        text = text if of_body else _capitalised(text)
    elif name is Name.BIRTH:
        born = parse_birth(text, today, year_of_number(typed.text(Name.NUMBER)))
        text = shown_date(born) if isinstance(born, date) else text
    elif name in (Name.PAPER_DATE, Name.ISSUED) and text:
        day = parse_date(text, today)
        text = text if isinstance(day, Problem) else shown_date(day)
    elif name in (Name.PHONE, Name.OTHER_PHONE):
        text = normal_phone(text)
    elif name is Name.OTHER_NUMBER:
        text = normal_number(IdentityKind.PERSONAL_NUMBER, text)
    elif name is Name.NATIONALITY:
        text = nationality_code(text)
    return typed.with_text(name, text) if text != typed.text(name) else typed


def _settled_number(typed: TypedPerson, text: str, role: PersonRole) -> TypedPerson:
    words = text.split()
    if len(words) > 1 and all(word.isalpha() for word in words) and not typed.text(Name.NAME):
        return typed.with_text(Name.NUMBER, "").with_text(Name.NAME, _capitalised(text))
    kind = None if typed.kind_chosen else guessed(text, typed.kind, role)
    if kind is not None:
        typed = replace(typed, kind=kind)
    number = normal_number(KINDS[typed.kind].identity, text)
    return typed.with_text(Name.NUMBER, number) if number != typed.text(Name.NUMBER) else typed


def _capitalised(text: str) -> str:
    """Return a name typed without a single capital with them; any other stays as it is."""
    return " ".join(word.capitalize() for word in text.split()) if text.islower() else text
