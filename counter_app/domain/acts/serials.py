"""Running numbers (số thứ tự) that stand on papers: a machine goes on where another ended.

A counter numbers its books without gaps. The machine that replaces it knows what stands on papers
already only from the acts, which come by stick or by the feed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.intake import TurnedAway
from counter_app.domain.acts.kinds import Body, Kind
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import (
    ApologySent,
    Complained,
    DueExtended,
    HandedOver,
    Refused,
    Stopped,
    SupplementRequested,
)
from counter_app.domain.dates import vietnam_time

SUPPLEMENT = "HDHS"
"""Series are named by what stands behind the number on the form: hướng dẫn hoàn thiện hồ sơ."""

REFUSAL = "TCHS"
APOLOGY = "PXL"
STOP = "DGQ"
COMPLAINT = "PAKN"

NUMBERED = frozenset(
    {
        Kind.RECEIVED,
        Kind.NUMBERED,
        Kind.CERTIFIED,
        Kind.HANDED_OVER,
        Kind.NUMBER_VOID,
        Kind.SUPPLEMENT_REQUESTED,
        Kind.REFUSED,
        Kind.TURNED_AWAY,
        Kind.DUE_EXTENDED,
        Kind.APOLOGY_SENT,
        Kind.STOPPED,
        Kind.COMPLAINED,
    }
)
"""Acts whose papers bear a running number of their counter: no other has a `serial_of`."""

_SERIES: dict[type[Body], str] = {
    SupplementRequested: SUPPLEMENT,
    Refused: REFUSAL,
    TurnedAway: REFUSAL,
    DueExtended: APOLOGY,
    ApologySent: APOLOGY,
    Stopped: STOP,
    Complained: COMPLAINT,
}
_LETTER = re.compile(r"(?P<number>\d{1,9})/Q(?P<counter>.+)")
_VOID = re.compile(rf"(?P<book>({'|'.join(sorted(set(_SERIES.values())))})-.+)/(?P<year>\d{{4}})")
_LIST = re.compile(r"(?P<kind>[A-Z]+)(?P<counter>.+)-(?P<year>\d{4})-(?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Serial:
    """The number of one paper in what a counter counts by itself; counted anew each year."""

    book: str
    year: int
    number: int


def certification_book(what: str, counter: str) -> str:
    """Return under which name a counter counts one kind of certification (chứng thực)."""
    return f"CT-{what}-{counter}"


def list_book(kind: str, counter: str) -> str:
    """Return under which name a counter counts its lists of one kind; `kind` is letters only."""
    return f"{kind}-{counter}"


def list_number(kind: str, counter: str, year: int, number: int) -> str:
    """Return what a list bears: `BG2-2026-0012`.

    Letters and digits that no way of typing Vietnamese changes: the list is scanned back, too.
    """
    return f"{kind}{counter}-{year}-{number:04}"


def letter_book(series: str, counter: str) -> str:
    """Return under which name a counter counts its letters of one series."""
    return f"{series}-{counter}"


def letter_number(counter: str, number: int) -> str:
    """Return what a letter bears, without its series: `03/Q12`."""
    return f"{number:02}/Q{counter}"


def void_letter(series: str, number: str, year: int) -> tuple[str, int] | None:
    """Return how a `number_void` names a letter that never went out: its book of the year, number.

    None for a number that isn't of a counter's sequence.
    """
    found = _LETTER.fullmatch(number)
    if found is None:
        return None
    return f"{letter_book(series, found['counter'])}/{year}", int(found["number"])


def is_void_letter(body: NumberVoid) -> bool:
    """Tell whether a void number is a letter's."""
    return _VOID.fullmatch(body.block) is not None


def serial_of(body: Body, at: datetime) -> Serial | None:
    """Return the running number that an act's paper bears, None for an act without one.

    `at` is when the act was written: a letter's number doesn't tell its year. The number of a
    letter that was given up counts, too: the paper may lie about.
    """
    if isinstance(body, Received | Numbered):
        return Serial(body.book, body.book_year, body.serial) if body.serial else None
    if isinstance(body, Certified):
        counter = body.book.rpartition("-")[2]
        return Serial(certification_book(body.what.value, counter), body.book_year, body.serial)
    if isinstance(body, HandedOver) and (found := _LIST.fullmatch(body.list_number)):
        book = list_book(found["kind"], found["counter"])
        return Serial(book, int(found["year"]), int(found["number"]))
    if isinstance(body, NumberVoid) and (found := _VOID.fullmatch(body.block)):
        return Serial(found["book"], int(found["year"]), body.last)
    return _letter_serial(body, at)


def _letter_serial(body: Body, at: datetime) -> Serial | None:
    series = _SERIES.get(type(body))
    found = _LETTER.fullmatch(str(getattr(body, "number", ""))) if series else None
    if series is None or found is None:
        return None
    dated = body.dated if isinstance(body, ApologySent) else None
    year = (dated or vietnam_time(at)).year
    return Serial(letter_book(series, found["counter"]), year, int(found["number"]))
