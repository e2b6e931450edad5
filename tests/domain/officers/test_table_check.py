"""A table of roles that nobody could work by isn't used, and says why."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from counter_app.config import resource
from counter_app.domain.officers.roles import EARLIER, Act, Role, RoleActs, RoleTable
from counter_app.domain.officers.table_check import NEEDED, table_problems
from counter_app.domain.plain import from_plain
from counter_app.wording.sentences import problem_words

SHIPPED = from_plain(RoleTable, json.loads(resource("centre", "roles.json").read_text("utf-8")))


def changed(role: Role, change: Callable[[set[Act]], set[Act]]) -> RoleTable:
    lines = (
        replace(line, acts=tuple(change(set(line.acts)))) if line.role is role else line
        for line in SHIPPED.lines
    )
    return RoleTable("2", tuple(lines))


def without(act: Act) -> RoleTable:
    kept = (RoleActs(line.role, tuple(set(line.acts) - {act})) for line in SHIPPED.lines)
    return RoleTable("2", tuple(kept))


def codes(table: RoleTable) -> set[str]:
    return {each.code for each in table_problems(table)}


def test_the_shipped_one_is_good_and_so_is_one_that_a_province_changed() -> None:
    assert codes(SHIPPED) == set()
    assert codes(changed(Role.RETURN, lambda acts: acts | {Act.TAKE_PAYMENT})) == set()


@pytest.mark.parametrize("act", [each for each in NEEDED if each not in EARLIER])
def test_what_nobody_may_is_named(act: Act) -> None:
    found = [each for each in table_problems(without(act)) if each.code == "roles.nobody_may"]
    assert NEEDED[act] in " ".join(problem_words(each) for each in found)


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (changed(Role.INSPECTOR, lambda acts: acts | {Act.PRINT}), "roles.inspector_writes"),
        (changed(Role.ADMIN, lambda acts: acts | {Act.SEE_DOSSIERS}), "roles.sees_bodies"),
        (changed(Role.POST, lambda acts: acts | {Act.SEE_DOSSIERS}), "roles.sees_bodies"),
        (changed(Role.SUPERVISOR, lambda acts: acts | {Act.PURGE}), "roles.one_purges"),
        (RoleTable("2", (*SHIPPED.lines, SHIPPED.lines[0])), "roles.line_twice"),
        (RoleTable("2", ()), "roles.nobody_may"),
    ],
)
def test_what_the_law_of_the_house_forbids(table: RoleTable, code: str) -> None:
    assert codes(table) == {code}
    assert all(problem_words(each) for each in table_problems(table))


@pytest.mark.parametrize("act", EARLIER)
def test_a_table_from_before_an_act_takes_it_from_nobody(act: Act) -> None:
    assert codes(without(act)) == set()
    old = without(act)
    may = {role for role in Role if old.may(role, act)}
    assert may == {role for role in Role if any(old.may(role, name) for name in EARLIER[act])}
    assert may
