"""Which act of the role table a kind of entry is, and what an officer may do on a day.

The one check of it: services refuse by it before they write, the window offers by it. What no line
allows is refused: an officer without a role may do nothing. Where the province's list names roles
for nobody, `standing` lets its officers do the counter's daily work, and nothing above it: the
counter never goes back to paper because a list is incomplete.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.domain.officers.roles import Act, Role, RoleTable

ACTS: Mapping[Kind, Act | None] = {
    Kind.RECEIVED: Act.RECEIVE,
    Kind.NUMBERED: None,
    Kind.PRINTED: Act.PRINT,
    Kind.SUPPLEMENT_REQUESTED: Act.REQUEST_SUPPLEMENT,
    Kind.SUPPLEMENT_RECEIVED: Act.RECEIVE_SUPPLEMENT,
    Kind.REFUSED: Act.REFUSE,
    Kind.WITHDRAWN: Act.RECORD_WITHDRAWAL,
    Kind.STOPPED: Act.STOP,
    Kind.PAID: Act.TAKE_PAYMENT,
    Kind.HANDED_OVER: Act.HAND_OVER,
    Kind.RESULT_TAKEN_IN: Act.TAKE_RESULT_IN,
    Kind.DUE_EXTENDED: Act.EXTEND,
    Kind.APOLOGY_SENT: Act.APOLOGISE,
    Kind.RETURNED: Act.RETURN_RESULT,
    Kind.CORRECTED: Act.CORRECT,
    Kind.TOLD: Act.TELL,
    Kind.RATED: Act.TELL,
    Kind.WORK_STARTED: None,
    Kind.PAYMENT_DEMANDED: Act.TELL,
    Kind.FINISHED: None,
    Kind.DUE_MOVED: None,
    Kind.NUMBER_VOID: None,
    Kind.LOGGED_IN: None,
    Kind.LOGGED_OUT: None,
    Kind.VIEWED: None,
    Kind.EXPORTED: None,
    Kind.RESTORED: None,
    Kind.COMPLAINED: Act.RECORD_COMPLAINT,
    Kind.REOPENED: Act.CORRECT,
    Kind.PAYMENT_CANCELLED: Act.TAKE_PAYMENT,
    Kind.RECEIPT_LINKED: Act.TAKE_PAYMENT,
    Kind.SUBMITTED: None,
    Kind.ORIGINALS_COMPARED: Act.RECEIVE,
    Kind.PAPER_SCANNED: Act.RECEIVE,
    Kind.SCAN_REMOVED: Act.RECEIVE,
    Kind.TURNED_AWAY: Act.REFUSE,
    Kind.ASSISTED: Act.RECEIVE,
    Kind.CERTIFIED: Act.RECEIVE,
    Kind.SHIFT_CLOSED: Act.TAKE_PAYMENT,
    Kind.FORM_SET_TAKEN: Act.IMPORT_CATALOGUE,
    Kind.FORM_SET_LEFT: Act.IMPORT_CATALOGUE,
    Kind.PURGED: Act.PURGE,
    Kind.DROPPED: None,
    Kind.FLAGS_REVIEWED: Act.REVIEW_FLAGS,
    Kind.DATE_CONFIRMED: None,
    Kind.DELETIONS_DECIDED: Act.DECIDE_DELETIONS,
    Kind.DAY_CLOSED: Act.CLOSE_DAY,
    Kind.OBSTACLE_NOTED: None,
    Kind.BOOK_CLOSED: Act.CLOSE_BOOK,
    Kind.APPOINTMENT_MADE: Act.APPOINT,
    Kind.PASSWORD_RESET: Act.RESET_PASSWORD,
}
"""None: what the program or the server writes, and what is written of whoever looks.

To reopen is a supervisor's act, but who sits at the counter writes it down: the supervisor who
agreed is named in it, and judged there. The duty to pay (nghĩa vụ tài chính) is the tax office's;
the counter passes it on.
"""


COUNTER_WORK = (Role.RECEPTION, Role.RETURN, Role.FEES)
"""The daily work of a counter, without anything that another person has to answer for."""


def standing(officer: Officer, officers: OfficerList) -> Officer:
    """Return the officer as they log in: with the counter's work where the list has no roles.

    A list that names a role for anybody is complete: who has none there may do nothing. Whom the
    list doesn't hold keeps what the province said at log-in.
    """
    if officer.roles or any(each.roles for each in officers.officers):
        return officer
    return replace(officer, roles=COUNTER_WORK)


def roles_on(officer: Officer, on: date) -> tuple[Role, ...]:
    """Return the roles that hold that day: an inspector's only under a decision with its days."""
    if any(each.valid_on(on) for each in officer.appointments):
        return officer.roles
    return tuple(role for role in officer.roles if role is not Role.INSPECTOR)


def may(officer: Officer, table: RoleTable, act: Act, on: date) -> bool:
    """Tell whether the officer may do `act` that day."""
    return table.any_may(roles_on(officer, on), act)


def may_write(officer: Officer, table: RoleTable, kind: Kind, on: date) -> bool:
    """Tell whether the officer may write an entry of `kind` that day."""
    act = ACTS[kind]
    return act is None or may(officer, table, act, on)


def is_inspection_over(officer: Officer, on: date) -> bool:
    """Tell whether the officer was only an inspector, and no decision holds any more (or yet)."""
    return bool(officer.roles) and not roles_on(officer, on)


def only_inspects(officer: Officer) -> bool:
    """Tell whether the officer is here to look, and for nothing else."""
    return set(officer.roles) == {Role.INSPECTOR}
