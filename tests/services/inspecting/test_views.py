"""Looks are recorded once an hour, an inspector's every time."""

from __future__ import annotations

from datetime import date

from counter_app.domain.acts.audit import Viewed
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.inspecting.views import record_search, record_view
from tests.services.conftest import Counter

CODE = "H26.15-261120-0001"


def looks(counter: Counter) -> list[str]:
    today = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        rows = tx.day_acts.between(date(2026, 1, 1), today, (Kind.VIEWED,))
    return [row.body.what for row in rows if isinstance(row.body, Viewed)]


def test_a_look_an_hour(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    assert record_view(place, session, CODE)
    assert not record_view(place, session, CODE)
    assert record_view(place, session, "H26.15-261120-0002")
    counter.clock.go(minutes=59)
    assert not record_view(place, session, CODE)
    counter.clock.go(minutes=1)
    assert record_view(place, session, CODE)
    assert looks(counter) == [CODE, "H26.15-261120-0002", CODE]


def test_the_hour_goes_over_midnight(counter: Counter) -> None:
    counter.clock.go(hours=13, minutes=50)
    assert record_view(counter.workplace, counter.session, CODE)
    counter.clock.go(minutes=20)
    assert not record_view(counter.workplace, counter.session, CODE)


def test_another_officer_is_another_look(counter: Counter) -> None:
    other = Session(Officer("cb-02", "Lê Văn Thử", roles=COUNTER_WORK), "online")
    assert record_view(counter.workplace, counter.session, CODE)
    assert record_view(counter.workplace, other, CODE)


def test_every_look_of_an_inspector(counter: Counter) -> None:
    decision = Appointment("07/QĐ", date(2026, 1, 5), (), date(2026, 1, 5))
    officer = Officer("kt", "Đỗ Thị Thử", roles=(Role.INSPECTOR,), appointments=(decision,))
    for _ in range(3):
        assert record_view(counter.workplace, Session(officer, "online"), CODE)
    assert looks(counter) == [CODE] * 3


def test_a_search_by_number_is_a_look_and_is_masked(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    assert record_search(place, session, "001 184 000 123")
    assert not record_search(place, session, "001184000123")
    assert record_search(place, session, "012345678")
    for typed in ("00118400012", "0900000456", "Trần Thị Mẫu", "", "²³¹²³¹²³¹"):
        assert not record_search(place, session, typed)
    assert looks(counter) == ["0011••••0123", "0123••••5678"]
