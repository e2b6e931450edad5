"""The texts of a person form to the person they mean, with everything that is not right beside it.

Only the name is demanded, and of somebody who comes for another the capacity: the law asks for no
more, and nobody is sent home for an unknown telephone number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from counter_app.desktop.presenters.persons.births import birth_problems, is_of_age, parse_birth
from counter_app.desktop.presenters.persons.kinds import (
    BODIES,
    KINDS,
    Name,
    PersonRole,
    TypedKind,
    capacities_for,
    fields_for,
    identity_of,
)
from counter_app.desktop.presenters.persons.nationality import nationality_code
from counter_app.desktop.presenters.persons.typed import TypedPerson, address_texts
from counter_app.domain.dates import parse_date
from counter_app.domain.people.identity import identity_problems, normal_number
from counter_app.domain.people.person import (
    Address,
    Authority,
    Identity,
    IdentityKind,
    Person,
    Sex,
)
from counter_app.domain.people.phone import normal_phone, phone_problems
from counter_app.domain.problems import Problem, doubt, false
from counter_app.domain.text import clean

_NAME_SIGNS = frozenset(" '’-.")  # H'Hen Niê, Y Ê-ban


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """What a form gives: the person, and who comes for them.

    `authority`: by what right the person acts (submitter, receiver); for an applicant with a
    `submitter` (a minor's mother, a company's representative) by what right the submitter does.
    `role_words`: what a related person is to the applicant ("vợ").
    """

    person: Person
    authority: Authority = field(default=Authority())
    role_words: str = ""
    submitter: Person | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry as far as it can be read, and the problems by field; `missing` fields are demanded.

    A false text leaves its part of the person empty.
    """

    entry: PersonEntry
    problems: tuple[tuple[Name, Problem], ...]
    missing: frozenset[Name]


def read(typed: TypedPerson, role: PersonRole, today: date, start: Person | None) -> Reading:
    """Return what the form says.

    `start` is who the form was opened with: what wasn't touched stays as it was known, a card's
    date of issue and its old address with it.
    """
    reader = _Reader(typed, role, today, start)
    entry = reader.entry()
    missing = frozenset(reader.missing(entry))
    shown = set(fields_for(role, typed.kind, typed.capacity))
    problems = tuple((name, each) for name, each in reader.problems if name in shown)
    return Reading(entry, problems, missing)


