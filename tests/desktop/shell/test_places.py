"""Which pages are open to whom."""

from __future__ import annotations

import dataclasses

import pytest

from counter_app.desktop.shell.places import (
    ANSWER,
    DELETIONS,
    FORMS,
    NEEDED,
    PRINTING,
    REPLACE,
    SCANNER,
    SCANNING,
    UNCONFIRMED,
    Places,
)
from counter_app.desktop.shell.rail_bar import (
    BOOKS,
    CERTIFY,
    DAY,
    DOSSIERS,
    LATE,
    LOG,
    OVERVIEW,
    PARKED,
    PILES,
    RECEPTION,
    REMINDERS,
    REPORTS,
    SHIFT,
)
from counter_app.domain.enrolment import REPLACED
from counter_app.domain.officers.officer import Appointment, Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from tests.desktop.conftest import Desktop
from tests.made import NOON

PRINTS = (Role.RECEPTION, Role.RETURN, Role.FEES, Role.SUPERVISOR)
DECISION = Appointment("07/QĐ", NOON.date(), (), NOON.date())


def places(desktop: Desktop, *roles: Role) -> Places:
    officer = Officer("cb", "Trần Thị Mẫu", roles=roles, appointments=(DECISION,))
    return Places(dataclasses.replace(desktop.desk, session=Session(officer, "online")))


def test_a_machine_is_replaced_by_whom_the_service_lets(desktop: Desktop) -> None:
    assert places(desktop, Role.SUPERVISOR).is_open(REPLACE)
    assert places(desktop, Role.ADMIN).is_open(REPLACE)
    assert not places(desktop, Role.RECEPTION, Role.FEES).is_open(REPLACE)
    with desktop.desk.workplace.store.writing() as tx:
        tx.setup.put(REPLACED, {})
    assert places(desktop, Role.ADMIN).first() == REPLACE
    assert places(desktop, Role.RECEPTION).first() == RECEPTION


@pytest.mark.parametrize(
    ("roles", "first", "closed"),
    [
        ((), "settings", set(NEEDED)),
        ((Role.RECEPTION,), RECEPTION, {SHIFT, OVERVIEW, REPORTS, LOG, FORMS, DELETIONS}),
        ((Role.RECEPTION, Role.FEES), RECEPTION, {OVERVIEW, REPORTS, LOG, FORMS, DELETIONS}),
        (
            (Role.INSPECTOR,),
            LOG,
            {RECEPTION, LATE, PARKED, PILES, CERTIFY, SHIFT, DAY, FORMS, DELETIONS},
        ),
        ((Role.SUPERVISOR,), LOG, {RECEPTION, PARKED, CERTIFY, SHIFT}),
        (
            (Role.POST,),
            DOSSIERS,
            {
                RECEPTION,
                PARKED,
                CERTIFY,
                SHIFT,
                DAY,
                OVERVIEW,
                REPORTS,
                LATE,
                LOG,
                "detail",
                BOOKS,
                ANSWER,
                SCANNING,
                FORMS,
                DELETIONS,
            },
        ),
        (
            (Role.ADMIN,),
            LOG,
            {
                RECEPTION,
                PARKED,
                PILES,
                CERTIFY,
                SHIFT,
                DAY,
                LATE,
                OVERVIEW,
                REPORTS,
                "detail",
                BOOKS,
                ANSWER,
                SCANNING,
                DELETIONS,
            },
        ),
    ],
)
def test_what_is_open(
    desktop: Desktop, roles: tuple[Role, ...], first: str, closed: set[str]
) -> None:
    known = places(desktop, *roles)
    assert known.first() == first
    apart = {REPLACE, UNCONFIRMED, PRINTING, SCANNER}  # tests/test_entrances.py has the devices
    assert known.closed() - apart == closed - apart
    assert known.is_open(REMINDERS) is bool(roles)
    assert known.is_open(UNCONFIRMED) is bool({*roles} & {*PRINTS})
    assert "Trần Thị Mẫu" in known.refusal().bold
