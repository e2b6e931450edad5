"""Close a day: every difference put right or explained, one transaction, one entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import DayClosed, DayGap
from counter_app.domain.closing.desk import DeskPaper, Lies, desk_paper
from counter_app.domain.dates import shown_date, vietnam_time
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.problems import false
from counter_app.domain.text import clean
from counter_app.i18n import in_vietnamese
from counter_app.services.closing.kept import add_code, forget_old
from counter_app.services.closing.stand import Closing, stand_within
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code that was scanned into the pile; `paper` None when nothing here bears it."""

    code: str
    paper: DeskPaper | None
    again: bool

    @property
    def fits(self) -> bool:
        """True for what lies where it should."""
        return self.paper is not None and self.paper.lies in (Lies.HERE, Lies.MAYBE)


def scan_into_pile(workplace: Workplace, day: date, code: str) -> Scanned:
    """Put a scanned code into the pile of `day`, at once on the disk; a second scan says so."""
    with workplace.store.writing() as tx:
        found = tx.dossiers.by_code(code)
        again = not add_code(tx, day, code)
    counter = workplace.enrolment.counter
    return Scanned(code, desk_paper(found, counter) if found is not None else None, again)


def close_day(
    workplace: Workplace, session: Session, day: date, reason: str = "", *, seen: int | None = None
) -> Closing:
    """Write the closing of `day`; its pile stays, so that a correction goes on from it.

    A day that was closed before is corrected: then a `reason` is needed, and the new closing names
    the old one. `seen` is the position that the officer saw: when something changed the
    differences since, they look again. Raises NotPermittedError, ClockDoubtfulError, and
    FalseStepError while a difference is open; then nothing was written.
    """
    require_kind(workplace, session, Kind.DAY_CLOSED)
    with workplace.store.writing() as tx, in_vietnamese():
        moment = workplace.moment(tx)
        shown = shown_date(day)
        if day > vietnam_time(moment.at).date():
            raise FalseStepError((false("day_ahead", "/day", day=shown),), code="")
        stand = stand_within(workplace, session, tx, day)
        if left := len(stand.open_differences):
            code = "day_changed" if seen is not None and seen != stand.position else "day_unsettled"
            raise FalseStepError((false(code, "/gaps", count=left),), code="")
        before = stand.closed
        if before is not None and not clean(reason):
            raise FalseStepError((false("day_closed_before", "/reason", day=shown),), code="")
        body = DayClosed(
            day=day,
            officer_name=session.officer.name,
            totals=stand.totals,
            position=stand.position,
            scanned=len(stand.compared.right)
            + len(stand.compared.misplaced)
            + len(stand.compared.strangers),
            gaps=tuple(
                DayGap(each.gap, each.what, each.code, each.reason, each.found)
                for each in stand.differences
            ),
            digest=stand.digest,
            corrects=before.uid if before is not None else "",
            reason=clean(reason) if before is not None else "",
        )
        uid = workplace.new_id()
        tx.journal.append(
            Kind.DAY_CLOSED,
            body,
            uid=uid,
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
        forget_old(tx, day)
    return Closing(uid, moment.at, body)
