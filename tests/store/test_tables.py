from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from counter_app.store.engine import connect

FORBIDDEN = (
    "UPDATE journal SET officer = 'x'",
    "UPDATE journal SET position = position + 100",
    "DELETE FROM journal",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal",
    "REPLACE INTO journal SELECT * FROM journal LIMIT 1",
    "UPDATE OR REPLACE journal SET n = 1",
    "UPDATE body SET data = x'00'",
    "UPDATE body SET position = position + 100, data = NULL",
    "DELETE FROM body",
    "INSERT OR REPLACE INTO body SELECT * FROM body",
    "UPDATE fact SET amount = 1",
    "DELETE FROM fact",
    "INSERT OR REPLACE INTO fact SELECT * FROM fact",
    "DELETE FROM delivery",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_what_may_never_change_does_not(office: Any, statement: str) -> None:
    office.register()
    office.register()
    with (
        closing(connect(office.path, office.key)) as connection,
        pytest.raises(sqlite.IntegrityError, match=r"never|only erased|queue"),
    ):
        connection.execute(statement)
    assert office.store.verify().is_whole


def test_a_body_can_be_erased_and_the_journal_stays_whole(office: Any) -> None:
    uid = office.register()
    office.register()
    with closing(connect(office.path, office.key)) as connection:
        connection.execute("UPDATE body SET data = NULL WHERE position = 1")
    report = office.store.verify()
    assert not report.breaks
    assert report.erased_bodies == 1
    assert report.dossiers_astray == (uid,)  # its row must go with it: that is the purge's work


@pytest.mark.parametrize("changed", ["n", "uid"])
def test_a_uid_and_a_place_in_a_chain_are_given_once(office: Any, changed: str) -> None:
    office.register()
    names = (
        "uid, chain, n, prev_hash, hash, kind, schema, body_sha256, officer, officer_auth, "
        "counter, occurred_at, clock_quality, origin"
    )
    values = names.replace(" n,", " n + 1,") if changed == "n" else "'x' || " + names
    with (
        closing(connect(office.path, office.key)) as connection,
        pytest.raises(sqlite.IntegrityError, match="UNIQUE"),
    ):
        connection.execute(f"INSERT INTO journal({names}) SELECT {values} FROM journal")
