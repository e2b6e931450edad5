from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from counter_app.domain.acts.audit import LoggedIn, Viewed
from counter_app.domain.acts.decisions import WorkStarted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Numbered
from counter_app.domain.acts.steps import ContactWay, HandedOver, Printed, PrintProof, Told
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.store import EntryNotWholeError, ForkedChainError, NoChainError
from counter_app.domain.journal.chain import breaks
from counter_app.domain.journal.entry import Origin, header_hash
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.store.store import Store

PRINTED = Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER)


def test_an_act_becomes_an_entry_a_body_a_fact_a_delivery_and_a_dossier(office: Any) -> None:
    uid = office.register()
    with office.store.reading() as tx:
        recorded = tx.journal.get(uid)
        assert recorded is None  # the entry has an identifier of its own
        (told,) = tx.dossiers.timeline(uid)
        assert told.entry.dossier == uid
        assert tx.journal.data(told.entry.uid)
        assert [fact.entry for fact in tx.journal.facts(office.now.date(), office.now.date())] == [
            told.entry.uid
        ]
        assert tx.deliveries.counts().pending == 1
        assert tx.dossiers.get(uid).status is Status.RECEIVED


def test_a_reception_without_dossier_gives_it_its_own_uid(office: Any) -> None:
    recorded = office.act(office.received())
    assert office.get(recorded.entry.uid).received.applicant.name == "Nguyễn Thị Mẫu"


def test_the_chain_is_gapless_and_after_names_the_previous_entry_of_the_dossier(
    office: Any,
) -> None:
    first, second = office.register(), office.register()
    one = office.act(PRINTED, first)
    office.act(LoggedIn("Lê Văn Mẫu"))
    two = office.act(PRINTED, second)
    three = office.act(HandedOver("Phòng Tư pháp"), first)
    assert three.entry.after == one.entry.uid
    assert two.entry.after != one.entry.uid
    with office.store.reading() as tx:
        entries = [entry for _, entry, _ in tx.journal.since(0, 100)]
        found, head = breaks(entries)
        assert not found
        assert head == tx.journal.head()
        assert entries[3].after is None  # the log-in
        assert tx.journal.latest_moment() == three.entry.occurred_at


def test_no_act_before_the_enrolment(tmp_path: Any, key: bytes) -> None:
    store = Store.open(tmp_path, key)
    with pytest.raises(NoChainError), store.writing() as tx:
        tx.journal.head()
    store.close()


def test_a_body_of_another_kind_is_a_bug(office: Any) -> None:
    with pytest.raises(ValueError, match="no body of"), office.store.writing() as tx:
        tx.journal.append(
            Kind.RECEIVED,
            PRINTED,
            uid="u",
            author=None,
            occurred_at=office.now,
            clock_quality=None,
        )


def test_a_chain_begins_once(office: Any) -> None:
    with pytest.raises(ValueError, match="once"), office.store.writing() as tx:
        tx.journal.begin_chain("chain-1")


def test_a_new_chain_goes_on_beside_the_old_one(office: Any) -> None:
    office.register()
    with office.store.writing() as tx:
        tx.journal.begin_chain("chain-2")
    uid = office.register()
    with office.store.reading() as tx:
        assert tx.journal.head().n == 1
        assert tx.dossiers.timeline(uid)[0].entry.chain == "chain-2"
        assert tx.journal.chains() == ("chain-1", "chain-2")
        assert len(tx.deliveries.waiting(office.now)) == 2


def test_the_feed_is_taken_in_once(office: Any) -> None:
    feed = office.feed()
    entry, data = feed.entry(office.received(), dossier="d-9")
    outcome = office.accepted("checked")
    for expected in (True, False, False):
        with office.store.writing() as tx:
            assert tx.journal.take_in(entry, data, outcome) is expected
    dossier = office.get("d-9")
    assert dossier.version == 1
    assert dossier.flags == ("checked",)
    assert office.waiting() == []  # others' acts are not ours to send


def test_our_own_entry_comes_back_as_its_outcome_only(office: Any) -> None:
    uid = office.register()
    with office.store.writing() as tx:
        entry = tx.dossiers.timeline(uid)[0].entry
        data = tx.journal.data(entry.uid)
        before = tx.journal.count()
        assert tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, 7))
        assert tx.journal.count() == before
        assert not tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, 7))
    assert office.get(uid).version == 7
    assert office.waiting() == []


