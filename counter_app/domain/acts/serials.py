"""Running numbers (số thứ tự) that stand on papers: a machine goes on where another ended.

A counter numbers its books without gaps. The machine that replaces it knows what stands on papers
already only from the acts, which come by stick or by the feed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counter_app.domain.acts.certified import Certified
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import HandedOver

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


def serial_of(body: object) -> Serial | None:
    """Return the running number that an act's paper bears, None for an act without one."""
    if isinstance(body, Received | Numbered):
        return Serial(body.book, body.book_year, body.serial) if body.serial else None
    if isinstance(body, Certified):
        counter = body.book.rpartition("-")[2]
        return Serial(certification_book(body.what.value, counter), body.book_year, body.serial)
    if isinstance(body, HandedOver) and (found := _LIST.fullmatch(body.list_number)):
        book = list_book(found["kind"], found["counter"])
        return Serial(book, int(found["year"]), int(found["number"]))
    return None
