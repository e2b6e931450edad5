from __future__ import annotations

from typing import Any

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import (
    Printed,
    PrintProof,
    SupplementItem,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author
from counter_app.domain.journal.outcome import State
from counter_app.domain.people.person import Identity, IdentityKind, Person

PRINTED = Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER)


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
