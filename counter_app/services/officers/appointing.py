"""A temporary appointment by the head on the spot (cử cán bộ tạm thời), with or without a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.appointed import (
    AHEAD,
    LONGEST,
    TypedAppointment,
    appointment_problems,
    with_appointments,
)
from counter_app.domain.officers.officer import OfficerList
from counter_app.domain.problems import Problem
from counter_app.domain.text import clean
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.officers.permits import require_kind
from counter_app.store.transaction import Transaction
from counter_app.store.views.appointments import appointments_made


def appointed(tx: Transaction, officers: OfficerList, first: date, last: date) -> OfficerList:
    """Return the officers with every appointment made here that may hold on these days."""
    made = appointments_made(tx.lives.connection, first - LONGEST - AHEAD, last)
    return with_appointments(officers, made)


def problems_of(workplace: Workplace, typed: TypedAppointment) -> tuple[Problem, ...]:
    """Return what is wrong with what was filled in, today."""
    reference = workplace.reference
    agencies = {each.code for each in reference.agencies.agencies}
    today = vietnam_time(workplace.clock.now().at).date()
    return appointment_problems(typed, reference.officers, agencies, today)


def appoint(workplace: Workplace, session: Session, typed: TypedAppointment) -> AppointmentMade:
    """Record a temporary appointment; it holds at this counter from now on, and travels.

    Raises NotPermittedError, FalseStepError with what is wrong, or what the store raises; then
    nothing was written.
    """
    require_kind(workplace, session, Kind.APPOINTMENT_MADE)
    problems = problems_of(workplace, typed)
    if problems:
        raise FalseStepError(problems, code="")
    officer = workplace.reference.officers.with_id(typed.officer)
    assert officer is not None
    assert typed.valid_from is not None
    assert typed.valid_until is not None
    with workplace.store.writing() as tx:
        moment = workplace.moment(tx)
        body = AppointmentMade(
            officer=officer.id,
            officer_name=officer.name,
            agencies=typed.agencies,
            decision_number=clean(typed.decision_number),
            decision_date=vietnam_time(moment.at).date(),
            valid_from=typed.valid_from,
            valid_until=typed.valid_until,
            reason=clean(typed.reason),
        )
        tx.journal.append(
            Kind.APPOINTMENT_MADE,
            body,
            uid=workplace.new_id(),
            author=workplace.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    reference = workplace.reference
    officers = with_appointments(reference.officers, [body])
    workplace.renewed(replace(reference, officers=officers))
    return body


def until_at_most(first: date) -> date:
    """Return the last day that an appointment from `first` may have."""
    return first + LONGEST - timedelta(days=1)
