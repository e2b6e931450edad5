"""The QR code of a citizen card (thẻ CCCD since 2021, thẻ căn cước since 07/2024).

UTF-8, parts divided by `|`: number | old number (may be empty) | name | birth ddMMyyyy |
Nam or Nữ | permanent address | issue date ddMMyyyy; cards since 07/2024 add four parts. There is no
published standard: fields are found by what they look like, not by counting. A contradiction is a
doubt that the officer confirms with Enter; it never keeps anybody from being served.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from counter_app.domain.people.card_repair import repaired, strange_letters, unwrapped
from counter_app.domain.people.identity import issue_problems, number_problems
from counter_app.domain.people.person import Address, Identity, IdentityKind, Person, Sex
from counter_app.domain.problems import Problem, doubt
from counter_app.domain.text import clean, fold

_NUMBER = re.compile(r"[0-9]{12}(?![0-9])")
_OLD_NUMBER = re.compile(r"[0-9]{9}")
_DATE = re.compile(r"([0-9]{2})[/.\-]?([0-9]{2})[/.\-]?([0-9]{4})")
_YEAR_ONLY = re.compile(r"(?:0000|00[/.\-]00[/.\-])?((?:19|20)[0-9]{2})")
_BARS = re.compile(r"\s*\|\s*")
_FURTHER_CARD = re.compile(
    r"[^|]([0-9]{12})\||\|([0-9]{12})(?:\|[^|]*){2}\|[0-9]{8}\|[Nn]"  # after an issue date; after |
)
_SEXES = {"nam": Sex.MALE, "nu": Sex.FEMALE}
_DAMAGED_SEX = re.compile(r"[Nn].{1,2}")  # Nữ through code page 437 is N∩
_NAME_SIGNS = frozenset(" '’-.")  # H'Hen Niê, Y Ê-ban
_OLDEST = 125  # years


class NotACardWhy(Enum):
    """Why a text is not read as a card; the sentence for each is in `wording/people.py`."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    CUT = "cut"  # a card, but the name didn't arrive
    TWO_CARDS = "two_cards"
    VNEID = "vneid"  # the signed, short-lived code on the telephone's screen
    LINK = "link"
    BANK = "bank"  # VietQR
    PASSPORT = "passport"  # the machine-readable lines of a passport or card
    DOSSIER_CODE = "dossier_code"
    OTHER = "other"


_OTHER_CODES = (
    (NotACardWhy.VNEID, re.compile(r"(?i).*vneid|eyJ[\w-]+\.")),
    (NotACardWhy.LINK, re.compile(r"(?i)(?:https?:|www\.|[a-z][a-z+]{2,}://)")),
    (NotACardWhy.BANK, re.compile(r"000201")),
    (NotACardWhy.PASSPORT, re.compile(r"(?:P[A-Z<]|ID|I<)[A-Z]{3}[A-Z0-9<]{9}")),
    (
        NotACardWhy.DOSSIER_CODE,
        re.compile(r"[0-9A-Z]+(?:\.[0-9A-Z]+)*-(?:[0-9]{6}|[0-9]{8})-[0-9]{4,8}\Z"),
    ),
    (NotACardWhy.TOO_SHORT, re.compile(r"(?s)[^|]{1,11}\Z")),
    (NotACardWhy.VNEID, re.compile(r"[A-Za-z0-9+/_=.-]{100,}\Z")),
)


@dataclass(frozen=True, slots=True)
class NotACard:
    """A text that is no citizen card. `number` is kept when at least twelve digits were there."""

    why: NotACardWhy
    number: str = ""


@dataclass(frozen=True, slots=True)
class CardReading:
    """What a card says. `problems` are doubts with pointers into this; `repairs` were reversible.

    `birth_year` serves the cards of persons whose day of birth nobody knows. `address` is the text
    of the card, mostly with units of before 07/2025 (`address.UnitTable` tells today's).
    """

    number: str
    name: str
    old_number: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    address: str = ""
    issued_on: date | None = None
    problems: tuple[Problem, ...] = ()
    repairs: tuple[str, ...] = ()


def read_card(text: str, today: date) -> CardReading | NotACard:
    """Return what the scanned `text` says; any text is accepted. `today` is the office's date."""
    plain, repairs = repaired(unwrapped(text))
    plain = _BARS.sub("|", unwrapped(plain))
    if not plain:
        return NotACard(NotACardWhy.EMPTY)
    found = _NUMBER.match(plain)
    if found is None:
        return NotACard(_other_kind(plain))
    number = found.group()
    if plain[12:13] not in ("", "|"):
        return NotACard(NotACardWhy.OTHER, number)
    once = _read_once(plain, number)
    if once is None:
        return NotACard(NotACardWhy.TWO_CARDS)
    if once != plain:
        repairs = (*repairs, "doubled")
    raw = {clean(part): part for part in once.split("|")}
    reading = _read_parts([clean(part) for part in once.split("|")])
    if reading is None:
        return NotACard(NotACardWhy.CUT, number)
    lost = (*_lost("/name", raw[reading.name]), *_lost("/address", raw.get(reading.address, "")))
    problems = (*reading.problems, *_doubts(reading, today), *lost)
    return replace(reading, problems=problems, repairs=repairs)


