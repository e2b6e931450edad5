"""A rating is recorded once a return, by whom it says, and never before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.rating import AlreadyRatedError
from counter_app.domain.errors.work import DossierUnknownError, FalseStepError
from counter_app.domain.office.rating import RatingForm, RatingWay
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.rating import rate
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from tests.made import person, uid
from tests.services.conftest import Counter


def form_of(counter: Counter) -> RatingForm:
    form = counter.workplace.reference.rating.screen_form(date(2026, 11, 20))
    assert form is not None
    return form


def received(counter: Counter) -> Dossier:
    return receive(counter.workplace, counter.session, Reception("1.001193", person()), uid(1))


def returned(counter: Counter) -> Dossier:
    place, session = counter.workplace, counter.session
    here = take_result_in(place, session, received(counter), (ResultPaper("Giấy khai sinh"),))
    return return_result(place, session, here)


def ratings(counter: Counter, dossier: str) -> list[Rated]:
    told = detail(counter.workplace, dossier).told
    return [each.body for each in told if isinstance(each.body, Rated)]


@pytest.mark.parametrize("way", RatingWay)
def test_a_rating_says_how_it_came(counter: Counter, way: RatingWay) -> None:
    dossier = returned(counter)
    counter.clock.go(minutes=1)
    place, session, form = counter.workplace, counter.session, form_of(counter)
    rate(place, session, dossier.uid, form, (2,), way, "Thái độ phục vụ")
    (rated,) = ratings(counter, dossier.uid)
    assert rated == Rated((2,), "Thái độ phục vụ", counter.clock.at, way.value)


def test_nothing_is_rated_before_it_was_returned(counter: Counter) -> None:
    dossier = received(counter)
    place, session, form = counter.workplace, counter.session, form_of(counter)
    with pytest.raises(FalseStepError) as raised:
        rate(place, session, dossier.uid, form, (2,), RatingWay.TOLD)
    assert [each.code for each in raised.value.problems] == ["rating_not_returned"]
    assert not ratings(counter, dossier.uid)


@pytest.mark.parametrize("scores", [(), (3,), (-1,), (1, 1)])
def test_half_an_answer_is_none(counter: Counter, scores: tuple[int, ...]) -> None:
    dossier = returned(counter)
    place, session, form = counter.workplace, counter.session, form_of(counter)
    with pytest.raises(FalseStepError) as raised:
        rate(place, session, dossier.uid, form, scores, RatingWay.PAPER)
    assert [each.code for each in raised.value.problems] == ["rating_not_whole"]


def test_a_second_rating_must_be_meant(counter: Counter) -> None:
    dossier = returned(counter)
    place, session, form = counter.workplace, counter.session, form_of(counter)
    rate(place, session, dossier.uid, form, (2,), RatingWay.SCREEN)
    with pytest.raises(AlreadyRatedError) as raised:
        rate(place, session, dossier.uid, form, (0,), RatingWay.PAPER)
    assert raised.value.facts["code"] == dossier.shown_code
    assert len(ratings(counter, dossier.uid)) == 1
    rate(place, session, dossier.uid, form, (0,), RatingWay.PAPER, instead=True)
    assert [each.scores for each in ratings(counter, dossier.uid)] == [(2,), (0,)]


def test_a_dossier_that_is_not_here(counter: Counter) -> None:
    form = replace(form_of(counter), reasons=())
    with pytest.raises(DossierUnknownError):
        rate(counter.workplace, counter.session, uid(77), form, (1,), RatingWay.PAPER)
