from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.form_sets import FormSet, load_form_sets
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.plain import NotPlainError, to_plain

FILES = sorted((Path(__file__).parents[2] / "resources" / "forms").glob("*.json"))


def plain_sets() -> list[dict[str, object]]:
    return [json.loads(file.read_text("utf-8")) for file in FILES]


def test_both_form_sets_ship() -> None:
    assert [each.id for each in load_form_sets(plain_sets())] == ["TT01-2018", "TT03-2025"]


def test_a_form_set_goes_through_its_plain_form_unchanged() -> None:
    sets = load_form_sets(plain_sets())
    assert load_form_sets(to_plain(each) for each in sets) == sets


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 1, 1), "TT01-2018"),  # before the earliest: the earliest
        (date(2025, 6, 30), "TT01-2018"),
        (date(2025, 7, 1), "TT03-2025"),
        (date(2026, 11, 21), "TT03-2025"),
    ],
)
def test_a_dossier_prints_on_the_set_of_its_day(day: date, expected: str) -> None:
    assert FormSet.for_date(reversed(load_form_sets(plain_sets())), day).id == expected


def test_no_sets_at_all_is_our_bug() -> None:
    with pytest.raises(ValueError, match="no form sets"):
        FormSet.for_date((), date(2025, 7, 1))


def test_every_identity_kind_has_a_label() -> None:
    for form_set in load_form_sets(plain_sets()):
        for kind in IdentityKind:
            assert form_set.identity_label(kind).endswith(":")


def test_a_set_without_a_label_is_refused_by_name() -> None:
    plain = plain_sets()[0]
    labels = plain["identity_labels"]
    assert isinstance(labels, dict)
    del labels["passport"]
    with pytest.raises(ValueError, match="passport"):
        load_form_sets([plain])


def test_a_wrong_value_is_named_by_its_pointer() -> None:
    plain = plain_sets()[0]
    plain["effective_from"] = "mai"
    with pytest.raises(NotPlainError) as caught:
        load_form_sets([plain])
    assert caught.value.pointer == "/effective_from"


def test_texts_are_spelt_one_way() -> None:
    for file in FILES:
        text = file.read_text("utf-8")
        assert not any(old in text for old in ("uỷ", "huỷ", "hoá", "thoả", "HOÀ"))
