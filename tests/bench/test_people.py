from __future__ import annotations

from datetime import date

from counter_app.bench import people
from counter_app.domain.people.citizen_card import CardReading, read_card


def test_everybody_has_numbers_of_their_own() -> None:
    some = range(0, 10_000_000, 997)
    assert len({people.identity_number(each) for each in some}) == len(some)
    assert len({people.phone(each) for each in some}) == len(some)


def test_cards_read_as_their_citizens() -> None:
    for number in range(60):
        reading = read_card(people.card(number), date(2026, 11, 20))
        assert isinstance(reading, CardReading), number
        assert (reading.number, reading.name) == (
            people.identity_number(number),
            people.name(number),
        )


def test_a_common_surname_is_as_common_as_in_life() -> None:
    share = sum(people.name(each).startswith("Nguyễn ") for each in range(5_000)) / 5_000
    assert 0.25 < share < 0.45
