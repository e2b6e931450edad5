from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import sqlite as dialect

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultTakenIn
from counter_app.domain.acts.steps import (
    HandedOver,
    Printed,
    PrintProof,
    SupplementItem,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.dossiers.status import Status
from counter_app.domain.journal.entry import Author, ClockQuality
from counter_app.domain.journal.outcome import State
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.store.engine import connect
from counter_app.store.subjects.dossiers import DossierFilter, _filtered
from counter_app.store.tables import dossier

PRINTED = Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER)


def names(office: Any, which: DossierFilter | None = None, limit: int = 50) -> list[str]:
    with office.store.reading() as tx:
        return [line.applicant for line in tx.dossiers.page(which, limit=limit).lines]


def test_what_was_just_written_reads_the_same_later(office: Any) -> None:
    uid = office.new_id()
    known = {"author": Author("o1", "online", "quay-1"), "clock_quality": ClockQuality.LOCAL}
    with office.store.writing() as tx:
        tx.journal.append(
            Kind.RECEIVED,
            office.received(),
            uid=uid,
            dossier=uid,
            occurred_at=office.tick(),
            **known,
        )
        born = tx.dossiers.get(uid)
        tx.journal.append(
            Kind.PRINTED,
            PRINTED,
            uid=office.new_id(),
            dossier=uid,
            occurred_at=office.tick(),
            **known,
        )
        printed = tx.dossiers.get(uid)
        assert tx.dossiers.get("another") is None
    assert (len(born.steps), len(printed.steps)) == (1, 2)
    assert office.get(uid) == printed
    assert office.store.rebuild().was_equal


def test_the_newest_come_first_page_by_page(office: Any) -> None:
    wanted = [f"Trần Thị Mẫu {number}" for number in range(7)]
    for name in wanted:
        office.register(name)
    found, after = [], None
    with office.store.reading() as tx:
        while True:
            page = tx.dossiers.page(after_key=after, limit=3)
            found += [line.applicant for line in page.lines]
            after = page.after_key
            if after is None:
                break
    assert found == wanted[::-1]
    with office.store.reading() as tx:
        assert tx.dossiers.page(limit=7).after_key is None


def test_many_of_the_same_moment_all_have_a_place(office: Any) -> None:
    moment = office.now
    for number in range(40):
        office.register(f"Mẫu {number}", received_at=moment)
    assert sorted(names(office)) == sorted(f"Mẫu {number}" for number in range(40))


def test_a_line_masks_the_numbers_and_knows_the_rest(office: Any) -> None:
    uid = office.register("Nguyễn Thị Ánh")
    with office.store.reading() as tx:
        (line,) = tx.dossiers.page().lines
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


def test_the_open_dossiers_of_a_person(office: Any) -> None:
    card = Identity(IdentityKind.CITIZEN_CARD, "001200000123")
    for name in ("Một", "Hai"):
        office.register(name, applicant=Person(name, identity=card))
    closed = office.register("Ba", applicant=Person("Ba", identity=card))
    office.act(Withdrawn("Rút"), closed)
    office.register("Trẻ sơ sinh", applicant=Person("Trẻ sơ sinh"))
    with office.store.reading() as tx:
        lines = tx.dossiers.open_of_person("001200000123")
        assert [line.applicant for line in lines] == ["Hai", "Một"]
        assert tx.dossiers.open_of_person("") == ()
        assert tx.dossiers.open_of_person("001200000999") == ()


def test_unprinted_until_the_paper_came_out(office: Any) -> None:
    uid = office.register()
    with office.store.reading() as tx:
        assert [line.uid for line in tx.dossiers.unprinted()] == [uid]
        assert [line.uid for line in tx.dossiers.unprinted("quay-1")] == [uid]
        assert tx.dossiers.unprinted("quay-2") == ()
    office.act(PRINTED, uid)
    with office.store.reading() as tx:
        assert tx.dossiers.unprinted() == ()


def test_without_official_code(office: Any) -> None:
    office.register()
    uid = office.register(provisional=True, code="HG00001-250718-0001", book="", serial=0)
    with office.store.reading() as tx:
        (line,) = tx.dossiers.without_official_code()
    assert (line.uid, line.code, line.is_provisional) == (uid, "HG00001-250718-0001", True)


def test_by_code_finds_nothing_for_nothing(office: Any) -> None:
    office.register()
    with office.store.reading() as tx:
        assert tx.dossiers.by_code("") is None
        assert tx.dossiers.by_code("H00.15-250718-9999") is None
        assert tx.dossiers.get("nobody") is None
        assert tx.dossiers.timeline("nobody") == ()


def test_the_timeline_forgets_nothing(office: Any) -> None:
    uid = office.register()
    asked = SupplementRequested((SupplementItem("Bản sao giấy chứng sinh"),))
    refused = office.act(asked, uid).entry.uid
    office.answer(refused, State.REFUSED)
    with office.store.reading() as tx:
        told = tx.dossiers.timeline(uid)
    assert [each.outcome.state for each in told] == [State.PENDING, State.REFUSED]
    assert told[1].body == asked


@pytest.mark.parametrize(
    ("which", "index"),
    [
        (DossierFilter(result_is_here=True), "dossier_result_here"),
        (DossierFilter(attention=True), "dossier_attention"),
    ],
)
def test_lists_of_exceptions_use_their_index(office: Any, which: DossierFilter, index: str) -> None:
    query = _filtered(select(dossier.c.uid), which).order_by(dossier.c.key.desc())
    compiled = str(query.compile(dialect=dialect.dialect(), compile_kwargs={"literal_binds": True}))
    with closing(connect(office.path, office.key)) as connection:
        plan = connection.execute("EXPLAIN QUERY PLAN " + compiled).fetchall()
    assert index in str(plan)
