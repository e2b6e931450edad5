"""Hôm nay là ngày nào?: what is asked, what is taken, what is said."""

from __future__ import annotations

from datetime import datetime

import pytest

from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.dating.date_asking import DateAsk, DateAsking, DateDoors
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import WrongPasswordError
from counter_app.domain.errors.store import StoreFullError
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.doubtful_date import Doubt, TypedDate
from counter_app.domain.officers.officer import Officer
from counter_app.domain.problems import false
from counter_app.services.counter.clock import Moment
from counter_app.services.dating.confirming import DateQuestion
from tests.desktop.now_jobs import NowJobs

DEAD = datetime(2010, 1, 1, 0, 3, tzinfo=VIETNAM)
LAST = datetime(2026, 11, 20, 16, 58, 33, tzinfo=VIETNAM)
QUESTION = DateQuestion(Doubt.EARLIER, DEAD, LAST, (Officer("pt-01", "Lê Thị Thử"),))
TWICE = TypedDate("23/11/2026", "23/11/2026", "08:05")


class Desk:
    """The presenter with a screen that only notes."""

    def __init__(self, question: DateQuestion | None = QUESTION) -> None:
        self.question = question
        self.error: CounterError | None = None
        self.asked: list[DateAsk] = []
        self.problems: list[dict[str, str]] = []
        self.refused: list[str] = []
        self.taken: list[tuple[TypedDate, str, str]] = []
        self.notices: list[Notice] = []
        self.closed = self.confirmed = 0
        doors = DateDoors(self.look, self.take, self.hear, self.notices.append)
        self.presenter = DateAsking(self, NowJobs(), doors)

    def look(self) -> DateQuestion | None:
        if self.error is not None:
            raise self.error
        return self.question

    def take(self, typed: TypedDate, supervisor: str, password: str) -> Moment:
        self.taken.append((typed, supervisor, password))
        if self.error is not None:
            raise self.error
        return Moment(datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM), ClockQuality.CONFIRMED)

    def hear(self) -> None:
        self.confirmed += 1

    def open(self, ask: DateAsk) -> None:
        self.asked.append(ask)

    def wrong(self, problems: dict[str, str]) -> None:
        self.problems.append(problems)

    def refuse(self, words: str) -> None:
        self.refused.append(words)

    def close(self) -> None:
        self.closed += 1


def test_a_date_that_may_stand_is_not_asked_for() -> None:
    desk = Desk(question=None)
    desk.presenter.ask()
    assert desk.asked == []


@pytest.mark.parametrize(("why", "word"), [(Doubt.EARLIER, "sớm hơn"), (Doubt.LATER, "muộn hơn")])
def test_the_question_says_why_and_what_is_safe(why: Doubt, word: str) -> None:
    desk = Desk(DateQuestion(why, DEAD, LAST))
    desk.presenter.ask()
    said = desk.asked[0].sentence
    assert all(part in said for part in (word, "00:03 01/01/2010", "16:58 20/11/2026", "an toàn"))
    assert desk.asked[0].supervisors == ()


def test_typed_twice() -> None:
    desk = Desk()
    desk.presenter.ask()
    desk.presenter.answer(TWICE, "pt-01")
    assert desk.taken == [(TWICE, "", "")]
    assert (desk.closed, desk.confirmed) == (1, 1)
    assert "08:05 23/11/2026" in desk.notices[0].bold


def test_a_password_stands_for_the_second_time() -> None:
    desk = Desk()
    desk.presenter.answer(TypedDate("23/11/2026", "", "08:05"), "pt-01", "mật khẩu")
    assert desk.taken == [(TypedDate("23/11/2026", None, "08:05"), "pt-01", "mật khẩu")]


def test_what_is_wrong_is_said_beside_its_field() -> None:
    desk = Desk()
    desk.presenter.answer(TypedDate("23/11", "", "8"))
    assert set(desk.problems[-1]) == {"day", "hour"}
    desk.presenter.answer(TypedDate("23/11/2026", "24/11/2026", "08:05"))
    assert "khác nhau" in desk.problems[-1]["again"]
    assert desk.taken == []
    desk.error = FalseStepError(
        (false("confirmed_too_early", "/day", latest="16:58 20/11/2026"),), code=""
    )
    desk.presenter.answer(TWICE)
    assert "16:58 20/11/2026" in desk.problems[-1]["day"]


def test_a_wrong_password_is_said_and_may_be_typed_anew() -> None:
    desk = Desk()
    desk.error = WrongPasswordError(officer="pt-01", misses=1)
    desk.presenter.answer(TypedDate("23/11/2026", "", "08:05"), "pt-01", "khác")
    assert len(desk.refused) == 1
    desk.error = None
    desk.presenter.answer(TypedDate("23/11/2026", "", "08:05"), "pt-01", "mật khẩu")
    assert desk.closed == 1


def test_a_store_that_cannot_be_read_is_said() -> None:
    desk = Desk()
    desk.error = StoreFullError(path="store.db")
    desk.presenter.ask()
    assert len(desk.notices) == 1
