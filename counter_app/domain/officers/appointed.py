"""Appointments that the head makes on the spot (cử tạm thời), laid beside the province's list."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.dates import shown_date
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.domain.problems import Problem, false
from counter_app.domain.text import clean, fold

LONGEST = timedelta(days=60)
"""How long the head's own appointment holds at most; beyond it a decision must come."""

AHEAD = timedelta(days=31)
"""How far ahead it may begin."""

SOON = timedelta(days=30)
"""Appointments that end within this time are named in the report."""


@dataclass(frozen=True, slots=True)
class TypedAppointment:
    """What was filled in: `officer` an id, `agencies` codes; days as they were read, or None."""

    officer: str = ""
    agencies: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    decision_number: str = ""
    reason: str = ""


def appointment_problems(
    typed: TypedAppointment, officers: OfficerList, agencies: Collection[str], today: date
) -> tuple[Problem, ...]:
    """Return what is wrong with a temporary appointment; nothing when it may be recorded."""
    found = []
    officer = officers.with_id(typed.officer)
    if officer is None:
        found.append(false("appointment.no_officer"))
    elif not officer.active:
        found.append(false("appointment.not_active", name=officer.name))
    elif Role.INSPECTOR in officer.roles:
        found.append(false("appointment.inspector", name=officer.name))
    if not typed.agencies:
        found.append(false("appointment.no_agency"))
    unknown = [each for each in typed.agencies if each not in agencies]
    if unknown:
        found.append(false("appointment.unknown_agency", agency=", ".join(unknown)))
    if not clean(typed.decision_number):
        found.append(false("appointment.no_number"))
    first, last = typed.valid_from, typed.valid_until
    if first is None or last is None:
        found.append(false("appointment.no_days"))
        return tuple(found)
    if last < first:
        found.append(false("appointment.ends_before_begin"))
    elif (last - first) >= LONGEST:
        most = shown_date(first + LONGEST - timedelta(days=1))
        found.append(false("appointment.too_long", days=LONGEST.days, date=most))
    if first > today + AHEAD:
        found.append(false("appointment.too_far_ahead", days=AHEAD.days))
    if first <= last < today:
        found.append(false("appointment.over"))
    return tuple(found)


def with_appointments(officers: OfficerList, made: Iterable[AppointmentMade]) -> OfficerList:
    """Return the list with the appointments that were made on the spot, in their order.

    The province's list goes first: a decision that stands in it, by its number, stands as the
    province wrote it. Of two entries with one number for one officer the later counts, so a slip is
    put right by entering it again. Officers who aren't in the list are left out, and inspectors: an
    inspector's days are the province's alone to set.
    """
    by_officer: dict[str, dict[str, Appointment]] = {}
    for each in made:
        by_officer.setdefault(each.officer, {})[fold(each.decision_number)] = Appointment(
            each.decision_number,
            each.decision_date,
            each.agencies,
            each.valid_from,
            each.valid_until,
            temporary=True,
        )
    if not by_officer:
        return officers
    return replace(
        officers,
        officers=tuple(_with(each, by_officer.get(each.id, {})) for each in officers.officers),
    )


def _with(officer: Officer, made: dict[str, Appointment]) -> Officer:
    if Role.INSPECTOR in officer.roles:
        return officer
    listed = {fold(each.decision_number) for each in officer.appointments}
    more = tuple(each for number, each in made.items() if number not in listed)
    return replace(officer, appointments=(*officer.appointments, *more)) if more else officer
