"""Certification in one line: tariff with cap, numbers without gaps, money in the shift."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.procedures.fees import Count
from counter_app.services.certifying.quick import book_of, certify, kinds, quote, void_line
from counter_app.services.money.shift import open_shift
from tests.services.conftest import Counter

COPY = CertifiedWhat.COPY


@pytest.mark.parametrize(
    ("pages", "copies", "price"),
    [(1, 1, 2_000), (2, 1, 4_000), (5, 1, 7_000), (5, 2, 14_000), (300, 1, 200_000)],
)
def test_the_tariff_with_its_cap(counter: Counter, pages: int, copies: int, price: int) -> None:
    lines = quote(counter.workplace, COPY, Count(pages, copies))
    assert sum(line.amount for line in lines) == price


def test_a_line_is_numbered_written_and_counted(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    first = certify(place, session, COPY, Count(5, 2), requester="Trần Thị  Mẫu")
    second = certify(place, session, COPY, Count(1, 1))
    other = certify(place, session, CertifiedWhat.SIGNATURE, Count(1, 1))
    assert (first.certified.serial, second.certified.serial) == (1, 2)
    assert other.certified.serial == 1, "each book counts for itself"
    assert first.certified.requester == "Trần Thị Mẫu"
    assert first.number == f"1/{first.certified.book_year}"
    day = first.certified.certified_on
    assert [line.uid for line in book_of(place, day)] == [other.uid, second.uid, first.uid]
    assert open_shift(place, session).cash == 14_000 + 2_000 + 10_000


def test_a_void_line_stays_with_its_reason(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    line = certify(place, session, COPY, Count(5, 2))
    with pytest.raises(FalseStepError):
        void_line(place, session, line, " ")
    void_line(place, session, line, "gõ nhầm số trang")
    (kept,) = book_of(place, line.certified.certified_on)
    assert kept.void == "gõ nhầm số trang"
    with pytest.raises(FalseStepError) as again:
        void_line(place, session, kept, "bấm hai lần")
    assert again.value.problems[0].code == "certify_void_already"
    assert open_shift(place, session).cash == 0, "its money was given back"
    assert certify(place, session, COPY, Count(4, 2)).certified.serial == 2


def test_nothing_is_not_certified(counter: Counter) -> None:
    with pytest.raises(FalseStepError):
        certify(counter.workplace, counter.session, COPY, Count(0, 1))
    assert len(kinds(counter.workplace)) == 3
