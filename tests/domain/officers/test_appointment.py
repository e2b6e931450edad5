from __future__ import annotations

import json
from datetime import date

import pytest

from counter_app.config import resource
from counter_app.domain.centre import AgencyList, Centre
from counter_app.domain.officers.appointment import appointment_for, may_receive
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.problems import Weight
from counter_app.domain.procedures.procedure import Procedure

DAY = date(2026, 11, 20)
BIRTH = Procedure("1.001193", "Đăng ký khai sinh", agency_code="H26.15", agency_name="UBND phường")
LAND = Procedure("1.012783", "Cấp đổi Giấy chứng nhận", agency_code="H26.34")
ANY = Procedure("2.000908", "Cấp bản sao từ sổ gốc")
DECISION = Appointment("12/QĐ-UBND", date(2025, 6, 25), ("H26.15",), date(2025, 7, 1))
TEMPORARY = Appointment("07/QĐ", DAY, ("H26.15", "H26.34"), DAY, DAY, temporary=True)


def officer(*appointments: Appointment, active: bool = True) -> Officer:
    return Officer("CB-1", "Nguyễn Thị Mẫu", appointments=appointments, active=active)


def over(until: date) -> Appointment:
    return Appointment("1/QĐ", date(2024, 1, 1), ("H26.15",), date(2024, 1, 1), until)


@pytest.mark.parametrize(
    ("who", "procedure", "code"),
    [
        (officer(DECISION), BIRTH, ""),
        (officer(DECISION), ANY, ""),
        (officer(over(DAY)), BIRTH, ""),
        (officer(TEMPORARY), LAND, ""),
        (officer(), BIRTH, "officer.not_appointed"),
        (officer(DECISION, active=False), BIRTH, "officer.not_active"),
        (officer(over(date(2026, 11, 19))), BIRTH, "officer.appointment_over"),
        (
            officer(Appointment("9/QĐ", DAY, ("H26.15",), date(2026, 12, 1))),
            BIRTH,
            "officer.appointment_not_begun",
        ),
        (officer(DECISION), LAND, "officer.outside_appointment"),
    ],
)
def test_what_is_outside_an_appointment_is_a_flag_and_never_an_obstacle(
    who: Officer, procedure: Procedure, code: str
) -> None:
    problems = may_receive(who, procedure, DAY)
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(problem.weight is Weight.DOUBT for problem in problems)


def test_dates_are_told_as_the_office_writes_them() -> None:
    (problem,) = may_receive(officer(over(date(2026, 2, 5))), BIRTH, DAY)
    assert dict(problem.facts) == {"decision": "1/QĐ", "date": "05/02/2026"}


def test_the_permanent_decision_is_the_one_recorded() -> None:
    assert appointment_for(officer(TEMPORARY, DECISION), BIRTH, DAY) == DECISION
    assert appointment_for(officer(TEMPORARY, DECISION), LAND, DAY) == TEMPORARY
    assert appointment_for(officer(DECISION), LAND, DAY) is None


def read(kind: type, name: str) -> object:
    plain = json.loads(resource("centre", name).read_text("utf-8"))
    value = from_plain(kind, plain)
    assert to_plain(value) == plain
    return value


def test_the_sample_centre_hangs_together() -> None:
    centre = read(Centre, "centre.json")
    agencies = read(AgencyList, "agencies.json")
    officers = read(OfficerList, "officers.json")
    assert isinstance(centre, Centre)
    assert isinstance(agencies, AgencyList)
    assert isinstance(officers, OfficerList)
    assert centre.name == "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert (twelve := centre.counter("12")) is not None
    assert twelve.result_counter
    assert centre.counter("99") is None
    assert agencies.with_code(centre.code) is not None
    assert agencies.with_code("H99") is None
    known = {agency.code for agency in agencies.agencies}
    for each in officers.officers:
        assert officers.with_id(each.id) == each
        for appointment in each.appointments:
            assert set(appointment.agencies) <= known
    assert {agency.parent for agency in agencies.agencies} <= known | {""}
    reception = officers.with_id("CB-001")
    assert reception is not None
    assert may_receive(reception, BIRTH, DAY) == ()
