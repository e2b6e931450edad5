"""What a supervisor should look at: an accepted reception's flags (SYNC §2, rule 4).

A registration under a valid grant is never refused for its content: the citizen holds the paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from counter_app.contract.entries import WireEntry
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.acts.received import Received
from counter_app.domain.dates import vietnam_time
from counter_app.domain.deadlines.deadline import due
from counter_app.domain.officers.appointed import with_appointments
from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.officers.officer import OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.domain.procedures.procedure import Procedure
from counter_app.domain.procedures.reception_check import reception_problems
from counter_app.sandbox.province.lists import Lists

CLOCK_LIMIT = timedelta(minutes=10)
"""How far ahead of the server a counter's clock may be before its acts are flagged."""


Appointed = Callable[[], Iterable[tuple[str, AppointmentMade]]]
"""Gives the centre's temporary appointments, each with the id of who made it.

It is asked only when the list has no appointment that covers the procedure.
"""


def reception_flags(
    received: Received,
    entry: WireEntry,
    lists: Lists,
    appointed: Appointed,
    *,
    centre: str,
    now: datetime,
) -> tuple[str, ...]:
    """Return the flags of a reception, in a fixed order; empty when all is as published."""
    procedure = lists.procedure(received.procedure.code, received.procedure.version)
    flags = []
    if lists.procedures and procedure is None:
        flags.append("procedure-unknown")
    if procedure is not None:
        flags += _procedure_flags(received, procedure)
    flags += _officer_flags(received, entry, lists.officers, procedure, appointed)
    if _due_differs(received, lists, procedure):
        flags.append("due-differs")
    if received.centre != centre:
        flags.append("centre-differs")
    if received.received_at > now + CLOCK_LIMIT:
        flags.append("clock-off")
    return tuple(flags)


def clock_flags(entry: WireEntry, now: datetime) -> tuple[str, ...]:
    """Return `clock-off` for an act of the future."""
    return ("clock-off",) if entry.occurred_at > now + CLOCK_LIMIT else ()


def audit_flags(kind: Kind) -> tuple[str, ...]:
    """Return `date-confirmed` where people said what day it was: looked at once, not per act."""
    return ("date-confirmed",) if kind is Kind.DATE_CONFIRMED else ()


def _procedure_flags(received: Received, procedure: Procedure) -> list[str]:
    on = received.received_at.date()
    problems = reception_problems(procedure, received.channel, on, received.case)
    flags = []
    if any(problem.is_false for problem in problems):
        flags.append("procedure-not-here")
    if any(problem.code == "procedure.not_in_force" for problem in problems):
        flags.append("procedure-not-in-force")
    return flags


def _officer_flags(
    received: Received,
    entry: WireEntry,
    officers: OfficerList | None,
    procedure: Procedure | None,
    appointed: Appointed,
) -> list[str]:
    if officers is None:
        return []
    officer = officers.with_id(entry.officer)
    if officer is None:
        return ["officer-unknown"]
    # Who wrote it down is judged by that day: the paper doesn't say who took it in.
    at = received.received_at if received.paper_first is None else entry.occurred_at
    on = vietnam_time(at).date()
    if procedure is None or not may_receive(officer, procedure, on):
        return []
    made = [each for head, each in appointed() if _may_appoint(officers, head)]
    (officer,) = with_appointments(replace(officers, officers=(officer,)), made).officers
    return ["officer-not-appointed"] if may_receive(officer, procedure, on) else []


def _may_appoint(officers: OfficerList, head: str) -> bool:
    known = officers.with_id(head)
    return known is not None and (not known.roles or Role.SUPERVISOR in known.roles)


def _due_differs(received: Received, lists: Lists, procedure: Procedure | None) -> bool:
    """True when our own reckoning says another moment, and no officer moved it with a reason."""
    promise = received.promise
    calendar = lists.calendar(promise.calendar_version)
    if promise.reason or calendar is None:
        return False
    after_15h = procedure is not None and procedure.after_15h_next_day
    try:
        ours = due(
            received.received_at,
            received.limit,
            calendar,
            lists.policy.hours,
            lists.policy.deadlines,
            after_15h_next_day=after_15h,
        )
    except (ValueError, OverflowError):  # a date beyond the calendar
        return True
    return isinstance(ours, tuple) or ours.at != promise.due_at
