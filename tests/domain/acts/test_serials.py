"""Which running number an act's paper bears."""

from __future__ import annotations

import dataclasses

import pytest

from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.serials import Serial, list_book, list_number, serial_of
from counter_app.domain.acts.steps import HandedOver, Told
from tests.made import received


def test_a_reception_and_the_number_it_gets_later() -> None:
    provisional = received("HG00217-260302-0001", book="", book_year=0, serial=0)
    assert serial_of(provisional) is None
    numbered = dataclasses.replace(provisional, book="2", book_year=2026, serial=17)
    assert serial_of(numbered) == Serial("2", 2026, 17)
    assert serial_of(Numbered("H26.15-260302-0001", "b", "2", 2026, 18)) == Serial("2", 2026, 18)


@pytest.mark.parametrize("counter", ["2", "12A", "3-4"])
def test_a_list_bears_what_its_number_says(counter: str) -> None:
    number = list_number("BG", counter, 2026, 12)
    expected = Serial(list_book("BG", counter), 2026, 12)
    assert serial_of(HandedOver("Phòng Kinh tế", list_number=number)) == expected


def test_other_acts_bear_none() -> None:
    assert serial_of(HandedOver("Phòng Kinh tế")) is None
    assert serial_of(HandedOver("Phòng Kinh tế", list_number="sổ 7")) is None
    assert serial_of(Told("phone", "ready")) is None
