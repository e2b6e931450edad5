"""Lessons as they ship (`resources/training/lessons.json`), and what the journal says of them."""

from __future__ import annotations

import json

from counter_app.config import resource
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Origin
from counter_app.domain.plain import from_plain
from counter_app.domain.training.lesson import Lesson
from counter_app.store.store import Store

_MANY = 1000


def load_lessons() -> tuple[Lesson, ...]:
    """Return all lessons, in their order."""
    plain = json.loads(resource("training", "lessons.json").read_bytes())
    return from_plain(tuple[Lesson, ...], plain["lessons"])


def acts_after(store: Store, position: int) -> tuple[tuple[int, str], ...]:
    """Return what this office wrote after `position` of the journal: (position, kind), in order."""
    found: list[tuple[int, str]] = []
    while True:
        with store.reading() as tx:
            rows = tx.journal.since(position, _MANY)
        own = (row for row in rows if row[1].origin is Origin.COUNTER)
        found += [(at, entry.kind.value) for at, entry, _ in own]
        if len(rows) < _MANY:
            return tuple(found)
        position = rows[-1][0]


def papers_to_scan(store: Store) -> tuple[tuple[str, str], ...]:
    """Return (code, applicant) of papers that somebody may bring; what was returned is over.

    Results that wait come first, then what was received here and went to no unit yet, then the
    rest: who brings what was lacking, who asks.
    """
    with store.reading() as tx:
        lines = tx.lists.page(limit=_MANY).lines
    out = [each for each in lines if each.printed and each.status is not Status.RETURNED]
    out.sort(key=lambda each: (each.status is not Status.FINISHED, bool(each.unit)))
    return tuple((each.code, each.applicant) for each in out)
