"""Fetch what the other counters and the server did, page by page (SYNC §2, the feed).

A page and its cursor are written in one transaction, so a crash repeats a page at most; taking an
entry in twice is harmless. An echo of our own entry only confirms it.
"""

from __future__ import annotations

import dataclasses
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
    cursor, is_over = _begin(doors)
    report = PullReport(from_start=is_over)
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
        report = _write(doors, answer, cursor, report, is_over=is_over)
        cursor = answer.cursor
        if not answer.more:
            break
    return report


def keep_page(doors: Doors, answer: ChangesAnswer, cursor: str, *, moves: bool) -> PullReport:
    """Write a page that came another way than by wire.

    `cursor` is where this machine has read to; only a page that begins there `moves` it on.
    """
    page = answer if moves else answer.model_copy(update={"cursor": cursor})
    return _write(doors, page, cursor, PullReport(), ends=moves and not answer.more)


def _begin(doors: Doors) -> tuple[str, bool]:
    """Return the cursor to read from, and whether it is that of a reading over.

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
        beside = over.under_way(tx)
    if beside is not None:
        return beside, True
    return (found if isinstance(found, str) else ""), False


def _write(
    doors: Doors,
    answer: ChangesAnswer,
    cursor: str,
    report: PullReport,
    *,
    is_over: bool = False,
    ends: bool | None = None,
) -> PullReport:
    """Write a page; `ends`: with it the feed is read to its end, so what it took away is decided.

    A page of a reading over lies in the shadow until the last one has come.
    """
    ends = not answer.more if ends is None else ends
    taken, lost, held = Taken(), 0, 0
    if is_over:
        over.keep(doors, answer)
    if not is_over or ends:
        with doors.store.writing() as tx:
            now = doors.now()
            if is_over:
                taken, lost = over.swap(tx, doors)
            else:
                taken = take(tx, answer.changes, now)
            if taken.unreadable and tx.setup.get(BEHIND_NAME) is None:
                begun = "" if is_over else cursor
                tx.setup.put(BEHIND_NAME, {"cursor": begun, "program": __version__})
            tx.setup.put(CURSOR_NAME, answer.cursor)
            if ends:
                held = hide_or_hold(tx, now, first=tx.setup.get(FIRST_NAME) is not None)
                tx.setup.put(FIRST_NAME, None)
    error = report.error
    if held:
        error = MassDeletionError(host=doors.gateway.host, count=held)
    if taken.forged:
        error = FeedForgedError(host=doors.gateway.host, uid=taken.forged[0])
    return dataclasses.replace(
        report,
        pages=report.pages + 1,
        seen=report.seen + len(answer.changes),
        changed=report.changed + taken.changed,
        unreadable=report.unreadable + taken.unreadable,
        forged=report.forged + len(taken.forged),
        lost=report.lost + lost,
        held=held,
        error=error,
    )
