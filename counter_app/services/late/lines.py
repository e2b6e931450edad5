"""One line for each late dossier of a span of days: for the book of delays, and for the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.calendar import WorkingCalendar
from counter_app.domain.deadlines.office_hours import STANDARD_HOURS
from counter_app.domain.deadlines.working_time import WorkingTime, working_time
from counter_app.services.late.standing import days_late, letter_under
from counter_app.store.reports.late import apologies, late_lives
from counter_app.store.transaction import Transaction

_WEEKS = working_time(WorkingCalendar(""), STANDARD_HOURS)


@dataclass(frozen=True, slots=True)
class LateLine:
    """A dossier that wasn't ready as promised. `code` is "" where only figures are left of it.

    `due_at`: the promise in force; `finished_at`: None while it is open. `days`: whole working days
    late, 0 within the due day. `apology_at`: when the newest letter under that promise was
    recorded, None without one; `apology_number` is "" once the act's body was erased.
    """

    dossier: str
    code: str
    agency: str
    field_name: str
    procedure: str
    version: str
    received_at: datetime
    due_at: datetime
    finished_at: datetime | None
    days: int
    apology_number: str = ""
    apology_at: datetime | None = None

    @property
    def has_letter(self) -> bool:
        """Tell whether the citizen was written to."""
        return self.apology_at is not None


def late_lines(
    tx: Transaction,
    first: date,
    last: date,
    *,
    worked: WorkingTime | None = None,
    now: datetime | None = None,
) -> tuple[LateLine, ...]:
    """Return the dossiers promised for these days that weren't ready, in the order of due times.

    Each stands in the span of its promise and nowhere else, so spans add up. What is open counts
    as of `now` (None: the newest entry known here); pauses, practice, mistakes, withdrawn and
    stopped dossiers are left out. `worked` is the office's working time; without it only weekends
    are taken off. The lives must be whole (`services/reports/making.follow`).
    """
    at = now or max(tx.lives.heard().values(), default=None)
    if at is None:  # nothing ever happened here
        return ()
    connection, time_worked = tx.lives.connection, worked or _WEEKS
    lates = list(late_lives(connection, first, last, at))
    letters = apologies(connection, [each.life.dossier for each in lates])
    lines = []
    for each in lates:
        life = each.life
        due, received = life.due_at, life.received_at
        assert due is not None  # it was asked for by its promise
        assert received is not None  # what wasn't received doesn't count
        letter = letter_under(vietnam_time(due), letters.get(life.dossier, ()))
        finished = life.finished_at
        lines.append(
            LateLine(
                dossier=life.dossier,
                code=each.code,
                agency=life.agency,
                field_name=life.field_name,
                procedure=life.procedure,
                version=life.version,
                received_at=vietnam_time(received),
                due_at=vietnam_time(due),
                finished_at=vietnam_time(finished) if finished else None,
                days=days_late(time_worked, due, finished or at),
                apology_number=letter.number if letter else "",
                apology_at=letter.at if letter else None,
            )
        )
    return tuple(lines)
