"""Whether an officer may receive dossiers of a procedure today.

Only officers appointed by a decision may (DOMAIN §2). The answer is never an obstacle: an entry
outside an appointment is taken and listed as a flag, else the counter would go back to paper.
"""

from __future__ import annotations

from datetime import date

from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.problems import Problem, doubt
from counter_app.domain.procedures.procedure import Procedure


def may_receive(officer: Officer, procedure: Procedure, on: date) -> tuple[Problem, ...]:
    """Return the flag to record, or nothing when an appointment covers the procedure that day.

    A procedure whose agency isn't known is covered by any valid appointment.
    """
    if not officer.active:
        return (doubt("officer.not_active", name=officer.name),)
    if not officer.appointments:
        return (doubt("officer.not_appointed", name=officer.name),)
    valid = [each for each in officer.appointments if each.valid_on(on)]
    if not valid:
        nearest = max(officer.appointments, key=lambda each: each.valid_from)
        code = (
            "officer.appointment_not_begun"
            if nearest.valid_from > on
            else "officer.appointment_over"
        )
        day = nearest.valid_from if nearest.valid_from > on else nearest.valid_until or on
        return (doubt(code, decision=nearest.decision_number, date=f"{day:%d/%m/%Y}"),)
    if procedure.agency_code and not any(_covers(each, procedure) for each in valid):
        agency = procedure.agency_name or procedure.agency_code
        return (doubt("officer.outside_appointment", name=officer.name, agency=agency),)
    return ()


def appointment_for(officer: Officer, procedure: Procedure, on: date) -> Appointment | None:
    """Return the decision under which the officer receives it; a permanent one goes first."""
    covering = [
        each for each in officer.appointments if each.valid_on(on) and _covers(each, procedure)
    ]
    return min(covering, key=lambda each: each.temporary, default=None)


def _covers(appointment: Appointment, procedure: Procedure) -> bool:
    return not procedure.agency_code or procedure.agency_code in appointment.agencies
