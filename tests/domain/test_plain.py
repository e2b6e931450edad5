from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.acts.kinds import BODIES
from counter_app.domain.acts.received import Received
from counter_app.domain.dates import VIETNAM
from counter_app.domain.plain import NotPlainError, from_plain, to_plain
from tests.made import received


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Outer:
    inner: Inner
    when: datetime
    day: date | None = None
    hour: time | None = None
    amount: Decimal = Decimal(0)
    colour: Colour = Colour.RED
    pair: tuple[int, str] = (1, "a")
    many: tuple[Inner, ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    sure: bool = False


inners = st.builds(Inner, st.text(), st.integers())
outers = st.builds(
    Outer,
    inner=inners,
    when=st.datetimes(timezones=st.just(VIETNAM)),
    day=st.none() | st.dates(),
    hour=st.none() | st.times(),
    amount=st.decimals(allow_nan=False, allow_infinity=False, places=2),
    pair=st.tuples(st.integers(), st.text()),
    many=st.lists(inners).map(tuple),
    labels=st.dictionaries(st.text(), st.text()),
    sure=st.booleans(),
)


@given(outers)
def test_what_is_written_is_read(outer: Outer) -> None:
    assert from_plain(Outer, to_plain(outer)) == outer


def test_defaults_are_left_out_and_unknown_fields_ignored() -> None:
    assert to_plain(Inner("x")) == {"name": "x"}
    assert from_plain(Inner, {"name": "x", "later": [1]}) == Inner("x")


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({}, "/inner"),
        ({"inner": {"name": 1}}, "/inner/name"),
        ({"inner": {"name": "x", "count": True}}, "/inner/count"),
        ({"inner": {"name": "x", "count": 1.5}}, "/inner/count"),
        ({"inner": {"name": "x"}, "when": "yesterday"}, "/when"),
        ({"inner": {"name": "x"}, "when": 5}, "/when"),
        ({"inner": "x"}, "/inner"),
        ([], ""),
        (None, ""),
    ],
)
def test_a_wrong_value_is_named_by_its_pointer(value: object, pointer: str) -> None:
    with pytest.raises(NotPlainError) as caught:
        from_plain(Outer, value)
    assert caught.value.pointer == pointer


def test_a_float_has_no_plain_form() -> None:
    with pytest.raises(TypeError):
        to_plain(1.5)


def test_a_reception_survives() -> None:
    assert from_plain(Received, to_plain(received())) == received()


@pytest.mark.parametrize("body", BODIES.values())
def test_every_body_refuses_what_is_no_object(body: type) -> None:
    with pytest.raises(NotPlainError):
        from_plain(body, "text")
