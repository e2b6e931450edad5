"""Who is offered at log-in."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.officers.officer import Officer, OfficerList
from counter_app.services.counter.workplace import Workplace
from counter_app.services.signing_in.known_officers import known_officers
from counter_app.store.subjects.catalogues import Catalogue
from counter_app.store.subjects.logins import OfficerLogin
from tests.made import NOON
from tests.services.conftest import Counter

LISTED = OfficerList(
    "2",
    (
        Officer("cb-03", "Văn Thị Ba", "Công chức"),
        Officer("cb-01", "Phạm Thị Ví", "Cán bộ tiếp nhận"),
        Officer("cb-04", "An Văn Bốn"),
        Officer("cb-05", "Lê Thị Năm", active=False),
        Officer("cb-06", "Lê Thị Sáu", active=False),
    ),
)


def place(counter: Counter, *, sent: bool) -> Workplace:
    with counter.workplace.store.writing() as tx:
        for number, officer in enumerate(("cb-02", "cb-01", "cb-05")):
            at = NOON + timedelta(hours=number)
            tx.logins.put(OfficerLogin(officer, f"Tên {officer}", "x", last_online_at=at))
            tx.setup.put(f"offline-days/{officer}", 30)
        if sent:
            tx.catalogues.stage(Catalogue("officers", "2", b"{}"))
            tx.catalogues.activate("officers", "2")
    reference = dataclasses.replace(counter.workplace.reference, officers=LISTED)
    return dataclasses.replace(counter.workplace, reference=reference)


def test_the_last_one_first_then_the_list_by_name(counter: Counter) -> None:
    end = (NOON + timedelta(days=30)).date()
    assert known_officers(place(counter, sent=True)) == (
        KnownOfficer("cb-01", "Phạm Thị Ví", "Cán bộ tiếp nhận", end),
        KnownOfficer("cb-02", "Tên cb-02", "", end),
        KnownOfficer("cb-04", "An Văn Bốn"),
        KnownOfficer("cb-03", "Văn Thị Ba", "Công chức"),
    )


def test_the_list_that_ships_with_the_program_names_nobody(counter: Counter) -> None:
    assert [each.id for each in known_officers(place(counter, sent=False))] == [
        "cb-05",
        "cb-01",
        "cb-02",
    ]