def test_a_false_entry_is_not_taken_in(office: Any) -> None:
    feed = office.feed()
    entry, data = feed.entry(office.received(), dossier="d-9")
    other = office.received("Trần Văn Khác")
    _, other_data = office.feed("chain-8").entry(other)
    worse = dataclasses.replace(entry, body_sha256="0" * 64)
    cases = [
        (entry, other_data, "sha256"),
        (dataclasses.replace(entry, officer="somebody"), data, "hash"),
        (worse, None, "hash"),
    ]
    nonsense = dataclasses.replace(entry, kind=Kind.RETURNED)
    nonsense = dataclasses.replace(nonsense, hash=header_hash(nonsense))
    cases.append((nonsense, data, "body"))
    for false_entry, false_data, why in cases:
        with pytest.raises(EntryNotWholeError) as caught, office.store.writing() as tx:
            tx.journal.take_in(false_entry, false_data, office.accepted())
        assert caught.value.facts["why"] == why
    with office.store.reading() as tx:
        assert tx.journal.count() == 0


def test_a_known_uid_with_another_body_is_refused(office: Any) -> None:
    uid = office.register()
    with office.store.reading() as tx:
        own = tx.dossiers.timeline(uid)[0].entry.uid
    entry, data = office.feed().entry(PRINTED, dossier=uid, uid=own)
    with pytest.raises(EntryNotWholeError) as caught, office.store.writing() as tx:
        tx.journal.take_in(entry, data, office.accepted())
    assert caught.value.facts["why"] == "uid"


def test_two_entries_at_one_place_of_a_chain_are_a_fork(office: Any) -> None:
    one, data_one = office.feed("chain-9").entry(LoggedIn("Lê Văn Mẫu"))
    two, data_two = office.feed("chain-9").entry(LoggedIn("Trần Thị Mẫu"))
    with office.store.writing() as tx:
        tx.journal.take_in(one, data_one, office.accepted())
    with pytest.raises(ForkedChainError) as caught, office.store.writing() as tx:
        tx.journal.take_in(two, data_two, office.accepted())
    assert caught.value.facts["n"] == 1


def test_an_act_on_an_unknown_code_waits_for_the_reception(office: Any) -> None:
    code = "H00.15-250718-0777"
    first = office.act(Told(ContactWay.PHONE, "Mời đến nhận kết quả"), code=code)
    second = office.act(PRINTED, code=code)
    assert second.entry.after == first.entry.uid
    with office.store.reading() as tx:
        assert tx.dossiers.by_code(code) is None
        assert tx.deliveries.listing()[0].code == code
    entry, data = office.feed().entry(office.received(code=code), dossier="d-9")
    with office.store.writing() as tx:
        assert tx.journal.take_in(entry, data, office.accepted())
        dossier = tx.dossiers.by_code(code)
        assert [step.kind for step in dossier.steps] == [Kind.RECEIVED, Kind.TOLD, Kind.PRINTED]
        assert dossier.waiting == 2
    assert office.store.rebuild().was_equal
    # Known by now: the next act by code goes straight to the dossier.
    third = office.act(PRINTED, code=code)
    assert third.entry.after == second.entry.uid
    assert len(office.get("d-9").steps) == 4


def test_an_act_on_a_code_that_came_with_a_number_is_bound_too(office: Any) -> None:
    uid = office.register(provisional=True, code="HG00001-250718-0001", book="", serial=0)
    code = "H00.15-250718-3999"
    office.act(PRINTED, code=code)
    assert not office.get(uid).printed
    office.act(Numbered(code, "b-near", "Q1", 2025, 9), uid)
    dossier = office.get(uid)
    assert dossier.printed
    assert (dossier.code, dossier.provisional_code) == (code, "HG00001-250718-0001")
    with office.store.reading() as tx:
        assert tx.dossiers.by_code("HG00001-250718-0001").uid == uid


def test_the_servers_decisions_move_the_dossier(office: Any) -> None:
    uid = office.register()
    entry, data = office.feed("server", Origin.SERVER).entry(WorkStarted("Phòng Tư pháp"), uid)
    with office.store.writing() as tx:
        tx.journal.take_in(entry, data, office.accepted())
    dossier = office.get(uid)
    assert dossier.status is Status.RECEIVED  # its reception isn't accepted: that comes later
    with office.store.reading() as tx:
        own = tx.dossiers.timeline(uid)[0].entry.uid
    with office.store.writing() as tx:
        tx.deliveries.answered(own, Outcome(State.ACCEPTED, 0))
    assert office.get(uid).status is Status.IN_PROGRESS


def test_an_erased_body_comes_in_without_its_bytes(office: Any) -> None:
    entry, _ = office.feed().entry(Viewed("H00.15-250718-0001"))
    with office.store.writing() as tx:
        assert tx.journal.take_in(entry, None, office.accepted())
        assert tx.journal.get(entry.uid).body is None
        assert tx.journal.data(entry.uid) is None
    assert office.store.verify().is_whole
