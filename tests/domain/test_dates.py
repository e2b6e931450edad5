"""Dates as they are shown, printed and typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import (
    VIETNAM,
    paper_date,
    paper_moment,
    parse_date,
    parse_moment,
    shown_date,
    shown_moment,
    to_minute,
    vietnam_time,
    written_date,
)
from counter_app.domain.problems import Problem

TODAY = date(2026, 11, 20)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("day", "shown", "paper", "written"),
    [
        (date(2025, 7, 1), "01/07/2025", "01/7/2025", "ngày 01 tháng 7 năm 2025"),
        (date(2025, 1, 5), "05/01/2025", "05/01/2025", "ngày 05 tháng 01 năm 2025"),
        (date(2026, 2, 28), "28/02/2026", "28/02/2026", "ngày 28 tháng 02 năm 2026"),
        (date(2026, 3, 9), "09/03/2026", "09/3/2026", "ngày 09 tháng 3 năm 2026"),
        (date(2026, 10, 10), "10/10/2026", "10/10/2026", "ngày 10 tháng 10 năm 2026"),
        (date(2026, 12, 31), "31/12/2026", "31/12/2026", "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_forms_of_a_day(day: date, shown: str, paper: str, written: str) -> None:
    assert shown_date(day) == shown
    assert paper_date(day) == paper
    assert written_date(day) == written


def test_forms_of_a_moment() -> None:
    at = datetime(2025, 7, 1, 9, 12, 59, tzinfo=VIETNAM)
    assert shown_moment(at) == "09:12 01/07/2025"
    assert paper_moment(at) == "09 giờ 12 phút, ngày 01/7/2025"


def test_moments_of_other_zones_are_shown_in_vietnams() -> None:
    at = datetime(2025, 6, 30, 18, 5, tzinfo=UTC)
    assert shown_moment(at) == "01:05 01/07/2025"
    assert to_minute(at).utcoffset() == VIETNAM.utcoffset(None)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        vietnam_time(datetime(2025, 7, 1))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1/7/25", date(2025, 7, 1)),
        ("01/07/2025", date(2025, 7, 1)),
        (" 1-7-2025 ", date(2025, 7, 1)),
        ("1.7.25", date(2025, 7, 1)),
        ("010725", date(2025, 7, 1)),
        ("01072025", date(2025, 7, 1)),
        ("2025-07-01", date(2025, 7, 1)),
        ("1/7", date(2026, 7, 1)),
        ("hn", TODAY),
        ("HN", TODAY),
        ("hôm nay", TODAY),
        ("Ho\u0302m nay", TODAY),
        ("2/9/85", date(1985, 9, 2)),
        ("020936", date(2036, 9, 2)),
        ("020937", date(1937, 9, 2)),
        ("29/2/24", date(2024, 2, 29)),
    ],
)
def test_typed_days(typed: str, day: date) -> None:
    assert parse_date(typed, TODAY) == day


def test_two_figures_near_the_turn_of_a_century_mean_the_coming_one() -> None:
    assert parse_date("1/1/05", date(2098, 1, 1)) == date(2105, 1, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "date_unreadable"),
        ("mai", "date_unreadable"),
        ("1/7/", "date_unreadable"),
        ("1/7/025", "date_unreadable"),
        ("01/07/2025x", "date_unreadable"),
        ("10725", "date_unreadable"),
        ("١/٧/٢٥", "date_unreadable"),
        ("31/2/25", "date_impossible"),
        ("29022025", "date_impossible"),
        ("1/13/2025", "date_impossible"),
        ("0/1/2025", "date_impossible"),
        ("1/1/0000", "date_impossible"),
    ],
)
def test_what_is_no_day(typed: str, code: str) -> None:
    problem = parse_date(typed, TODAY)
    assert isinstance(problem, Problem)
    assert problem.code == code
    assert problem.facts == (("text", typed.strip()),)


@pytest.mark.parametrize(
    ("typed", "day", "clock"),
    [
        ("09:14 01/07/2025", date(2025, 7, 1), time(9, 14)),
        ("9:14 1/7/25", date(2025, 7, 1), time(9, 14)),
        ("9h14 hn", TODAY, time(9, 14)),
        ("9g14 010725", date(2025, 7, 1), time(9, 14)),
        ("16:00", TODAY, time(16, 0)),
        ("09 giờ 12 phút, ngày 01/7/2025", date(2025, 7, 1), time(9, 12)),
    ],
)
def test_typed_moments(typed: str, day: date, clock: time) -> None:
    assert parse_moment(typed, TODAY) == datetime.combine(day, clock, VIETNAM)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "moment_unreadable"),
        ("sáng mai", "moment_unreadable"),
        ("9:141/7/25", "moment_unreadable"),
        ("24:00 hn", "hour_impossible"),
        ("9:60 hn", "hour_impossible"),
        ("9:00 31/2/25", "date_impossible"),
        ("9:00 mai", "date_unreadable"),
    ],
)
def test_what_is_no_moment(typed: str, code: str) -> None:
    problem = parse_moment(typed, TODAY)
    assert isinstance(problem, Problem)
    assert problem.code == code


@given(DAYS)
def test_each_form_reads_back(day: date) -> None:
    for form in (shown_date(day), paper_date(day), day.isoformat(), f"{day:%d%m%Y}"):
        assert parse_date(form, TODAY) == day


@given(st.dates(date(1937, 1, 1), date(2036, 12, 31)))
def test_two_figures_of_a_year_read_back_within_their_hundred_years(day: date) -> None:
    for form in (f"{day:%d%m%y}", f"{day.day}/{day.month}/{day:%y}"):
        assert parse_date(form, TODAY) == day


@given(DAYS, MINUTES)
def test_moments_read_back(day: date, clock: time) -> None:
    at = datetime.combine(day, clock, VIETNAM)
    assert parse_moment(shown_moment(at), TODAY) == at
    assert parse_moment(paper_moment(at), TODAY) == at


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_a_problem(text: str) -> None:
    assert isinstance(parse_date(text, TODAY), date | Problem)
    assert isinstance(parse_moment(text, TODAY), datetime | Problem)
