"""Fetch what the other counters and the server did, page by page (SYNC §2, the feed).

A page and its cursor are written in one transaction, so a crash repeats a page at most; taking an
entry in twice is harmless. An echo of our own entry only confirms it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from counter_app import __version__
from counter_app.contract.feed import ChangesAnswer, FeedChange
from counter_app.domain.errors.store import EntryNotWholeError, ForkedChainError
from counter_app.domain.errors.wire import (
    CursorGoneError,
    FeedForgedError,
    SchemaError,
    WireError,
)
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors

CURSOR_NAME = "feed_cursor"
BEHIND_NAME = "feed_behind"
"""`{"cursor", "program"}`: from where on a newer program must read again."""

PAGE = 100
"""Entries of a page: some 100 ms of writing, so an officer who registers hardly waits for it."""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What fetching brought.

    `changed`: entries that were news here. `unreadable`: of a kind that this program doesn't know
    yet; they are read after the next update. `forged`: not whole, never taken in.
    """

    pages: int = 0
    seen: int = 0
    changed: int = 0
    unreadable: int = 0
    forged: int = 0
    from_start: bool = False
    error: WireError | None = None


def _never() -> bool:
    return False


def pull(doors: Doors, *, page: int = PAGE, stopping: Callable[[], bool] = _never) -> PullReport:
    """Read the feed up to its end, an error, or `stopping`.

    A cursor that the server no longer keeps (410) is given up once: everything is read again from
    the beginning, into the same journal, where what is known changes nothing.
    """
    cursor = _begin(doors)
    report = PullReport()
    more = True
    while more and not stopping():
        try:
            answer = doors.gateway.changes(cursor, page)
            if answer.more and answer.cursor == cursor:
                raise SchemaError(host=doors.gateway.host, what="changes")  # a page without end
        except CursorGoneError as error:
            if report.from_start:
                return dataclasses.replace(report, error=error)
            report = dataclasses.replace(report, from_start=True)
            cursor = ""
            continue
        except WireError as error:
            return dataclasses.replace(report, error=error)
        report = _write(doors, answer, cursor, report)
        cursor, more = answer.cursor, answer.more
    return report


def _begin(doors: Doors) -> str:
    """Return the cursor to read from: an older one after an update that may read more."""
    with doors.store.writing() as tx:
        behind = tx.setup.get(BEHIND_NAME)
        if isinstance(behind, dict) and behind.get("program") != __version__:
            tx.setup.put(BEHIND_NAME, None)
            tx.setup.put(CURSOR_NAME, behind.get("cursor"))
        found = tx.setup.get(CURSOR_NAME)
    return found if isinstance(found, str) else ""


def _write(doors: Doors, answer: ChangesAnswer, cursor: str, report: PullReport) -> PullReport:
    changed = unreadable = 0
    forged: list[str] = []
    with doors.store.writing() as tx:
        for change in answer.changes:
            try:
                changed += _take_in(tx, change)
            except (EntryNotWholeError, ForkedChainError):
                forged.append(change.entry.uid if change.entry else "")
            except ValueError:
                unreadable += 1
        if unreadable and tx.setup.get(BEHIND_NAME) is None:
            tx.setup.put(BEHIND_NAME, {"cursor": cursor, "program": __version__})
        tx.setup.put(CURSOR_NAME, answer.cursor)
    error = FeedForgedError(host=doors.gateway.host, uid=forged[0]) if forged else report.error
    return dataclasses.replace(
        report,
        pages=report.pages + 1,
        seen=report.seen + len(answer.changes),
        changed=report.changed + changed,
        unreadable=report.unreadable + unreadable,
        forged=report.forged + len(forged),
        error=error,
    )


def _take_in(tx: Transaction, change: FeedChange) -> bool:
    """Take one change in; return whether it was news. ValueError: a kind that we don't know."""
    wire = change.entry
    if wire is None:
        return False  # a tombstone: its bodies go here by our own purge, after the same year
    outcome = Outcome(State.ACCEPTED, change.server_version, change.flags)
    return tx.journal.take_in(wire.entry(), wire.body.encode("utf-8"), outcome)
