"""Make a report: follow the journal first, then count in one look at the store."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from counter_app.domain.officers.roles import Act
from counter_app.domain.reports.period import Period
from counter_app.domain.reports.sheet import Drill, ReportSheet
from counter_app.i18n import in_vietnamese
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require
from counter_app.services.reports.asked import Asked, Report
from counter_app.services.reports.form_changes import form_changes
from counter_app.services.reports.standing import standing_of
from counter_app.store.transaction import Transaction

_REST = 0.01
"""Seconds between two bites, in which whoever registers a dossier gets the store."""


def follow(
    workplace: Workplace,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    stopping: Callable[[], bool] = lambda: False,
) -> bool:
    """Bring lives and acts up to the journal, a bite at a time; False when stopped."""
    while not stopping():
        with workplace.store.reading() as tx:
            stand, missing = tx.lives.followed(), tx.acts.missing()
        if stand.is_whole and not missing:
            return True
        with workplace.store.writing() as tx:
            if stand.is_whole:
                tx.acts.follow()
            else:
                stand = tx.lives.follow()
        progress(stand.position, stand.last)
        time.sleep(_REST)
    return False


def asked(workplace: Workplace, tx: Transaction, period: Period) -> Asked:
    """Return the question of a span of days, as the store stands now."""
    now = workplace.clock.now().at
    standing = standing_of(workplace, tx, period, now)
    return Asked(tx, workplace.reference, workplace.enrolment, period, now, standing)


def make_report(
    workplace: Workplace, session: Session, report: Report, period: Period
) -> ReportSheet:
    """Return a report's sheet, in Vietnamese. Raises NotPermittedError, and what the store does."""
    require(workplace, session, Act.SEE_REPORTS)
    follow(workplace)
    with workplace.store.counting() as tx, in_vietnamese():
        sheet = report.make(asked(workplace, tx, period))
    # A sheet of a moment, not of days, has nothing to do with forms of days.
    changes = form_changes(workplace.reference, sheet.period) if sheet.period else ()
    return replace(sheet, notes=(*sheet.notes, *changes)) if changes else sheet


def behind(
    workplace: Workplace, session: Session, report: Report, period: Period, drill: Drill
) -> tuple[str, ...]:
    """Return the uids of the dossiers behind a number of a report. Raises NotPermittedError."""
    require(workplace, session, Act.SEE_REPORTS)
    require(workplace, session, Act.SEE_DOSSIERS)
    follow(workplace)
    with workplace.store.counting() as tx:
        return report.behind(asked(workplace, tx, period), drill)
