"""Templates: shipped, sent, an office's own; what is wrong is named and the rest is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from counter_app.domain.plain import to_plain
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.visitor.declarations import (
    Faulty,
    declarations_for,
    known_declarations,
    shipped_declarations,
)
from counter_app.store.subjects.catalogues import Catalogue
from tests.services.conftest import Counter

SHIPPED = {each.name: each for each in shipped_declarations()}


def own(**changes: object) -> dict[str, object]:
    plain = to_plain(SHIPPED["request"])
    assert isinstance(plain, dict)
    return {**plain, **changes}


def test_ten_ship_and_each_belongs_to_procedures_that_ship(counter: Counter) -> None:
    assert len(SHIPPED) == 10
    codes = {each.code for each in counter.workplace.reference.procedures.procedures}
    assert {code for each in SHIPPED.values() for code in each.procedures} <= codes


@pytest.mark.parametrize(
    ("procedure", "first"),
    [
        ("1.001193", "birth"), ("1.000656", "death"), ("1.000894", "marriage"),
        ("1.004873", "marital-status"), ("2.000635", "extract-copy"),
        ("1.004859", "civil-status-change"), ("1.004194", "residence-change"),
        ("1.010041", "residence-confirmation"), ("1.001193.000.00.00.H26", "birth"),
    ],
)  # fmt: skip
def test_its_own_come_first_then_those_for_anything(procedure: str, first: str) -> None:
    names = [each.name for each in declarations_for(shipped_declarations(), procedure)]
    assert names == [first, "request", "authorisation"]
    others = declarations_for(shipped_declarations(), "2.000815")
    assert [each.name for each in others] == ["request", "authorisation"]


def test_an_office_adds_and_replaces_by_files(counter: Counter, tmp_path: Path) -> None:
    folder = tmp_path / "declarations"
    folder.mkdir()
    replaced = own(version="2", procedures=["1.001193"])
    added = own(name="don-xin-xac-nhan")
    (folder / "request.json").write_text(json.dumps(replaced), encoding="utf-8")
    (folder / "added.json").write_text(json.dumps(added), encoding="utf-8")
    (folder / "note.txt").write_text("không phải mẫu", encoding="utf-8")
    known = known_declarations(counter.workplace, folder)
    found = {each.name: each for each in known.declarations}
    assert found["request"].version == "2"
    assert found["don-xin-xac-nhan"].is_general
    assert len(found) == 11
    assert known.faulty == ()


def test_what_is_wrong_is_named(counter: Counter, tmp_path: Path) -> None:
    folder = tmp_path / "declarations"
    folder.mkdir()
    wrong = own(name="sai")
    assert isinstance(wrong["form"], dict)
    wrong["form"] = {**wrong["form"], "title": "ĐƠN {tuoi}"}
    (folder / "a.json").write_text("{", encoding="utf-8")
    (folder / "b.json").write_text(json.dumps(wrong), encoding="utf-8")
    known = known_declarations(counter.workplace, folder)
    assert known.faulty[0] == Faulty("a.json")
    problem = known.faulty[1].problem
    assert problem is not None
    assert (problem.code, problem.field) == ("letter_value_unknown", "/title")
    assert len(known.declarations) == 10
    assert known_declarations(counter.workplace, tmp_path / "none").faulty == ()


def test_the_server_sends_one_as_a_catalogue(counter: Counter) -> None:
    place = counter.workplace
    good = json.dumps(own(version="2026-11")).encode()
    bad = json.dumps(own(name="Sai Tên")).encode()
    today = counter.clock.at.date()
    with place.store.writing() as tx:
        for name, body in (("declaration-request", good), ("declaration-bad", bad)):
            tx.catalogues.stage(Catalogue(name, "1", body, b"", valid_from=today))
    assert activate_staged(place.store, today) == ("declaration-request",)
    known = known_declarations(place)
    found = {each.name: each for each in known.declarations}
    assert found["request"].version == "2026-11"
    assert known.faulty == ()