def person_of(reading: CardReading) -> Person:
    """Return the citizen of a card, the address as its original text."""
    return Person(
        name=reading.name,
        identity=Identity(IdentityKind.CITIZEN_CARD, reading.number, issued_on=reading.issued_on),
        birth_date=reading.birth_date,
        birth_year=reading.birth_year,
        sex=reading.sex,
        address=Address(original=reading.address),
    )


def _other_kind(text: str) -> NotACardWhy:
    for why, shape in _OTHER_CODES:
        if shape.match(text):
            return why
    return NotACardWhy.OTHER


def _read_once(text: str, number: str) -> str | None:
    """Return the one card of `text` when the scanner sent it several times; None for two persons.

    Of repeated texts the fullest counts: the first or the last may be cut.
    """
    for after_date, after_bar in _FURTHER_CARD.findall(text, 1):
        if number != (after_date or after_bar):
            return None
    pieces = [unwrapped(number + "|" + piece) for piece in text.split(number + "|")[1:]]
    if len(pieces) < 2:
        return text
    return max(pieces, key=lambda piece: (piece.count("|"), len(piece)))


def _read_parts(parts: list[str]) -> CardReading | None:
    """Return the fields, with the doubts about those that are missing; None without a name."""
    sex_at = _sex_index(parts)
    before = parts[1:sex_at]
    name_at = next((i for i, part in enumerate(before) if _is_name(part)), None)
    if name_at is None:
        return None
    old_number = next((part for part in before[:name_at] if part), "")
    born = next((part for part in before[name_at + 1 :] if part), "")
    reading = CardReading(parts[0], before[name_at], old_number)
    if sex_at is None:  # half a date may look like a year, so only a whole one counts
        day = _day(born)
        cut = (doubt("card_cut", "/sex"),)
        year = day.year if day else None
        return replace(reading, birth_date=day, birth_year=year, problems=cut)
    birth_date, birth_year = _birth(born)
    rest = [part for part in parts[sex_at + 1 :] if part]
    address = rest.pop(0) if rest and not _DATE.fullmatch(rest[0]) else ""
    return replace(
        reading,
        birth_date=birth_date,
        birth_year=birth_year,
        sex=_SEXES.get(fold(parts[sex_at])),
        address=address,
        issued_on=_day(rest[0]) if rest else None,
        problems=(),
    )


def _is_name(part: str) -> bool:
    letters = sum(char.isalpha() for char in part)
    return letters > sum(char.isdigit() for char in part)


def _sex_index(parts: list[str]) -> int | None:
    """Return where Nam or Nữ stands: after the date of birth if possible, as names can be Nam."""
    born = [_birth(part)[1] is not None for part in parts]
    sexes = [i for i, part in enumerate(parts) if i >= 2 and fold(part) in _SEXES]
    damaged = [i for i, part in enumerate(parts) if i >= 3 and _DAMAGED_SEX.fullmatch(part)]
    choices = (
        *(i for i in sexes if born[i - 1]),
        *(i for i in damaged if born[i - 1]),
        *(i for i in sexes if i >= 3),
    )
    return choices[0] if choices else None


def _birth(part: str) -> tuple[date | None, int | None]:
    """Return (date, year) of a date of birth; cards know also mere years."""
    day = _day(part)
    if day is not None:
        return day, day.year
    year = _YEAR_ONLY.fullmatch(part)
    return None, int(year.group(1)) if year else None


def _day(part: str) -> date | None:
    match = _DATE.fullmatch(part)
    if match is None:
        return None
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _doubts(reading: CardReading, today: date) -> tuple[Problem, ...]:
    problems = [] if reading.problems else list(_missing(reading))
    problems += number_problems(
        reading.number, sex=reading.sex, birth_year=reading.birth_year, field="/number"
    )
    if reading.old_number and not _OLD_NUMBER.fullmatch(reading.old_number):
        problems.append(doubt("card_old_number", "/old_number"))
    signs = {char for char in reading.name if not char.isalpha()} - _NAME_SIGNS
    if signs - set(strange_letters(reading.name)):
        problems.append(doubt("card_name_letters", "/name"))
    if reading.birth_date is not None and reading.birth_date > today:
        problems.append(doubt("birth_in_future", "/birth_date"))
    elif reading.birth_year is not None and reading.birth_year < today.year - _OLDEST:
        problems.append(doubt("birth_long_ago", "/birth_date", year=reading.birth_year))
    problems += issue_problems(reading.issued_on, reading.birth_date, today, "/issued_on")
    return tuple(problems)


def _lost(field: str, raw: str) -> tuple[Problem, ...]:
    """Return the doubt about lost letters. `raw`: as read, for cleaning drops the traces too."""
    strange = strange_letters(raw)
    shown = " ".join(char if char.isprintable() else "□" for char in strange)
    return (doubt("card_letters_lost", field, letters=shown),) if strange else ()


def _missing(reading: CardReading) -> Iterator[Problem]:
    """Yield the doubts about fields that a whole card has."""
    if reading.birth_year is None:
        yield doubt("card_birth_unreadable", "/birth_date")
    if reading.sex is None:
        yield doubt("card_sex_unreadable", "/sex")
    if not reading.address:
        yield doubt("card_address_missing", "/address")
    if reading.issued_on is None:
        yield doubt("card_end_missing", "/issued_on")
