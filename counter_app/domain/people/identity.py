"""Identity numbers of every kind, checked for contradictions.

Only a false shape blocks. A twelve-digit personal number (số định danh cá nhân; province codes in
Thông tư 59/2021/TT-BCA) has no check digit, but tells the place of birth registration, the century,
the sex and the year; where it disagrees, the officer looks again.
"""

from __future__ import annotations

import re
from datetime import date

from counter_app.domain.people.person import Identity, IdentityKind, Sex
from counter_app.domain.people.tax_code import normal_tax_code, tax_code_problems
from counter_app.domain.problems import Problem, doubt, false

# fmt: off
_PROVINCES = (
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36,
    37, 38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72,
    74, 75, 77, 79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
)
# fmt: on
PROVINCE_PREFIXES = frozenset(f"{code:03}" for code in _PROVINCES)
"""The 63 provinces of birth registration; numbers outlive the mergers of 2025."""

_TWELVE = frozenset(
    {IdentityKind.PERSONAL_NUMBER, IdentityKind.CITIZEN_CARD, IdentityKind.IDENTITY_CERTIFICATE}
)
_TWELVE_DIGITS = re.compile(r"[0-9]{12}")
_OLD_CARD = re.compile(r"[0-9]{9}|[0-9]{12}")  # the last old cards, of 2012–2015, had twelve
_VIETNAMESE_PASSPORT = re.compile(r"[A-Z][0-9]{7,8}")  # eight digits since the chip passports
_FOREIGN_PASSPORT = re.compile(r"[A-Z0-9]{6,9}")
_COUNTRY = re.compile(r"[A-Z]{2}")


def normal_number(kind: IdentityKind, text: str) -> str:
    """Return `text` as `Identity.number` keeps it: no spaces, no dots, capitals."""
    if kind is IdentityKind.TAX_CODE:
        return normal_tax_code(text)
    if kind is IdentityKind.DECISION:
        return " ".join(text.split())
    return re.sub(r"[\s.\-]+", "", text).upper()


def identity_problems(
    identity: Identity,
    *,
    sex: Sex | None = None,
    birth_date: date | None = None,
    today: date | None = None,
) -> tuple[Problem, ...]:
    """Return what is not right with `identity`, fields as pointers into it (`/number`, …)."""
    if identity.kind is IdentityKind.NONE:
        return (false("identity_kind_missing", "/kind"),) if identity.number else ()
    if not identity.number:
        return (false("identity_number_missing", "/number"),)
    return (
        *_number(identity, sex, birth_date),
        *issue_problems(identity.issued_on, birth_date, today, "/issued_on"),
    )


def _number(identity: Identity, sex: Sex | None, birth_date: date | None) -> tuple[Problem, ...]:
    number = identity.number
    if identity.kind in _TWELVE:
        if not _TWELVE_DIGITS.fullmatch(number):
            return (false("identity_twelve_digits", "/number", digits=len(number)),)
        year = birth_date.year if birth_date else None
        return number_problems(number, sex=sex, birth_year=year, field="/number")
    if identity.kind is IdentityKind.OLD_CARD:
        return () if _OLD_CARD.fullmatch(number) else (false("identity_old_card", "/number"),)
    if identity.kind is IdentityKind.PASSPORT:
        return _passport(number, identity.nationality)
    if identity.kind is IdentityKind.TAX_CODE:
        return tax_code_problems(number, "/number")
    return ()


def _passport(number: str, nationality: str) -> tuple[Problem, ...]:
    problems = []
    if not nationality:
        problems.append(doubt("passport_nationality_missing", "/nationality"))
    elif not _COUNTRY.fullmatch(nationality):
        problems.append(false("passport_nationality_shape", "/nationality"))
    shape = _VIETNAMESE_PASSPORT if nationality == "VN" else _FOREIGN_PASSPORT
    if not shape.fullmatch(number):
        problems.append(doubt("passport_number_shape", "/number"))
    return tuple(problems)


def number_problems(
    number: str, *, sex: Sex | None, birth_year: int | None, field: str = ""
) -> tuple[Problem, ...]:
    """Return the doubts about a number of twelve digits beside what else is known of the person."""
    problems = []
    if number[:3] not in PROVINCE_PREFIXES:
        problems.append(doubt("number_province_unknown", field, prefix=number[:3]))
    century, female = divmod(int(number[3]), 2)
    if sex is not None and female != (sex is Sex.FEMALE):
        problems.append(doubt("number_sex_differs", field))
    year = 1900 + 100 * century + int(number[4:6])
    if birth_year is not None and birth_year != year:
        problems.append(doubt("number_year_differs", field, year=year))
    return tuple(problems)


def issue_problems(
    issued_on: date | None, birth_date: date | None, today: date | None, field: str = ""
) -> tuple[Problem, ...]:
    """Return the doubts about a day of issue: before birth, or yet to come."""
    if issued_on is None:
        return ()
    if birth_date is not None and issued_on < birth_date:
        return (doubt("issued_before_birth", field),)
    if today is not None and issued_on > today:
        return (doubt("issued_in_future", field),)
    return ()
