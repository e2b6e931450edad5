"""Which running number an act's paper bears."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from counter_app.domain.acts.audit import NumberVoid
from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.serials import (
    Serial,
    is_void_letter,
    letter_number,
    list_book,
    list_number,
    serial_of,
    void_letter,
)
from counter_app.domain.acts.steps import (
    ApologySent,
    ContactWay,
    HandedOver,
    Refused,
    Stopped,
    Told,
)
from tests.made import NOON, received


def test_a_reception_and_the_number_it_gets_later() -> None:
    provisional = received("HG00217-260302-0001", book="", book_year=0, serial=0)
    assert serial_of(provisional, NOON) is None
    numbered = dataclasses.replace(provisional, book="2", book_year=2026, serial=17)
    assert serial_of(numbered, NOON) == Serial("2", 2026, 17)
    assert serial_of(Numbered("H26.15-260302-0001", "b", "2", 2026, 18), NOON) == Serial(
        "2", 2026, 18
    )


@pytest.mark.parametrize("counter", ["2", "12A", "3-4"])
def test_a_list_bears_what_its_number_says(counter: str) -> None:
    number = list_number("BG", counter, 2026, 12)
    expected = Serial(list_book("BG", counter), 2026, 12)
    assert serial_of(HandedOver("Phòng Kinh tế", list_number=number), NOON) == expected


def test_other_acts_bear_none() -> None:
    assert serial_of(HandedOver("Phòng Kinh tế"), NOON) is None
    assert serial_of(HandedOver("Phòng Kinh tế", list_number="sổ 7"), NOON) is None
    assert serial_of(Told(ContactWay.PHONE, "ready"), NOON) is None


@pytest.mark.parametrize("counter", ["2", "12A", "3-4"])
def test_a_letter_counts_in_its_series_and_in_the_year_on_its_paper(counter: str) -> None:
    number = letter_number(counter, 7)
    assert serial_of(Stopped("dừng", number), NOON) == Serial(f"DGQ-{counter}", NOON.year, 7)
    assert serial_of(Refused("sai", number), NOON) == Serial(f"TCHS-{counter}", NOON.year, 7)
    dated = ApologySent("chậm", number=number, dated=date(NOON.year - 1, 12, 31))
    assert serial_of(dated, NOON) == Serial(f"PXL-{counter}", NOON.year - 1, 7)
    for elsewhere in ("03/2025", "", "7", "x/Q2"):
        assert serial_of(Refused("sai", elsewhere), NOON) is None


def test_the_number_of_a_letter_that_was_given_up_is_taken_for_ever() -> None:
    named = void_letter("PXL", letter_number("12", 4), 2026)
    assert named == ("PXL-12/2026", 4)
    void = NumberVoid("PXL-12/2026", 4, 4, "viết lại")
    assert serial_of(void, NOON) == Serial("PXL-12", 2026, 4)
    assert is_void_letter(void)
    for block in ("grant-1", "CT-copy-12/2026", "SCT/BS-12/2026"):
        assert serial_of(NumberVoid(block, 4, 4, "hết ngày"), NOON) is None
    assert void_letter("PXL", "số 4", 2026) is None
