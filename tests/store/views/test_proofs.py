"""The proof of one dossier: whole, or broken at the first entry that doesn't fit."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.journal.outcome import Outcome, State
from tests.store.conftest import Office


def a_life(office: Office) -> str:
    uid = office.register()
    office.register()  # somebody else's, between
    office.act(Told(ContactWay.PHONE, "đã báo"), uid)
    return uid


def test_own_entries_are_held_against_all_between(office: Office) -> None:
    uid = a_life(office)
    with office.store.reading() as tx:
        (proof,) = tx.proofs.of_dossier(uid)
        head = tx.journal.head()
    assert (proof.chain, proof.first, proof.last) == (head.chain, 1, 3)
    assert proof.head == head.hash
    assert proof.whole
    assert proof.broken_at is None


@pytest.mark.parametrize(
    ("damage", "broken"),
    [
        ("UPDATE journal SET officer = 'x' WHERE n = 1", 1),
        ("UPDATE journal SET occurred_at = '2020-01-01T00:00:00+07:00' WHERE n = 2", 2),
        ("UPDATE journal SET prev_hash = hash WHERE n = 3", 3),
        ("UPDATE body SET data = CAST('{}' AS BLOB) WHERE position = 3", 3),
    ],
)
def test_damage_is_found(office: Office, damage: str, broken: int) -> None:
    uid = a_life(office)
    with office.store._transaction() as connection:
        for trigger in ("journal_no_update", "body_no_update"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        connection.exec_driver_sql(damage)
    with office.store.reading() as tx:
        (proof,) = tx.proofs.of_dossier(uid)
    assert proof.broken_at == broken


def test_of_another_counter_only_this_dossiers_entries_are_known(office: Office) -> None:
    uid = a_life(office)
    feed = office.feed()
    feed.entry(office.received())  # not of this dossier, and never sent here
    entry, data = feed.entry(Told(ContactWay.PHONE, "quầy 9 đã báo"), dossier=uid)
    with office.store.writing() as tx:
        assert tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, 2))
    with office.store.reading() as tx:
        own, other = tx.proofs.of_dossier(uid)
    assert own.broken_at is None
    assert (other.first, other.last, other.whole, other.broken_at) == (2, 2, False, None)


def test_of_nothing_there_is_no_proof(office: Office) -> None:
    with office.store.reading() as tx:
        assert tx.proofs.of_dossier("nobody") == ()
