"""Every kind of entry against the shipped table of roles."""

from __future__ import annotations

import json
from datetime import date

import pytest

from counter_app.config import resource
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.officers.permits import (
    ACTS,
    COUNTER_WORK,
    is_inspection_over,
    may,
    may_write,
    only_inspects,
    roles_on,
    standing,
)
from counter_app.domain.officers.roles import Act, Role, RoleTable
from counter_app.domain.plain import from_plain

TODAY = date(2026, 11, 20)
DECISION = Appointment("07/QĐ", date(2026, 1, 5), (), date(2026, 11, 2), date(2026, 11, 30))
INSPECTOR = Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,), appointments=(DECISION,))
EVERYBODY = {kind for kind, act in ACTS.items() if act is None}

WRITTEN: dict[Role, set[Kind]] = {
    Role.RECEPTION: {
        Kind.RECEIVED, Kind.PRINTED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED,
        Kind.REFUSED, Kind.WITHDRAWN, Kind.STOPPED, Kind.HANDED_OVER, Kind.RESULT_TAKEN_IN,
        Kind.DUE_EXTENDED, Kind.APOLOGY_SENT, Kind.CORRECTED, Kind.TOLD, Kind.RATED,
        Kind.PAYMENT_DEMANDED, Kind.COMPLAINED, Kind.REOPENED, Kind.ORIGINALS_COMPARED,
        Kind.PAPER_SCANNED, Kind.SCAN_REMOVED, Kind.TURNED_AWAY, Kind.ASSISTED, Kind.CERTIFIED,
        Kind.DAY_CLOSED,
    },
    Role.RETURN: {
        Kind.PRINTED, Kind.RESULT_TAKEN_IN, Kind.RETURNED, Kind.HANDED_OVER, Kind.TOLD, Kind.RATED,
        Kind.PAYMENT_DEMANDED, Kind.COMPLAINED, Kind.DAY_CLOSED,
    },
    Role.FEES: {
        Kind.PAID, Kind.PAYMENT_CANCELLED, Kind.RECEIPT_LINKED, Kind.SHIFT_CLOSED, Kind.PRINTED,
        Kind.TOLD, Kind.RATED, Kind.PAYMENT_DEMANDED, Kind.DAY_CLOSED,
    },
    Role.SUPERVISOR: {
        Kind.PRINTED, Kind.SUPPLEMENT_REQUESTED, Kind.SUPPLEMENT_RECEIVED, Kind.REFUSED,
        Kind.WITHDRAWN, Kind.STOPPED, Kind.HANDED_OVER, Kind.RESULT_TAKEN_IN, Kind.DUE_EXTENDED,
        Kind.APOLOGY_SENT, Kind.CORRECTED, Kind.TOLD, Kind.RATED, Kind.PAYMENT_DEMANDED,
        Kind.COMPLAINED, Kind.REOPENED, Kind.TURNED_AWAY, Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT,
        Kind.FLAGS_REVIEWED, Kind.DELETIONS_DECIDED, Kind.BOOK_CLOSED, Kind.DAY_CLOSED,
        Kind.APPOINTMENT_MADE, Kind.PASSWORD_RESET,
    },
    Role.ADMIN: {Kind.FORM_SET_TAKEN, Kind.FORM_SET_LEFT, Kind.PURGED},
    Role.POST: {Kind.HANDED_OVER, Kind.RESULT_TAKEN_IN},
    Role.INSPECTOR: set(),
}  # fmt: skip


@pytest.fixture(scope="module")
def table() -> RoleTable:
    return from_plain(RoleTable, json.loads(resource("centre", "roles.json").read_text("utf-8")))


def test_every_kind_is_judged() -> None:
    assert ACTS.keys() == set(Kind)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("role", Role)
def test_who_may_write_what(table: RoleTable, role: Role, kind: Kind) -> None:
    officer = Officer("cb", "Trần Thị Mẫu", roles=(role,), appointments=(DECISION,))
    expected = kind in EVERYBODY or kind in WRITTEN[role]
    assert may_write(officer, table, kind, TODAY) is expected


def test_who_has_no_role_may_do_nothing(table: RoleTable) -> None:
    nobody = Officer("cb", "Trần Thị Mẫu")
    assert not any(may(nobody, table, act, TODAY) for act in Act)
    assert {kind for kind in Kind if may_write(nobody, table, kind, TODAY)} == EVERYBODY


def test_a_list_without_any_role_leaves_the_counters_daily_work(table: RoleTable) -> None:
    nobody, listed = Officer("cb", "Trần Thị Mẫu"), Officer("b", "Lê Văn Thử", roles=(Role.FEES,))
    stands = standing(nobody, OfficerList("1", (nobody,)))
    assert stands.roles == COUNTER_WORK
    assert may(stands, table, Act.RECEIVE, TODAY)
    for act in (Act.CONFIRM_BREACH, Act.RESET_PASSWORD, Act.PURGE, Act.APPROVE_PURGE, Act.EXPORT):
        assert not may(stands, table, act, TODAY)
    assert standing(nobody, OfficerList("1", (nobody, listed))) == nobody
    assert standing(listed, OfficerList("1", (nobody, listed))) == listed


def test_an_inspector_is_one_for_the_days_of_a_decision(table: RoleTable) -> None:
    before, after = date(2026, 11, 1), date(2026, 12, 1)
    assert roles_on(INSPECTOR, TODAY) == (Role.INSPECTOR,)
    assert may(INSPECTOR, table, Act.SEE_LOGS, TODAY)
    for day in (before, after):
        assert roles_on(INSPECTOR, day) == ()
        assert is_inspection_over(INSPECTOR, day)
        assert not may(INSPECTOR, table, Act.SEE_LOGS, day)
    assert not is_inspection_over(INSPECTOR, TODAY)
    assert is_inspection_over(Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,)), TODAY)


def test_who_is_an_inspector_too_stays_what_else_they_are(table: RoleTable) -> None:
    both = Officer("cb", "Trần Thị Mẫu", roles=(Role.RECEPTION, Role.INSPECTOR))
    assert roles_on(both, TODAY) == (Role.RECEPTION,)
    assert not is_inspection_over(both, TODAY)
    assert may_write(both, table, Kind.RECEIVED, TODAY)
    assert only_inspects(INSPECTOR)
    assert not only_inspects(both)
    assert not only_inspects(Officer("cb", "Trần Thị Mẫu"))
