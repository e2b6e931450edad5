"""Logging in as an inspector: only while the decision holds."""

from __future__ import annotations

import dataclasses
from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.errors.session import InspectionOverError
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.gateway.client import Gateway
from counter_app.services.signing_in.login import log_in
from counter_app.wording.sentences import sentence
from tests.services.conftest import Counter

NAME = "Đỗ Thị Thử"


class Server:
    """A server that lets everybody in."""

    def login(self, officer: str, password: str, new_password: str = "") -> object:
        return SimpleNamespace(name=NAME, roles=("inspector", "unheard-of"), offline_days=30)


def known(counter: Counter, *appointments: Appointment) -> None:
    inspector = Officer("kt", NAME, roles=(Role.INSPECTOR,), appointments=appointments)
    reference = dataclasses.replace(
        counter.workplace.reference, officers=OfficerList("1", (inspector,))
    )
    counter.workplace = dataclasses.replace(counter.workplace, reference=reference)


def decision(first: date, last: date | None) -> Appointment:
    return Appointment("07/QĐ", date(2026, 1, 5), (), first, last)


def logged_in(counter: Counter) -> int:
    today = counter.clock.at.date()
    with counter.workplace.store.reading() as tx:
        return len(tx.day_acts.between(today, today, (Kind.LOGGED_IN,)))


def test_within_the_decisions_days(counter: Counter) -> None:
    known(counter, decision(date(2026, 11, 2), date(2026, 11, 20)))
    session = log_in(counter.workplace, cast("Gateway", Server()), "kt", "mật khẩu mẫu")
    assert session.officer.roles == (Role.INSPECTOR,)
    assert logged_in(counter) == 1


@pytest.mark.parametrize(
    ("appointments", "days"),
    [
        ((decision(date(2026, 1, 5), date(2026, 11, 19)),), "05/01/2026 – 19/11/2026"),
        ((decision(date(2026, 11, 21), None),), "21/11/2026 – …"),
        ((), "–"),
    ],
)
def test_outside_them_nobody_looks(
    counter: Counter, appointments: tuple[Appointment, ...], days: str
) -> None:
    known(counter, *appointments)
    with pytest.raises(InspectionOverError) as caught:
        log_in(counter.workplace, cast("Gateway", Server()), "kt", "mật khẩu mẫu")
    assert days in sentence(caught.value)
    assert logged_in(counter) == 0
