"""What must be looked after: due soon, late, waiting too long, results that nobody fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.dossier_line import DossierLine
from counter_app.domain.printed.sheets import ReminderKind
from counter_app.services.counter.workplace import Workplace
from counter_app.services.dossiers.lists import LATER_DAYS, ListQuestion, Queue, lines

MOST = 500
"""So many dossiers of one kind are read; who has more late ones needs no list of them."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A dossier to be looked after; `since` is when its waiting began, None for due times."""

    kind: ReminderKind
    line: DossierLine
    since: datetime | None = None


def reminders(workplace: Workplace) -> tuple[Reminder, ...]:
    """Return all reminders, most pressing first; a dossier stands once, where it presses most."""
    seen: set[str] = set()
    found = []
    for reminder in _all(workplace):
        if reminder.line.uid not in seen:
            seen.add(reminder.line.uid)
            found.append(reminder)
    return tuple(found)


def _all(workplace: Workplace) -> Iterator[Reminder]:
    now, policy = workplace.clock.now().at, workplace.reference.policy.reminders
    for line in _lines(workplace, ListQuestion(Queue.OVERDUE)):
        yield Reminder(ReminderKind.OVERDUE, line)
    for line in _lines(workplace, ListQuestion(Queue.DUE_SOON)):
        yield Reminder(ReminderKind.DUE_24_HOURS, line)
    for line in _lines(workplace, ListQuestion(Queue.DUE_SOON, soon_days=LATER_DAYS)):
        yield Reminder(ReminderKind.DUE_3_DAYS, line)
    waited = now - timedelta(days=policy.waiting_days)
    for line in _lines(workplace, ListQuestion(Queue.WAITING_SUPPLEMENT)):
        since = _dossier(workplace, line).paused_at
        if since is not None and since <= waited:
            yield Reminder(ReminderKind.WAITING_LONG, line, since)
    lain = now - timedelta(days=policy.uncollected_days)
    for line in _lines(workplace, ListQuestion(Queue.WAITING_RETURN)):
        since = _dossier(workplace, line).finished_at
        if since is not None and since <= lain:
            yield Reminder(ReminderKind.NOT_COLLECTED, line, since)


def _lines(workplace: Workplace, question: ListQuestion) -> tuple[DossierLine, ...]:
    return lines(workplace, question, limit=MOST).lines


def _dossier(workplace: Workplace, line: DossierLine) -> Dossier:
    with workplace.store.reading() as tx:
        found = tx.dossiers.get(line.uid)
    assert found is not None  # its line was read from the same table
    return found
