from __future__ import annotations

import dataclasses
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite as dialect

from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultTakenIn
from counter_app.domain.acts.steps import (
    HandedOver,
    SupplementItem,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.dossiers.dossier_line import Order, Place
from counter_app.domain.dossiers.status import Status
from counter_app.store.engine import connect
from counter_app.store.subjects.lines import UNDATED
from counter_app.store.views.lists import DossierFilter, ListCounts, counts_query, page_query
from tests.store.conftest import START


def names(office: Any, which: DossierFilter | None = None, limit: int = 50) -> list[str]:
    with office.store.reading() as tx:
        return [line.applicant for line in tx.lists.page(which, limit=limit).lines]


def test_the_newest_come_first_page_by_page(office: Any) -> None:
    wanted = [f"Trần Thị Mẫu {number}" for number in range(7)]
    for name in wanted:
        office.register(name)
    found, after = [], None
    with office.store.reading() as tx:
        while True:
            page = tx.lists.page(after=after, limit=3)
            found += [line.applicant for line in page.lines]
            after = page.after
            if after is None:
                break
    assert found == wanted[::-1]
    with office.store.reading() as tx:
        assert tx.lists.page(limit=7).after is None


def test_many_of_the_same_moment_all_have_a_place(office: Any) -> None:
    moment = office.now
    for number in range(40):
        office.register(f"Mẫu {number}", received_at=moment)
    assert sorted(names(office)) == sorted(f"Mẫu {number}" for number in range(40))


def test_a_line_masks_the_numbers_and_knows_the_rest(office: Any) -> None:
    uid = office.register("Nguyễn Thị Ánh")
    with office.store.reading() as tx:
        (line,) = tx.lists.page().lines
    dossier = office.get(uid)
    assert (line.uid, line.code, line.applicant) == (uid, dossier.code, "Nguyễn Thị Ánh")
    assert line.identity == "0010••••0001"
    assert line.phone == "0912••••5678"
    assert line.received_at == dossier.received.received_at
    assert line.due_at == dossier.promise.due_at
    assert line.status is Status.RECEIVED
    assert not line.is_provisional
    assert line.waiting == 1


def test_filters(office: Any) -> None:
    early = office.register("Sớm")
    office.now += timedelta(hours=2)
    late = office.register("Muộn")
    office.act(HandedOver("Phòng Tư pháp"), early)
    office.act(ResultTakenIn(()), late)
    middle = office.now - timedelta(hours=1)
    due = office.get(early).promise.due_at
    cases = {
        DossierFilter(): ["Muộn", "Sớm"],
        DossierFilter(statuses=frozenset({Status.IN_PROGRESS})): ["Sớm"],
        DossierFilter(received_from=middle): ["Muộn"],
        DossierFilter(received_to=middle): ["Sớm"],
        DossierFilter(due_before=due + timedelta(seconds=1)): ["Sớm"],
        DossierFilter(result_is_here=True): ["Muộn"],
        DossierFilter(waiting=True): ["Muộn", "Sớm"],
        DossierFilter(attention=True): [],
        DossierFilter(procedure="1.001193"): ["Muộn", "Sớm"],
        DossierFilter(agency="H00.16"): [],
        DossierFilter(counter="quay-1"): ["Muộn", "Sớm"],
        DossierFilter(practice=True): [],
        DossierFilter(practice=False, only_open=True): ["Muộn", "Sớm"],
    }
    for which, expected in cases.items():
        assert names(office, which) == expected, which
    for uid in office.waiting():
        office.answer(uid)
    assert names(office, DossierFilter(waiting=True)) == []


def test_a_closed_dossier_is_no_longer_late(office: Any) -> None:
    uid = office.register()
    office.act(Withdrawn("Công dân rút hồ sơ"), uid)
    assert names(office, DossierFilter(due_before=office.now + timedelta(days=30))) == []


def paged(office: Any, which: DossierFilter, limit: int) -> list[str]:
    found: list[str] = []
    after: Place | None = None
    with office.store.reading() as tx:
        while True:
            page = tx.lists.page(which, after, limit)
            found += [line.applicant for line in page.lines]
            after = page.after
            if after is None:
                return found


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize("limit", [1, 2, 3, 50])
def test_pages_of_open_dossiers_in_both_orders(office: Any, order: Order, limit: int) -> None:
    dues = [3, 1, None, 2, 1, None, 1]
    for number, days in enumerate(dues):
        due = None if days is None else office.now.replace(second=0) + timedelta(days=days)
        office.register(f"Mẫu {number}", promise=Promise(due, "hand", "2025"))
    office.act(Withdrawn("Rút"), office.register("Đã rút"))
    by_due = [1, 4, 6, 3, 0, 2, 5]
    expected = by_due if order is Order.DUE else list(range(len(dues)))[::-1]
    which = DossierFilter(only_open=True, order=order)
    assert paged(office, which, limit) == [f"Mẫu {number}" for number in expected]


def test_words_are_found_among_open_and_waiting_dossiers(office: Any) -> None:
    office.register("Nguyễn Thị Ánh Tuyết")
    office.register("Đặng Văn Đức")
    office.act(Withdrawn("Rút"), office.register("Đặng Thị Ánh"))
    cases = {
        "anh": ["Nguyễn Thị Ánh Tuyết"],
        "tuyết ánh": ["Nguyễn Thị Ánh Tuyết"],
        "tuyet an": ["Nguyễn Thị Ánh Tuyết"],
        "an tuyet": [],
        "đức khai s": ["Đặng Văn Đức"],
        "0912345": ["Đặng Văn Đức", "Nguyễn Thị Ánh Tuyết"],
        "H00.15-2507": ["Đặng Văn Đức", "Nguyễn Thị Ánh Tuyết"],
        "2507180002": ["Đặng Văn Đức"],
        "250718000": ["Đặng Văn Đức", "Nguyễn Thị Ánh Tuyết"],
        "100% _": [],
        "": ["Đặng Văn Đức", "Nguyễn Thị Ánh Tuyết"],
    }
    for typed, expected in cases.items():
        assert names(office, DossierFilter(only_open=True, typed=typed)) == expected, typed
    assert names(office, DossierFilter(waiting=True, typed="anh")) == [
        "Đặng Thị Ánh",
        "Nguyễn Thị Ánh Tuyết",
    ]


def test_counts_say_what_each_list_shows(office: Any) -> None:
    late = office.register("Trễ", promise=Promise(office.now, "hand", "2025"))
    office.register("Gấp", promise=Promise(office.now + timedelta(hours=5), "hand", "2025"))
    asked = office.register("Chờ bổ sung", promise=Promise(office.now, "hand", "2025"))
    office.act(SupplementRequested((SupplementItem("Bản sao"),)), asked)
    here = office.register("Có kết quả", promise=Promise(office.now, "hand", "2025"))
    office.act(ResultTakenIn(()), here)
    office.act(HandedOver("Phòng"), late)
    office.act(Withdrawn("Rút"), office.register("Rút"))
    office.register("Không hẹn", promise=Promise(None, "none", "2025"))
    now = office.now + timedelta(minutes=1)
    soon, later = now + timedelta(hours=1), now + timedelta(hours=9)
    with office.store.reading() as tx:
        found = tx.lists.counts(now, soon, later)
        assert tx.lists.counts(now, soon, later, counter="quay-9") == dataclasses.replace(
            ListCounts(0, 0, 0, 0, 0, 0, 0, 0), unsent=found.unsent
        )
        tomorrow = tx.lists.counts(now, soon, later, received_from=now)
    assert found == ListCounts(5, 0, 1, 1, overdue=1, soon=0, later=1, unsent=6)
    assert (tomorrow.open, tomorrow.overdue, tomorrow.later) == (0, 1, 1)
    assert names(office, DossierFilter(due_before=now)) == ["Trễ"]
    assert names(office, DossierFilter(due_from=now, due_before=later)) == ["Gấp"]
    assert len(names(office, DossierFilter(only_open=True))) == found.open
    assert len(names(office, DossierFilter(waiting=True))) == found.unsent


def test_counts_of_an_empty_store(office: Any) -> None:
    with office.store.reading() as tx:
        found = tx.lists.counts(office.now, office.now, office.now)
    assert found == ListCounts(0, 0, 0, 0, 0, 0, 0, 0)


def plan_of(office: Any, query: Any) -> str:
    compiled = str(query.compile(dialect=dialect.dialect(), compile_kwargs={"literal_binds": True}))
    with closing(connect(office.path, office.key)) as connection:
        rows = connection.execute("EXPLAIN QUERY PLAN " + compiled).fetchall()
    return "\n".join(row[3] for row in rows)


@pytest.mark.parametrize(
    ("which", "index"),
    [
        (DossierFilter(result_is_here=True), "dossier_result_here"),
        (DossierFilter(attention=True), "dossier_attention"),
    ],
)
def test_lists_of_exceptions_use_their_index(office: Any, which: DossierFilter, index: str) -> None:
    assert index in plan_of(office, page_query(which, None, 51))


@pytest.mark.parametrize("order", list(Order))
@pytest.mark.parametrize(
    "which",
    [
        DossierFilter(only_open=True),
        DossierFilter(only_open=True, typed="nguyen anh"),
        DossierFilter(only_open=True, statuses=frozenset({Status.IN_PROGRESS}), counter="12"),
        DossierFilter(only_open=True, result_is_here=True),
        DossierFilter(due_before=START),
        DossierFilter(due_from=START, due_before=START, only_open=True, received_from=START),
    ],
)
def test_open_lists_read_nothing_but_their_index(
    office: Any, which: DossierFilter, order: Order
) -> None:
    which = dataclasses.replace(which, order=order)
    plan = plan_of(office, page_query(which, Place(1, UNDATED), 51))
    assert "USING COVERING INDEX dossier_open" in plan
    assert "SCAN dossier\n" not in plan + "\n"


def test_counts_read_nothing_but_two_indexes(office: Any) -> None:
    plan = plan_of(office, counts_query(START, START, START, "12", START))
    assert "USING COVERING INDEX dossier_open" in plan
    assert "delivery_open" in plan
    assert "SCAN dossier\n" not in plan + "\n"
