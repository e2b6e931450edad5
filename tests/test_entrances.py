"""Every way into an act names it: commands, pages, entries; and nobody without a role goes in."""

from __future__ import annotations

import ast
import importlib
import json
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from counter_app import cli, services
from counter_app.app.pages import office_pages
from counter_app.cli import signing_in
from counter_app.cli.signing_in import signed_in
from counter_app.config import resource
from counter_app.desktop.shell import rail_bar
from counter_app.desktop.shell.places import (
    FOR_ALL,
    NEEDED,
    PAGES,
    PRINTING,
    REPLACE,
    SCANNER,
    Places,
)
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.entrances import COMMANDS
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import ACTS
from counter_app.domain.officers.roles import Act, Role, RoleTable
from counter_app.domain.plain import from_plain
from counter_app.services.counter.workplace import Session
from counter_app.services.signing_in import login
from tests.made import NOON

TABLE = from_plain(RoleTable, json.loads(resource("centre", "roles.json").read_text("utf-8")))
NOBODY = Session(Officer("cb", "Trần Thị Mẫu"), "online")
PLACE: Any = SimpleNamespace(
    clock=SimpleNamespace(now=lambda: SimpleNamespace(at=NOON)),
    reference=SimpleNamespace(roles=TABLE),
)
MODULES = {
    module.NAME: module
    for module in (importlib.import_module(f"counter_app.cli.{name}") for name in cli.COMMANDS)
}
SERVICES = sorted(Path(str(services.__file__)).parent.rglob("*.py"))
CHECKS = {"require", "require_kind", "writable"}
AFTERWARDS = {"visitor/printed.py": {Kind.PRINTED}}
"""What is recorded of a paper that is out: the table was asked when it was made."""


def tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def calls(inside: ast.AST) -> list[ast.Call]:
    return [each for each in ast.walk(inside) if isinstance(each, ast.Call)]


def test_every_command_is_named() -> None:
    assert COMMANDS.keys() == MODULES.keys()


@pytest.mark.parametrize("command", sorted(MODULES))
def test_a_command_asks_who_it_is_or_nobody(command: str) -> None:
    names = {
        each.func.id for each in calls(tree(MODULES[command])) if isinstance(each.func, ast.Name)
    }
    assert ("signed_in" in names) is (COMMANDS.get(command) is not None)
    assert "log_in" not in names, "only signed_in also looks at the table"


@pytest.mark.parametrize("command", sorted(name for name, act in COMMANDS.items() if act))
def test_who_has_no_role_gives_no_command(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_in, "secret", lambda *_: "mật khẩu")
    monkeypatch.setattr(login, "log_in", lambda *_, **__: NOBODY)
    home: Any = SimpleNamespace(
        gateway=lambda: SimpleNamespace(close=lambda: None), compare_heard=None
    )
    with pytest.raises(NotPermittedError):
        signed_in(home, PLACE, "cb", command)


def test_every_page_is_named_once_and_closed_to_who_has_no_role() -> None:
    (more,) = (
        each.value
        for call in calls(tree(office_pages))
        for each in call.keywords
        if each.arg == "more"
    )
    assert isinstance(more, ast.Dict)
    made = {getattr(office_pages, key.id) for key in more.keys if isinstance(key, ast.Name)}
    assert len(made) == len(more.keys)
    rail = {rail_bar.RECEPTION, rail_bar.PARKED, *rail_bar.QUEUES, *PAGES.values()}
    assert made | rail <= NEEDED.keys() | FOR_ALL
    assert not NEEDED.keys() & FOR_ALL
    places = Places(SimpleNamespace(workplace=PLACE, session=NOBODY))  # type: ignore[arg-type]
    assert {key for key in NEEDED if places.is_open(key)} == set()
    assert not places.is_open("a page that nobody named")
    assert places.closed() == NEEDED.keys()


def unasked(path: Path) -> set[Kind]:
    """Return the kinds that a service appends without asking the table, where a role is needed."""
    text = path.read_text("utf-8")
    if "Kind." not in text or ".append(" not in text:
        return set()
    code = ast.parse(text)
    written = {
        Kind[each.args[0].attr]
        for each in calls(code)
        if isinstance(each.func, ast.Attribute)
        and each.func.attr == "append"
        and each.args
        and isinstance(each.args[0], ast.Attribute)
        and isinstance(each.args[0].value, ast.Name)
        and each.args[0].value.id == "Kind"
    }
    asked = {each.func.id for each in calls(code) if isinstance(each.func, ast.Name)} & CHECKS
    return set() if asked else {kind for kind in written if ACTS[kind] is not None}


def test_what_writes_an_act_asks_the_table_first() -> None:
    found = {"/".join(path.parts[-2:]): unasked(path) for path in SERVICES}
    assert {name: kinds for name, kinds in found.items() if kinds} == AFTERWARDS


def test_every_act_of_the_table_is_asked_for_somewhere() -> None:
    """An act that nothing asks for is a promise of the table that the program doesn't keep."""
    package = Path(str(services.__file__)).parents[1]
    named = set()
    for path in package.rglob("*.py"):
        if path.name not in {"roles.py", "table_check.py"}:
            text = path.read_text("utf-8")
            named |= {act for act in Act if f"Act.{act.name}" in text}
    assert set(Act) - named == {Act.MANAGE_USERS}, "the province's: no counter makes officers"


@pytest.mark.parametrize(
    ("role", "open_to"),
    [
        (Role.RECEPTION, {PRINTING, SCANNER}),
        (Role.RETURN, {PRINTING, SCANNER}),
        (Role.FEES, {PRINTING, SCANNER}),
        (Role.SUPERVISOR, {PRINTING, SCANNER, REPLACE}),
        (Role.ADMIN, {PRINTING, SCANNER, REPLACE}),
        (Role.POST, {SCANNER}),
        (Role.INSPECTOR, set()),
    ],
)
def test_who_works_with_a_device_may_choose_another(role: Role, open_to: set[str]) -> None:
    session = Session(Officer("cb", "Trần Thị Mẫu", roles=(role,)), "online")
    places = Places(SimpleNamespace(workplace=PLACE, session=session))  # type: ignore[arg-type]
    assert {key for key in (PRINTING, SCANNER, REPLACE) if places.is_open(key)} == open_to