class _Reader:
    def __init__(
        self, typed: TypedPerson, role: PersonRole, today: date, start: Person | None
    ) -> None:
        self._typed = typed
        self._role = role
        self._today = today
        self._start = start
        self._fields = frozenset(fields_for(role, typed.kind, typed.capacity))
        self.problems: list[tuple[Name, Problem]] = []

    def entry(self) -> PersonEntry:
        person = self._person()
        role_words = clean(self._text(Name.ROLE))
        submitter = self._submitter()
        authority = self._authority()
        if self._role is PersonRole.APPLICANT and submitter is None:
            authority = Authority()
        return PersonEntry(person, authority, role_words, submitter)

    def missing(self, entry: PersonEntry) -> Iterator[Name]:
        if not entry.person.name:
            self._say(Name.NAME, false("person_name_missing"))
            yield Name.NAME
        comes = self._role in (PersonRole.SUBMITTER, PersonRole.RECEIVER)
        if (comes or entry.submitter) and self._typed.capacity is None:
            self._say(Name.CAPACITY, false("person_capacity_missing"))
            yield Name.CAPACITY
        if entry.submitter is not None and not entry.submitter.name:
            self._say(Name.OTHER_NAME, false("person_other_name_missing"))
            yield Name.OTHER_NAME

    def _text(self, name: Name) -> str:
        return self._typed.text(name) if name in self._fields else ""

    def _say(self, name: Name, *problems: Problem) -> None:
        self.problems += ((name, each) for each in problems)

    def _person(self) -> Person:
        typed = self._typed
        look = KINDS[typed.kind]
        name = clean(self._text(Name.NAME))
        if typed.kind not in BODIES:
            self._say(Name.NAME, *_letters(name))
        number = normal_number(look.identity, self._text(Name.NUMBER))
        born = self._birth(number)
        sex = Sex(self._text(Name.SEX)) if self._text(Name.SEX) else sex_of_number(number)
        day = born if isinstance(born, date) else None
        identity = self._identity(number, sex, day)
        return Person(
            name,
            look.person,
            identity,
            birth_date=day,
            birth_year=born if isinstance(born, int) else day.year if day else None,
            sex=None if typed.kind in BODIES else sex,
            address=self._address(),
            phone=self._phone(Name.PHONE),
            email=self._email(),
        )

    def _birth(self, number: str) -> date | int | None:
        born = parse_birth(self._text(Name.BIRTH), self._today, year_of_number(number))
        if isinstance(born, Problem):
            self._say(Name.BIRTH, born)
            return None
        self._say(Name.BIRTH, *birth_problems(born, self._today, ""))
        if self._typed.kind is TypedKind.MINOR and is_of_age(born, self._today):
            self._say(Name.BIRTH, doubt("person_of_age"))
        return born

    def _identity(self, number: str, sex: Sex | None, born: date | None) -> Identity:
        if not number:
            return Identity()
        nationality = nationality_code(self._text(Name.NATIONALITY))
        identity = Identity(
            KINDS[self._typed.kind].identity, number, nationality, self._date(Name.ISSUED)
        )
        start = self._start.identity if self._start else None
        if start is not None and start.number == number and _same_paper(start, identity):
            identity = replace(
                start,
                nationality=nationality or start.nationality,
                issued_on=identity.issued_on or start.issued_on,
            )
        for problem in identity_problems(identity, sex=sex, birth_date=born, today=self._today):
            self._say(_POINTERS.get(problem.field, Name.NUMBER), problem)
        return identity

    def _address(self) -> Address:
        typed, start = self._typed, self._start.address if self._start else Address()
        if Name.COMMUNE not in self._fields:
            return start
        commune, street = clean(self._text(Name.COMMUNE)), clean(self._text(Name.STREET))
        if (commune, street) == address_texts(start):
            return start
        whole = ", ".join(part for part in (street, commune) if part)
        if commune and typed.has_unit:
            original = start.original or whole
            return Address(original, street, typed.unit_code, typed.unit_name)
        if commune and typed.kind is not TypedKind.PASSPORT:  # who lives abroad has no commune
            self._say(Name.COMMUNE, doubt("address_unknown"))
        return Address(whole)

    def _email(self) -> str:
        if Name.EMAIL not in self._fields:
            return self._start.email if self._start else ""
        return clean(self._text(Name.EMAIL))

    def _phone(self, name: Name) -> str:
        number = normal_phone(self._text(name))
        self._say(name, *phone_problems(number))
        return number

    def _submitter(self) -> Person | None:
        name = clean(self._text(Name.OTHER_NAME))
        kind, number = identity_of(self._text(Name.OTHER_NUMBER))
        if self._role is not PersonRole.APPLICANT or not (name or number):
            return None
        self._say(Name.OTHER_NAME, *_letters(name))
        nationality = "VN" if kind is IdentityKind.PASSPORT else ""
        identity = Identity(kind, number, nationality)
        self._say(Name.OTHER_NUMBER, *identity_problems(identity, today=self._today))
        return Person(
            name,
            identity=identity,
            sex=sex_of_number(number),
            phone=self._phone(Name.OTHER_PHONE),
        )

    def _authority(self) -> Authority:
        capacity = self._typed.capacity
        if capacity is None or capacity not in capacities_for(self._role, self._typed.kind):
            return Authority()
        number, day = clean(self._text(Name.PAPER_NUMBER)), self._date(Name.PAPER_DATE)
        if day is not None and day > self._today:
            self._say(Name.PAPER_DATE, doubt("issued_in_future"))
        return Authority(capacity, number, day)

    def _date(self, name: Name) -> date | None:
        text = self._text(name)
        day = parse_date(text, self._today) if text.strip() else None
        if isinstance(day, Problem):
            self._say(name, day)
            return None
        return day


_POINTERS = {
    "/number": Name.NUMBER,
    "/nationality": Name.NATIONALITY,
    "/issued_on": Name.ISSUED,
}


def _letters(name: str) -> tuple[Problem, ...]:
    strange = any(not char.isalpha() and char not in _NAME_SIGNS for char in name)
    return (doubt("person_name_letters"),) if strange else ()


def _same_paper(one: Identity, other: Identity) -> bool:
    twelve = {IdentityKind.CITIZEN_CARD, IdentityKind.PERSONAL_NUMBER}
    return one.kind is other.kind or {one.kind, other.kind} == twelve


def sex_of_number(number: str) -> Sex | None:
    """Return the sex that a personal number of twelve digits tells: odd for women."""
    if len(number) != 12 or not number.isdecimal():
        return None
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def year_of_number(number: str) -> int | None:
    """Return the year of birth that a personal number of twelve digits tells."""
    if len(number) != 12 or not number.isdecimal():
        return None
    return 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])
