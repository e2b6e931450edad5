"""Forms of rating: which one is asked when, and what answers it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from counter_app.config import resource
from counter_app.domain.office.rating import UNANSWERED, RatingBook, RatingForm, RatingIndex
from counter_app.domain.plain import from_plain, to_plain

GRADES = ("kém", "được", "tốt")
SHORT = RatingForm("short", "Ngắn", "căn cứ", date(2019, 1, 6), (RatingIndex("Hài lòng?", GRADES),))
LATER = RatingForm("short", "Mới", "căn cứ", date(2026, 1, 1), (RatingIndex("Ưng ý?", GRADES),))
BOOK = RatingBook("1", "short", "", (SHORT, LATER))


@pytest.mark.parametrize(
    ("day", "form"),
    [
        (date(2018, 1, 1), None),
        (date(2019, 1, 6), SHORT),
        (date(2025, 12, 31), SHORT),
        (date(2026, 1, 1), LATER),
    ],
)
def test_the_newest_form_in_force_is_asked(day: date, form: RatingForm | None) -> None:
    assert BOOK.screen_form(day) is form


def test_an_office_may_ask_nothing() -> None:
    assert BOOK.paper_form(date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("scores", "fits"),
    [((0,), True), ((2,), True), ((3,), False), ((-1,), False), ((), False), ((1, 1), False)],
)
def test_scores_answer_every_question(scores: tuple[int, ...], fits: bool) -> None:
    assert SHORT.fits(scores) is fits


def test_a_form_that_asks_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="asks something"):
        RatingForm("x", "x", "x", date(2026, 1, 1), ())
    with pytest.raises(ValueError, match="grades"):
        RatingIndex("x", ("một",))


def test_what_ships_is_the_short_question_and_the_nine_indices() -> None:
    book = from_plain(RatingBook, json.loads(resource("centre", "rating.json").read_bytes()))
    assert from_plain(RatingBook, to_plain(book)) == book
    asked = book.screen_form(date(2026, 11, 20))
    assert asked is not None
    assert len(asked.indices) == 1
    assert len(asked.indices[0].grades) == 3
    nine = next(each for each in book.forms if each.id == "nine")
    assert [len(index.grades) for index in nine.indices] == [3] * 9
    assert sum(len(index.grades) - 1 for index in nine.indices) == 18
    assert all(each.basis for each in book.forms)


def test_a_question_may_be_left_open_but_not_all() -> None:
    form = RatingForm("x", "x", "x", date(2026, 1, 1), (RatingIndex("Một?", GRADES),) * 3)
    assert form.fits((UNANSWERED, 2, UNANSWERED))
    assert not form.fits((UNANSWERED,) * 3)
    assert not form.fits((UNANSWERED - 1, 2, 2))
