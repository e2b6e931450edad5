"""Fetch what the other counters and the server did, page by page (SYNC §2, the feed).

A page and its cursor are written in one transaction, so a crash repeats a page at most; taking an
entry in twice is harmless. An echo of our own entry only confirms it.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable
from dataclasses import dataclass

from counter_app import __version__
from counter_app.contract.feed import ChangesAnswer
from counter_app.domain.errors.wire import (
    CursorGoneError,
    FeedForgedError,
    MassDeletionError,
    SchemaError,
    WireError,
)
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors
from counter_app.sync.feed import over
from counter_app.sync.feed.taking import Taken, hide_or_hold, take

CURSOR_NAME = "feed_cursor"
BEHIND_NAME = "feed_behind"
"""`{"cursor", "program"}`: from where on a newer program must read again."""

FIRST_NAME = "feed_first"
"""Kept while this machine reads the feed for the first time."""

PAGE = 100
"""Entries of a page: some 100 ms of writing, so an officer who registers hardly waits for it."""


@dataclass(frozen=True, slots=True)
class PullReport:
    """What fetching brought.

    `changed`: entries that were news here. `unreadable`: of a kind that this program doesn't know
    yet; they are read after the next update. `forged`: not whole, never taken in. `lost`: own
    entries that the server no longer knew, which go out again. `held`: dossiers that it took away
    and that stay shown until a supervisor has looked.
    """

    pages: int = 0
    seen: int = 0
    changed: int = 0
    unreadable: int = 0
    forged: int = 0
    from_start: bool = False
    lost: int = 0
    held: int = 0
    error: WireError | None = None


def _never() -> bool:
    return False


def pull(doors: Doors, *, page: int = PAGE, stopping: Callable[[], bool] = _never) -> PullReport:
    """Read the feed up to its end, an error, or `stopping`.

    A cursor that the server no longer keeps (410) is given up once: everything is read over from
    the beginning, beside what stands here, and comes into use when its end is reached.
    """
    cursor, is_over, is_whole = _begin(doors)
    report = PullReport(from_start=is_over)
    if is_whole:  # the program ended while it came into use
        report = _use(doors, cursor, report, stopping)
        is_over = False
    restarted = False
    while not stopping():
        try:
            answer = doors.gateway.changes(cursor, page)
            if answer.more and answer.cursor == cursor:
                raise SchemaError(host=doors.gateway.host, what="changes")  # a page without end
        except CursorGoneError as error:
            if restarted:
                return dataclasses.replace(report, error=error)
            restarted = is_over = True
            over.begin(doors)
            report, cursor = dataclasses.replace(report, from_start=True), ""
            continue
        except WireError as error:
            return dataclasses.replace(report, error=error)
        if is_over:
            over.keep(doors, answer)
            report = dataclasses.replace(
                report, pages=report.pages + 1, seen=report.seen + len(answer.changes)
            )
        else:
            report = _write(doors, answer, cursor, report)
        cursor = answer.cursor
        if not answer.more:
            return _use(doors, cursor, report, stopping) if is_over else report
    return report


def keep_page(doors: Doors, answer: ChangesAnswer, cursor: str, *, moves: bool) -> PullReport:
    """Write a page that came another way than by wire.

    `cursor` is where this machine has read to; only a page that begins there `moves` it on.
    """
    page = answer if moves else answer.model_copy(update={"cursor": cursor})
    return _write(doors, page, cursor, PullReport(), ends=moves and not answer.more)


def _begin(doors: Doors) -> tuple[str, bool, bool]:
    """Return the cursor to read from, whether it is that of a reading over, and whether that ended.

    After an update that may read more it is an older one.
    """
    with doors.store.writing() as tx:
        behind = tx.setup.get(BEHIND_NAME)
        if isinstance(behind, dict) and behind.get("program") != __version__:
            tx.setup.put(BEHIND_NAME, None)
            tx.setup.put(CURSOR_NAME, behind.get("cursor"))
        found = tx.setup.get(CURSOR_NAME)
        if not found:
            tx.setup.put(FIRST_NAME, "begun")
        beside, is_whole = over.under_way(tx), over.is_whole(tx)
    if beside is not None:
        return beside, True, is_whole
    return (found if isinstance(found, str) else ""), False, False


def _write(
    doors: Doors,
    answer: ChangesAnswer,
    cursor: str,
    report: PullReport,
    *,
    ends: bool | None = None,
) -> PullReport:
    """Write a page; `ends`: it is the last one, so what the feed took away is decided."""
    ends = not answer.more if ends is None else ends
    with doors.store.writing() as tx:
        taken = take(tx, answer.changes, doors.now())
        _note_unreadable(tx, taken, cursor)
        tx.setup.put(CURSOR_NAME, answer.cursor)
        held = _ended(tx, doors) if ends else 0
    report = dataclasses.replace(
        report, pages=report.pages + 1, seen=report.seen + len(answer.changes)
    )
    return _told(doors, report, taken, held)


def _use(doors: Doors, cursor: str, report: PullReport, stopping: Callable[[], bool]) -> PullReport:
    """Bring what was read over into use, up to `stopping`; `cursor` is where the feed goes on."""
    while not stopping():
        held = lost = 0
        with doors.store.writing() as tx:
            taken = over.bite(tx, doors)
            if taken is None:
                lost = over.end(tx)
                tx.setup.put(CURSOR_NAME, cursor)
                held = _ended(tx, doors)
            else:
                _note_unreadable(tx, taken, "")
        report = _told(doors, dataclasses.replace(report, lost=lost), taken or Taken(), held)
        if taken is None:
            break
        time.sleep(over.REST_SECONDS)
    else:
        return report
    while over.tidy(doors) and not stopping():
        time.sleep(over.REST_SECONDS)
    return report


def _note_unreadable(tx: Transaction, taken: Taken, cursor: str) -> None:
    """Keep from where a newer program must read again."""
    if taken.unreadable and tx.setup.get(BEHIND_NAME) is None:
        tx.setup.put(BEHIND_NAME, {"cursor": cursor, "program": __version__})


def _ended(tx: Transaction, doors: Doors) -> int:
    """Decide of what the server took away; return how many dossiers are held back."""
    held = hide_or_hold(tx, doors.now(), first=tx.setup.get(FIRST_NAME) is not None)
    tx.setup.put(FIRST_NAME, None)
    return held


def _told(doors: Doors, report: PullReport, taken: Taken, held: int) -> PullReport:
    """Return the report with what was taken in and held back."""
    error = report.error
    if held:
        error = MassDeletionError(host=doors.gateway.host, count=held)
    if taken.forged:
        error = FeedForgedError(host=doors.gateway.host, uid=taken.forged[0])
    return dataclasses.replace(
        report,
        changed=report.changed + taken.changed,
        unreadable=report.unreadable + taken.unreadable,
        forged=report.forged + len(taken.forged),
        held=held,
        error=error,
    )
