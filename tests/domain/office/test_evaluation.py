"""Scoring as data: points, steps, bands, groups."""

from __future__ import annotations

import json

import pytest

from counter_app.config import resource
from counter_app.domain.office.evaluation import (
    Asked,
    Band,
    EvaluationBook,
    Index,
    Share,
    Source,
    band_of,
    points_of,
)
from counter_app.domain.office.rating import RatingBook
from counter_app.domain.plain import from_plain, to_plain


@pytest.mark.parametrize(("count", "points"), [(0, 2), (1, 1), (2, 0), (9, 0)])
def test_a_counted_index(count: int, points: int) -> None:
    assert Index("Số lần", Source.SUPPLEMENTS, (0, 1)).of_count(count) == points


def test_answers_become_points_whatever_the_scale() -> None:
    assert [points_of(answer, 3) for answer in range(3)] == [0, 1, 2]
    assert [points_of(answer, 5) for answer in range(5)] == [0, 0, 1, 1, 2]
    assert [points_of(answer, 2) for answer in (0, 1, 7)] == [0, 2, 2]


def test_indices_that_say_nothing() -> None:
    with pytest.raises(ValueError, match="two steps"):
        Index("x", Source.AGENCIES, (2, 1))
    with pytest.raises(ValueError, match="questions"):
        Index("x", Source.ASKED)
    with pytest.raises(ValueError, match="questions"):
        Index("x", Source.TIME, asked=(Asked("nine", 0),))
    with pytest.raises(ValueError, match="best"):
        EvaluationBook(agency_bands=(Band(60, "b"), Band(150, "a")))


def test_what_ships_asks_questions_that_there_are() -> None:
    book = from_plain(
        EvaluationBook, json.loads(resource("centre", "evaluation.json").read_bytes())
    )
    forms = from_plain(RatingBook, json.loads(resource("centre", "rating.json").read_bytes()))
    assert from_plain(EvaluationBook, to_plain(book)) == book
    assert len(book.indices) == 9
    assert "văn bản thay thế chưa có" in book.status
    questions = {(form.id, at) for form in forms.forms for at in range(len(form.indices))}
    assert {(a.form, a.question) for each in book.indices for a in each.asked} <= questions
    classes = [band_of(book.agency_bands, tenths) for tenths in (180, 150, 149, 119, 89, 59, 0)]
    assert classes == ["Xuất sắc", "Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu", "Yếu"]
    assert band_of(book.officer_bands, 50) == "Đạt điểm tối đa"
    assert band_of((), 50) == ""
    (points,) = book.sets
    assert [group.most for group in points.groups] == [18, 20, 12, 10, 22, 18]
    assert [group.share for group in points.groups].count(Share.NONE) == 1
