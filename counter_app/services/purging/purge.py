"""Purge (xóa nội dung hết thời hạn lưu): bodies go, the count of acts stays (SYNC §1).

Only dossiers whose result was returned in a year that is closed, N days ago or more, of which the
server has taken everything. Bodies, scanned files, the dossier's row and its search words go;
hashes, kinds, times and facts stay, so that books of figures never change and the chain is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.domain.acts.audit import Purged
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.purging import (
    PurgeClockError,
    PurgeOfflineError,
    PurgeSamePersonError,
)
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.officers.roles import Act
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.keeping.sealed_files import SealedFiles
from counter_app.services.keeping.second_journal import copied_of, segments
from counter_app.services.officers.permits import require, require_kind
from counter_app.store.store import Progress
from counter_app.vault.segments import own_key, read_lines, read_segment

_STEP = 100


@dataclass(frozen=True, slots=True)
class PurgePlan:
    """What would go now: dossiers returned before `before`."""

    dossiers: int
    before: datetime


@dataclass(frozen=True, slots=True)
class PurgeReport:
    """What went: dossiers, bodies, scanned files; `segments` of the second journal."""

    dossiers: int = 0
    bodies: int = 0
    files: int = 0
    segments: int = 0


def plan(workplace: Workplace, days: int) -> PurgePlan:
    """Return what a purge would erase today; nothing is written."""
    before = _before(workplace.clock.now().at, days)
    with workplace.store.reading() as tx:
        return PurgePlan(tx.purging.count(before), before)


def purge(
    workplace: Workplace,
    session: Session,
    approver: Session,
    files: SealedFiles,
    days: int,
    *,
    progress: Progress | None = None,
) -> PurgeReport:
    """Erase what may go: the session's officer asks for it and does it, `approver` approves.

    Two people, each of whom the province has just let in: a password that was reset on this machine
    erases nothing.
    In pieces, each with its own `purged` entry: a crash leaves a smaller rest, no half dossier.
    Raises NotPermittedError, PurgeSamePersonError, PurgeOfflineError, and ClockDoubtfulError or
    PurgeClockError: a wrong date must not erase anything, so the clock was compared with the
    server's since the start.
    """
    check_two(workplace, session, approver)
    total = plan(workplace, days).dossiers
    done = PurgeReport()
    while True:
        with workplace.store.writing() as tx:
            now = workplace.clock.now()
            if now.quality is not ClockQuality.SYNCED:  # people's word isn't enough to erase by
                raise PurgeClockError(today=shown_date(now.at))
            moment = workplace.moment(tx)
            uids = tx.purging.ready(_before(moment.at, days), _STEP)
            if not uids:
                return done
            erased = tx.purging.erase(uids)
            tx.journal.append(
                Kind.PURGED,
                Purged(
                    uids,
                    erased.bodies,
                    len(erased.files),
                    days,
                    approver.officer.id,
                    approver.officer.name,
                ),
                uid=workplace.new_id(),
                author=workplace.author(session),
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )
        for name in erased.files:  # what a crash leaves here is swept at the next opening
            files.erase(name)
        done = PurgeReport(
            done.dossiers + len(uids), done.bodies + erased.bodies, done.files + len(erased.files)
        )
        if progress is not None:
            progress(done.dossiers, total)


def check_two(workplace: Workplace, session: Session, approver: Session) -> None:
    """Raise unless one officer may erase, and another one may approve it. See `purge`."""
    require_kind(workplace, session, Kind.PURGED)
    if session.officer.id == approver.officer.id:
        raise PurgeSamePersonError(officer=session.officer.name)
    require(workplace, approver, Act.APPROVE_PURGE)
    for each in (session, approver):
        if each.auth != "online":
            raise PurgeOfflineError(officer=each.officer.name)


def purge_segments(workplace: Workplace, folder: Path, store_key: bytes, days: int) -> int:
    """Remove segments of the second journal in which every body is past its time; return how many.

    Under the same rule: the month lies in a closed year, N days back, and every entry inside was
    erased here or belongs to no dossier. What isn't ours, or can't be read, stays. Raises OSError.
    """
    before = _before(workplace.clock.now().at, days)
    gone = 0
    for file in segments(folder):
        if file.name[:7] >= f"{before:%Y-%m}":
            continue
        data = file.read_bytes()
        try:
            key = own_key(read_segment(data, name=file.name), store_key)
            acts = [copied_of(each) for each in read_lines(data, key).records] if key else []
        except (CounterError, ValueError):  # it may hold what exists nowhere else
            continue
        with workplace.store.reading() as tx:
            over = bool(acts) and all(tx.purging.is_over(act.entry.uid) for act in acts)
        if over:
            file.unlink()
            gone += 1
    return gone


def _before(now: datetime, days: int) -> datetime:
    """Return the moment before which a result must have been returned."""
    at = vietnam_time(now)
    new_year = at.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return min(new_year, at - timedelta(days=days))
