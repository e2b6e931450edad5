from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.services.counter.reference import load_reference, unit_table
from counter_app.services.people.address import commune_choices, home_province, home_unit

UNITS = st.sampled_from(list(unit_table().units.values()))


def names(typed: str, limit: int = 8, home: str = "") -> list[str]:
    return [str(unit) for unit in commune_choices(typed, limit, home)]


@pytest.mark.parametrize(
    "typed",
    ["ba dinh, ha noi", "Phường Ba Đình", "ha noi ba di", "ba dinh tp ha noi", "ba đình hn"],
)
def test_a_commune_is_found_as_it_is_typed(typed: str) -> None:
    assert names(typed)[0] == "Phường Ba Đình, Thành phố Hà Nội"


def test_the_home_commune_comes_first_and_then_its_province() -> None:
    everywhere = commune_choices("tan", 200)
    home = everywhere[-1]
    found = commune_choices("tan", 200, home.code)
    assert found[0] == home
    own = [unit.province == home.province for unit in found]
    assert own == sorted(own, reverse=True)
    assert set(found) == set(everywhere)
    assert home_province(home.code) == home.province.code
    assert home_province("") == home_province("99999") == ""


@given(UNITS, st.data())
def test_any_words_in_any_order_find_it(unit: object, data: st.DataObject) -> None:
    parts = data.draw(st.permutations(str(unit).replace(",", "").split()))
    typed = " ".join([*parts[:-1], parts[-1][: data.draw(st.integers(1, len(parts[-1])))]])
    assert unit in commune_choices(typed, limit=len(unit_table().units))


@given(st.text(max_size=30), st.integers(1, 9))
def test_any_text_is_answered_within_the_limit(typed: str, limit: int) -> None:
    assert len(commune_choices(typed, limit)) <= limit


def test_nothing_typed_finds_nothing() -> None:
    assert commune_choices("") == commune_choices(" , ") == commune_choices("zzzz") == ()


def test_the_commune_that_a_centre_serves() -> None:
    reference = load_reference(lambda _: None)
    assert home_unit(reference) == ""
    centre = dataclasses.replace(
        reference.centre, parent="UBND PHƯỜNG BA ĐÌNH", province="Thành phố Hà Nội"
    )
    unit = unit_table().units[home_unit(dataclasses.replace(reference, centre=centre))]
    assert str(unit) == "Phường Ba Đình, Thành phố Hà Nội"
