"""Temporary appointments: what is wrong with one, and how they lie beside the province's list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from counter_app.domain.acts.office import AppointmentMade
from counter_app.domain.officers.appointed import (
    LONGEST,
    TypedAppointment,
    appointment_problems,
    with_appointments,
)
from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.domain.procedures.procedure import Procedure
from counter_app.wording.appointing import PROBLEMS

TODAY = date(2026, 11, 20)
AGENCIES = ("H26.15", "H26.31")
OFFICERS = OfficerList(
    "1",
    (
        Officer("a", "Trần Thị Mẫu"),
        Officer("b", "Lê Văn Thử", active=False),
        Officer("c", "Phạm Thị Ví", roles=(Role.INSPECTOR,)),
    ),
)
GOOD = TypedAppointment("a", ("H26.15",), TODAY, TODAY + timedelta(days=30), "09/QĐ-TT")
MADE = AppointmentMade(
    "a", "Trần Thị Mẫu", ("H26.15",), "09/QĐ-TT", TODAY, TODAY, TODAY + timedelta(days=30)
)
PROCEDURE = Procedure("1.001193", "Đăng ký khai sinh", agency_code="H26.15")


def codes(typed: TypedAppointment) -> list[str]:
    return [each.code for each in appointment_problems(typed, OFFICERS, AGENCIES, TODAY)]


def test_a_whole_one_has_no_problem_and_sixty_days_are_the_most() -> None:
    assert codes(GOOD) == []
    last = TODAY + LONGEST - timedelta(days=1)
    assert codes(replace(GOOD, valid_until=last)) == []
    assert codes(replace(GOOD, valid_until=last + timedelta(days=1))) == ["appointment.too_long"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"officer": "x"}, "no_officer"),
        ({"officer": "b"}, "not_active"),
        ({"officer": "c"}, "inspector"),
        ({"agencies": ()}, "no_agency"),
        ({"agencies": ("H99",)}, "unknown_agency"),
        ({"decision_number": "  "}, "no_number"),
        ({"valid_from": None}, "no_days"),
        ({"valid_until": TODAY - timedelta(days=1)}, "ends_before_begin"),
        ({"valid_from": TODAY - timedelta(days=9), "valid_until": TODAY - timedelta(days=2)},
         "over"),
        ({"valid_from": TODAY + timedelta(days=40), "valid_until": TODAY + timedelta(days=50)},
         "too_far_ahead"),
    ],
)  # fmt: skip
def test_each_slip_is_said(change: dict[str, object], code: str) -> None:
    found = codes(replace(GOOD, **change))  # type: ignore[arg-type]
    assert found == [f"appointment.{code}"]
    assert set(found) <= PROBLEMS.keys()


def test_an_appointment_on_the_spot_covers_its_days_and_agencies() -> None:
    known = with_appointments(OFFICERS, [MADE]).with_id("a")
    assert known is not None
    assert known.appointments[0].temporary
    assert may_receive(known, PROCEDURE, TODAY) == ()
    assert may_receive(known, PROCEDURE, TODAY - timedelta(days=1))
    assert may_receive(known, replace(PROCEDURE, agency_code="H26.31"), TODAY)


def test_the_province_wins_by_the_number_and_a_later_entry_by_its_place() -> None:
    sent = Appointment("09/qđ-tt", TODAY, ("H26.31",), TODAY)
    listed = OfficerList("2", (Officer("a", "Trần Thị Mẫu", appointments=(sent,)),))
    assert with_appointments(listed, [MADE]) == listed
    shorter = replace(MADE, valid_until=TODAY)
    officer = with_appointments(OFFICERS, [MADE, shorter]).with_id("a")
    assert officer is not None
    assert [each.valid_until for each in officer.appointments] == [TODAY]


def test_inspectors_and_strangers_are_left_out() -> None:
    made = [replace(MADE, officer="c"), replace(MADE, officer="nobody")]
    assert with_appointments(OFFICERS, made) == OFFICERS
