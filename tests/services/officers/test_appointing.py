"""The head appoints on the spot: it holds at once, here and at other counters."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.work import FalseStepError, NotPermittedError
from counter_app.domain.officers.appointed import TypedAppointment
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.officers.appointing import appoint, appointed, until_at_most
from counter_app.store.views.appointments import appointment_since
from tests.services.conftest import Counter, shipped_reference

HEAD = Officer("CB-006", "Vũ Văn Tập", roles=(Role.SUPERVISOR,))


def typed(counter: Counter) -> TypedAppointment:
    today = counter.clock.at.date()
    return TypedAppointment("CB-005", ("H26.15",), today, until_at_most(today), " 09/QĐ-TT ", "ốm")


def test_it_holds_at_once_and_is_in_the_journal(counter: Counter) -> None:
    place = counter.workplace
    place.reference = shipped_reference()
    made = appoint(place, Session(HEAD, "offline"), typed(counter))
    assert (made.officer_name, made.decision_number) == ("Hoàng Thị Tập", "09/QĐ-TT")
    officer = place.reference.officers.with_id("CB-005")
    assert officer is not None
    assert [each.temporary for each in officer.appointments] == [True]
    today = counter.clock.at.date()
    with place.store.reading() as tx:
        # what a counter reads that opens its books anew, or another one after the feed
        officers = appointed(tx, shipped_reference().officers, today, today)
        assert officers == place.reference.officers
        found, upto = appointment_since(tx.lives.connection, 0)
        assert found
        assert appointment_since(tx.lives.connection, upto) == (False, upto)
        (row,) = tx.day_acts.between(today, today, (Kind.APPOINTMENT_MADE,))
    assert row.body == made
    later = today + timedelta(days=400)
    with place.store.reading() as tx:
        assert appointed(tx, shipped_reference().officers, later, later).officers == (
            shipped_reference().officers.officers
        )


def test_who_may_not_and_what_is_false_writes_nothing(counter: Counter) -> None:
    place = counter.workplace
    with pytest.raises(NotPermittedError):
        appoint(place, counter.session, typed(counter))
    wrong = replace(typed(counter), agencies=(), officer="x")
    with pytest.raises(FalseStepError) as refused:
        appoint(place, Session(HEAD, "online"), wrong)
    assert len(refused.value.problems) == 2
    with place.store.reading() as tx:
        assert not appointment_since(tx.lives.connection, 0)[0]
