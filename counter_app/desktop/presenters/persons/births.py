"""A day of birth as officers type it: a date of the past, or only a year."""

from __future__ import annotations

import re
from datetime import date

from counter_app.domain.dates import parse_date
from counter_app.domain.problems import Problem, doubt

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY_AND_MONTH = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}")
_SHORT_YEAR = re.compile(r".*[/.-][0-9]{2}|[0-9]{6}")
_OLDEST = 125  # years


def parse_birth(
    text: str, today: date, year_of_number: int | None = None
) -> date | int | Problem | None:
    """Return a date, a year alone, what is wrong, or None for an empty text.

    Two figures of a year never mean a birth to come (`150330` is 1930 before 2030), and a day and
    month alone take the year of the personal number: `15/3` beside a number of 1999.
    """
    typed = text.strip()
    if not typed:
        return None
    if _YEAR.fullmatch(typed):
        return int(typed)
    if year_of_number is not None and _DAY_AND_MONTH.fullmatch(typed):
        typed = f"{typed}/{year_of_number}"
    day = parse_date(typed, today)
    if isinstance(day, date) and day > today and _SHORT_YEAR.fullmatch(typed):
        earlier = parse_date(f"{day.day}/{day.month}/{day.year - 100}", today)
        return earlier if isinstance(earlier, date) else day
    return day


def birth_problems(born: date | int | None, today: date, field: str) -> tuple[Problem, ...]:
    """Return the doubts about a birth that was read: yet to come, or too long ago."""
    if born is None:
        return ()
    year = born if isinstance(born, int) else born.year
    if (born > today) if isinstance(born, date) else (year > today.year):
        return (doubt("birth_in_future", field),)
    if year < today.year - _OLDEST:
        return (doubt("birth_long_ago", field, year=year),)
    return ()


def is_of_age(born: date | int | None, today: date) -> bool:
    """Whether somebody is surely eighteen (Bộ luật Dân sự 2015, Điều 20)."""
    if born is None:
        return False
    if isinstance(born, int):
        return today.year - born > 18
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return today.year - born.year - before_birthday >= 18
