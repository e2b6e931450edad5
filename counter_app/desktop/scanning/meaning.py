"""What a scan means: a citizen card, a dossier's code, or something else. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dossiers.code import find_code
from counter_app.domain.people.citizen_card import CardReading, NotACard, NotACardWhy, read_card


@dataclass(frozen=True, slots=True)
class CardScan:
    """A citizen card was scanned at `at`."""

    reading: CardReading
    at: datetime


@dataclass(frozen=True, slots=True)
class CodeScan:
    """The `code` of a dossier, from a receipt or a look-up address; `text` is the whole scan."""

    code: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OtherScan:
    """Neither. `number`: twelve digits that could be kept of a damaged card, or empty."""

    why: NotACardWhy
    text: str
    number: str
    at: datetime


Meaning = CardScan | CodeScan | OtherScan


def meaning_of(text: str, today: date, at: datetime) -> Meaning:
    """Return what the bare `text` of a scan means on the office's day `today`."""
    card = read_card(text, today)
    if isinstance(card, CardReading):
        return CardScan(card, at)
    code = find_code(text)
    if code is not None and not card.number:
        return CodeScan(code.text, text, at)
    return _other(card, text, at)


def _other(card: NotACard, text: str, at: datetime) -> OtherScan:
    return OtherScan(card.why, text, card.number, at)
