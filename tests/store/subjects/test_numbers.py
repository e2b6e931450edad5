from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from counter_app.domain.dossiers.number_block import Lane
from counter_app.store.mark import Taken
from counter_app.store.subjects.numbers import VoidRange

AGENCY = "H00.15"
TODAY = date(2025, 7, 18)


def take(office: Any, day: date = TODAY, agency: str = AGENCY) -> tuple[str, int, int] | None:
    with office.store.writing() as tx:
        granted = tx.numbers.take(agency, day, "Q1", 2025)
    return None if granted is None else (granted.block.id, granted.number, granted.serial)


def empty(office: Any) -> None:
    with office.store.writing() as tx:
        tx.numbers.void_all()


def test_near_first_then_far_then_none(office: Any) -> None:
    empty(office)
    with office.store.writing() as tx:
        tx.numbers.add([office.block("far", 6000, 6000, Lane.FAR), office.block("near", 11, 12)])
    taken = [take(office) for _ in range(4)]
    assert taken == [("near", 11, 1), ("near", 12, 2), ("far", 6000, 3), None]


def test_a_number_is_only_for_its_day_and_agency(office: Any) -> None:
    assert take(office, TODAY + timedelta(days=1)) is None
    assert take(office, agency="H00.16") is None
    assert take(office) == ("b-near", 1, 1)


def test_nothing_taken_no_serial_used(office: Any) -> None:
    assert take(office, TODAY + timedelta(days=1)) is None
    assert take(office) == ("b-near", 1, 1)


def test_the_same_grant_twice_is_one_grant(office: Any) -> None:
    take(office)
    with office.store.writing() as tx:
        assert tx.numbers.add([office.block("b-near", 1, 4000)]) == 0
    assert take(office) == ("b-near", 2, 2)


def test_a_rolled_back_number_is_taken_by_the_next_one(office: Any) -> None:
    try:
        with office.store.writing() as tx:
            tx.numbers.take(AGENCY, TODAY, "Q1", 2025)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert take(office) == ("b-near", 1, 1)


def test_a_void_number_is_passed_over(office: Any) -> None:
    with office.store.writing() as tx:
        assert tx.numbers.void(Taken("b-near", 1))
        assert not tx.numbers.void(Taken("b-near", 1))
    assert take(office) == ("b-near", 2, 1)


def test_void_all_says_which_numbers_stand_on_no_paper(office: Any) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with office.store.writing() as tx:
        tx.numbers.add([office.block("far", 6000, 6019, Lane.FAR, tomorrow)])
    take(office)
    with office.store.writing() as tx:
        assert tx.numbers.void_all(before=tomorrow) == (VoidRange("b-near", 2, 4000),)
        assert tx.numbers.void_all(before=tomorrow) == ()
        assert [block.id for block in tx.numbers.blocks()] == ["far"]
        assert [block.id for block in tx.numbers.blocks(void=True)] == ["b-near"]
        assert tx.numbers.void_all(day_from=tomorrow) == (VoidRange("far", 6000, 6019),)
    assert take(office) is None


def test_blocks_come_back_as_they_were_granted(office: Any) -> None:
    block = office.block("far", 60000, 60019, Lane.FAR)
    with office.store.writing() as tx:
        tx.numbers.add([block])
        assert tx.numbers.blocks(AGENCY, TODAY)[1] == block
        assert tx.numbers.blocks("H00.16") == ()
        assert tx.numbers.blocks(AGENCY, TODAY + timedelta(days=1)) == ()


def test_each_book_and_year_counts_for_itself(office: Any) -> None:
    with office.store.writing() as tx:
        counted = [tx.numbers.next_serial(*book) for book in (("Q1", 2025), ("Q1", 2026))]
        counted += [tx.numbers.next_serial("Q2", 2025), tx.numbers.next_serial("Q1", 2025)]
    assert counted == [1, 1, 1, 2]


def test_provisional_numbers_begin_anew_each_day(office: Any) -> None:
    days = [TODAY, TODAY, TODAY + timedelta(days=1), TODAY.replace(year=2026), TODAY]
    with office.store.writing() as tx:
        assert [tx.numbers.next_provisional("00001", day) for day in days] == [1, 2, 1, 1, 3]
        assert tx.numbers.next_provisional("00002", TODAY) == 1


def test_the_busiest_day_counts_what_was_taken_of_every_block(office: Any) -> None:
    with office.store.writing() as tx:
        assert tx.numbers.busiest_day(AGENCY, TODAY) == 0
        tx.numbers.add([office.block("far", 6000, 6009, Lane.FAR)])
    for _ in range(3):
        take(office)
    with office.store.writing() as tx:
        assert tx.numbers.busiest_day(AGENCY, TODAY) == 3
        assert tx.numbers.busiest_day("H00.16", TODAY) == 0
        assert tx.numbers.busiest_day(AGENCY, TODAY + timedelta(days=1)) == 0
