"""Turned away before there is a number: one entry, a number of its own, nothing else."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.intake import TurnedAway
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import (
    FalseStepError,
    NotPermittedError,
    ProcedureUnknownError,
)
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.lists import ListQuestion, Queue, lines
from counter_app.services.visitor.turning_away import turn_away
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"


def test_it_is_written_with_a_number_of_its_own(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    first = turn_away(place, session, BIRTH, person(), " Không thuộc  thẩm quyền ", "Nộp nơi khác.")
    second = turn_away(place, session, BIRTH, Person(""), "Không đủ điều kiện")
    assert (first.body.number, second.body.number) == ("01/Q12", "02/Q12")
    assert first.body.reason == "Không thuộc thẩm quyền"
    assert first.body.procedure.name == "Đăng ký khai sinh"
    with place.store.reading() as tx:
        day = counter.clock.at.date()
        rows = tx.day_acts.between(day, day, (Kind.TURNED_AWAY,), counter="12")
    assert [row.body for row in rows] == [first.body, second.body]
    assert all(isinstance(row.body, TurnedAway) for row in rows)
    assert lines(place, ListQuestion(Queue.ALL, days=None)).lines == ()


def test_without_a_reason_nothing_is_written_and_no_number_lost(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    with pytest.raises(FalseStepError):
        turn_away(place, session, BIRTH, person(), "  ")
    with pytest.raises(ProcedureUnknownError):
        turn_away(place, session, "9.999999", person(), "Không thuộc thẩm quyền")
    assert turn_away(place, session, BIRTH, person(), "Lý do").body.number == "01/Q12"


def test_who_may_not_refuse_turns_nobody_away(counter: Counter) -> None:
    place = counter.workplace
    post = Session(Officer("bc", "Bùi Văn Ví", roles=(Role.POST,)), "online")
    with pytest.raises(NotPermittedError):
        turn_away(place, post, BIRTH, person(), "Lý do")
    supervisor = Session(Officer("pt", "Lý Thị Dụ", roles=(Role.SUPERVISOR,)), "online")
    assert turn_away(place, supervisor, BIRTH, person(), "Lý do").body.number == "01/Q12"
