from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.code import (
    CodeKind,
    find_code,
    official_code,
    parse_code,
    provisional_code,
    provisional_floor,
    split_digits,
)

DAYS = st.dates(date(2020, 1, 1), date(2059, 12, 31))


@pytest.mark.parametrize(
    ("text", "agency", "day", "number"),
    [
        ("000.00.16.H02-200609-0001", "000.00.16.H02", date(2020, 6, 9), 1),
        ("000.00.53.H48-220921-0099", "000.00.53.H48", date(2022, 9, 21), 99),
        ("H15.50.05.13-261008-0975", "H15.50.05.13", date(2026, 10, 8), 975),
        ("H21.12.34-250701-0001", "H21.12.34", date(2025, 7, 1), 1),
        ("G09.20-20260609-0092637", "G09.20", date(2026, 6, 9), 92637),
        ("H26.15-250718-000123", "H26.15", date(2025, 7, 18), 123),
        (" h26.15-250718-0123\r", "H26.15", date(2025, 7, 18), 123),
    ],
)
def test_every_shape_of_real_life_is_read(text: str, agency: str, day: date, number: int) -> None:
    code = parse_code(text)
    assert code is not None
    assert (code.agency, code.day, code.number) == (agency, day, number)
    assert code.kind is CodeKind.OFFICIAL
    assert str(code) == text.strip().upper()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H26.15",
        "H26.15-250718",
        "H26.15-250718-123",
        "-250718-0123",
        "001184000123",
        "H26.15-25071-0123",
        "H26..15-250718-0123",
        "H26.15-250718-012345678",
        "H26.15 250718 0123",
    ],
)
def test_what_is_no_code(text: str) -> None:
    assert parse_code(text) is None


def test_a_day_that_is_none_is_kept_as_text() -> None:
    code = parse_code("H26.15-999999-0001")
    assert code is not None
    assert code.day is None


def test_a_code_is_found_in_a_url_or_a_sentence() -> None:
    found = find_code("https://example.vn/tra-cuu?ma=H26.15-250718-0123&x=1")
    assert found is not None
    assert found.text == "H26.15-250718-0123"
    assert find_code("H26.15-250718-0123 và H26.15-250718-0123") == found
    assert find_code("H26.15-250718-0123 hay H26.15-250718-0124") is None
    assert find_code("không có mã") is None


@given(DAYS, st.integers(1, 9999), st.integers(0, 99999))
def test_our_codes_are_read_back(day: date, number: int, device: int) -> None:
    official = parse_code(official_code("H26.15", day, number))
    assert official is not None
    assert (official.agency, official.day, official.number) == ("H26.15", day, number)
    text = provisional_code(f"{device:05d}", day, number)
    provisional = parse_code(text)
    assert provisional is not None
    assert provisional.kind is CodeKind.PROVISIONAL
    assert set(text) <= set("0123456789-HG")


def test_practice_codes_and_short_devices() -> None:
    practice = parse_code("H00.15-250718-0001")
    assert practice is not None
    assert practice.kind is CodeKind.PRACTICE
    with pytest.raises(ValueError, match="five digits"):
        provisional_code("217", date(2025, 7, 1), 1)


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    parse_code(text)
    find_code(text)


def test_a_machine_that_took_a_place_over_counts_above_honest_numbers() -> None:
    at = datetime(2026, 3, 2, 8, 0, 5, tzinfo=VIETNAM)
    assert provisional_floor(1, 1, at) == 1
    assert provisional_floor(2, 1, at) == provisional_floor(1, 2, at) == 100_000 + 8 * 3600 + 5


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("2611230012", ("261123", "0012")),
        ("2611230", ("261123", "0")),
        ("26112300000012", ("261123", "00000012")),
        ("261123", None),
        ("261323001", None),
        ("079300000777", None),
        ("0987654321", None),
        ("261123000000012", None),
        ("26112300a", None),
    ],
)
def test_a_code_typed_as_one(typed: str, parts: tuple[str, str] | None) -> None:
    assert split_digits(typed) == parts


@given(DAYS, st.integers(0, 99_999_999), st.integers(4, 8))
def test_every_code_is_split_where_its_dashes_are(day: date, number: int, width: int) -> None:
    code = official_code("H26", day, number, width)
    _, day_, number_ = code.split("-")
    assert split_digits(day_ + number_) == (day_, number_)
