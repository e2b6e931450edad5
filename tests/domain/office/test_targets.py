"""Targets as data: thresholds, validity, what is missing."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.config import resource
from counter_app.domain.office.targets import (
    Formula,
    LevelSet,
    Scope,
    Target,
    TargetBook,
)
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.procedures.procedure import ServiceLevel


def target(**changes: Any) -> Target:
    fields: dict[str, Any] = {
        "id": "t",
        "name": "Hồ sơ trực tuyến",
        "formula": Formula.RECEIVED_ONLINE,
        "threshold": 600,
        "basis": "QĐ mẫu",
        "valid_from": date(2026, 1, 1),
    }
    return Target(**{**fields, **changes})


@settings(max_examples=40)
@given(st.integers(0, 1000), st.integers(0, 80), st.integers(0, 80), st.booleans())
def test_what_is_missing_is_just_enough(
    threshold: int,
    part: int,
    others: int,
    grows: bool,
) -> None:
    wanted, whole = target(threshold=threshold), part + others
    lacking = wanted.lacking(part, whole, grows=grows)
    if lacking is None:
        assert (grows, threshold) == (True, 1000)
        assert part < whole
        return
    added = lacking if grows else 0
    assert wanted.is_met(part + lacking, whole + added)
    if lacking:
        less = added - 1 if grows else 0
        assert not wanted.is_met(part + lacking - 1, whole + less)


def test_a_count_lacks_what_is_over() -> None:
    letters = target(formula=Formula.LATE_WITHOUT_LETTER, threshold=0)
    assert letters.is_met(0, 9)
    assert letters.lacking(3, 9, grows=False) == 3


def test_days_of_validity_both_count() -> None:
    held = target(valid_until=date(2026, 6, 30))
    assert held.touches(date(2026, 6, 30), date(2026, 7, 31))
    assert not held.covers(date(2026, 6, 30), date(2026, 7, 31))
    assert not held.touches(date(2026, 7, 1), date(2026, 7, 31))
    assert held.covers(date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": ""},
        {"basis": ""},
        {"threshold": -1},
        {"threshold": 1001},
        {"valid_until": date(2025, 12, 31)},
    ],
)
def test_what_is_no_target(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"target|threshold"):
        target(**changes)


def test_what_is_no_book() -> None:
    with pytest.raises(ValueError, match="twice"):
        TargetBook(targets=(target(), target()))
    with pytest.raises(ValueError, match="level"):
        TargetBook(targets=(target(scope=Scope(level="muc-5")),))


def test_what_ships_are_the_thresholds_of_the_decisions() -> None:
    book = from_plain(TargetBook, json.loads(resource("centre", "targets.json").read_bytes()))
    assert from_plain(TargetBook, to_plain(book)) == book
    found = {each.id: each for each in book.targets}
    for level in ("muc-3", "muc-4"):
        own = [each for each in book.targets if each.scope.level == level]
        assert [each.threshold for each in own] == [600, 500, 1000, 900]
        assert [each.scope.between_agencies for each in own] == [False, False, True, True]
    assert found["qd766-cong"].threshold == 1000
    assert (found["cv4662-thu-tuc"].threshold, found["cv4662-ho-so"].threshold) == (500, 500)
    assert found["cv4662-thu-xin-loi"].threshold == 0
    assert book.level_sets["toan-trinh"] == LevelSet(
        "toan-trinh", "Toàn trình", (ServiceLevel.FULL,)
    )
    assert {each.formula for each in book.targets} == set(Formula)
    assert all(each.sample for each in book.targets if each.id.startswith("nay-"))
