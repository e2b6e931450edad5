from __future__ import annotations

import json

import pytest

from counter_app.config import resource
from counter_app.domain.officers.roles import Act, Role, RoleTable
from counter_app.domain.plain import from_plain, to_plain


@pytest.fixture(scope="module")
def table() -> RoleTable:
    plain = json.loads(resource("centre", "roles.json").read_text("utf-8"))
    table = from_plain(RoleTable, plain)
    assert to_plain(table) == plain
    return table


def test_every_role_has_one_line_and_every_act_somebody(table: RoleTable) -> None:
    assert [line.role for line in table.lines] == list(Role)
    for act in Act:
        assert table.any_may(tuple(Role), act), act


@pytest.mark.parametrize(
    ("role", "act", "allowed"),
    [
        (Role.RECEPTION, Act.RECEIVE, True),
        (Role.RECEPTION, Act.RETURN_RESULT, False),
        (Role.RECEPTION, Act.TAKE_PAYMENT, False),
        (Role.RECEPTION, Act.CONFIRM_BREACH, False),
        (Role.RETURN, Act.RETURN_RESULT, True),
        (Role.RETURN, Act.RECEIVE, False),
        (Role.FEES, Act.TAKE_PAYMENT, True),
        (Role.FEES, Act.RECEIVE, False),
        (Role.SUPERVISOR, Act.CONFIRM_BREACH, True),
        (Role.SUPERVISOR, Act.APPOINT, True),
        (Role.SUPERVISOR, Act.MANAGE_DEVICES, False),
        (Role.ADMIN, Act.MANAGE_PRINTERS, True),
        (Role.ADMIN, Act.SEE_DOSSIERS, False),
        (Role.POST, Act.HAND_OVER, True),
        (Role.POST, Act.SEE_DOSSIERS, False),
        (Role.INSPECTOR, Act.SEE_LOGS, True),
        (Role.INSPECTOR, Act.SEE_DOSSIERS, True),
    ],
)
def test_the_table_says_what_the_decree_and_the_office_say(
    table: RoleTable, role: Role, act: Act, allowed: bool
) -> None:
    assert table.may(role, act) is allowed


def test_an_inspector_only_reads(table: RoleTable) -> None:
    allowed = {act for act in Act if table.may(Role.INSPECTOR, act)}
    assert allowed == {Act.SEE_LISTS, Act.SEE_DOSSIERS, Act.SEE_REPORTS, Act.SEE_LOGS}


def test_several_roles_add_up_and_no_role_may_do_nothing(table: RoleTable) -> None:
    assert table.any_may((Role.FEES, Role.RETURN), Act.TAKE_PAYMENT)
    assert not table.any_may((), Act.SEE_LISTS)
    assert not RoleTable("", ()).may(Role.SUPERVISOR, Act.RECEIVE)
