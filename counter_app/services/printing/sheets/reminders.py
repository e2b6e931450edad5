"""Danh sách nhắc việc: the reminders of a moment on paper, for the desk of who follows them up."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.domain.dates import paper_date, vietnam_time
from counter_app.domain.deadlines.deadline import Due
from counter_app.domain.deadlines.remaining import Remaining, Standing, remaining
from counter_app.domain.printed.sheets import (
    ReminderGroup,
    ReminderKind,
    ReminderLine,
    ReminderListContent,
)
from counter_app.papers.fonts import FontChoice
from counter_app.papers.sheet_documents import reminder_list_pdf
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.printing.receipt_paper import Document
from counter_app.services.printing.sheets.office import office_header, sheet_marks, todays_forms
from counter_app.services.reminding.reminders import Reminder

REMINDER_LIST = "reminder_list"


def reminder_content(
    workplace: Workplace, session: Session, found: Sequence[Reminder]
) -> ReminderListContent:
    """Return what the list says; each kind that has none says so."""
    return ReminderListContent(
        header=office_header(workplace),
        counter=workplace.enrolment.counter,
        at=workplace.clock.now().at,
        groups=tuple(
            ReminderGroup(
                kind, tuple(_line(workplace, each) for each in found if each.kind is kind)
            )
            for kind in ReminderKind
        ),
        officer=session.officer.name,
    )


def make_reminder_list(
    workplace: Workplace, session: Session, found: Sequence[Reminder], fonts: FontChoice
) -> Document:
    """Return the list as a paper. Raises what the papers raise."""
    forms = todays_forms(workplace)
    content = reminder_content(workplace, session, found)
    pdf = reminder_list_pdf(content, sheet_marks(workplace), forms, fonts)
    return Document(REMINDER_LIST, forms.id, pdf, copies=1)


def _line(workplace: Workplace, reminder: Reminder) -> ReminderLine:
    line, reference = reminder.line, workplace.reference
    now = workplace.clock.now().at
    agency = reference.agencies.with_code(line.agency)
    if reminder.since is not None:
        standing = f"từ {paper_date(vietnam_time(reminder.since).date())}"
    else:
        due = Due(line.due_at, "", "")
        standing = _standing(remaining(now, due, reference.calendar, reference.policy.hours))
    return ReminderLine(
        code=line.code,
        procedure=line.procedure_name,
        applicant=line.applicant,
        phone=line.phone,
        agency=line.unit or (agency.name if agency else ""),
        received_at=line.received_at,
        due_at=line.due_at,
        standing=standing,
    )


def _standing(left: Remaining) -> str:
    """Return `Quá hạn 2 ngày`, `Còn 1 ngày`, `Trong ngày`: paper's words, never translated."""
    late = left.standing is Standing.LATE
    if not left.working_days:
        return "Quá hạn trong ngày" if late else "Trong ngày"
    return f"{'Quá hạn' if late else 'Còn'} {left.working_days} ngày"
