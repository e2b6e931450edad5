from __future__ import annotations

from contextlib import closing
from typing import Any

import pytest

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.errors.store import StoreDamagedError
from counter_app.store.engine import connect

PRINTED = Printed("mau-01", "TT03-2025", 2, PrintProof.SPOOLER)


def tamper(office: Any, *statements: str) -> Any:
    """What somebody could do who has the key and drops the triggers."""
    with closing(connect(office.path, office.key, foreign_keys=False)) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_%'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    return office.store.verify()


@pytest.fixture
def busy(office: Any) -> Any:
    for _ in range(3):
        office.act(PRINTED, office.register())
    entry, data = office.feed().entry(LoggedIn("Trần Thị Mẫu"))
    with office.store.writing() as tx:
        tx.journal.take_in(entry, data, office.accepted())
    return office


def test_a_whole_store(busy: Any) -> None:
    report = busy.store.verify()
    assert report.is_whole
    assert (report.entries, report.chains, report.dossiers, report.erased_bodies) == (7, 2, 3, 0)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE journal SET officer = 'o2' WHERE position = 3", {"hash"}),
        ("UPDATE journal SET officer = 'o2' WHERE position = 7", {"hash"}),  # another counter's
        ("UPDATE journal SET hash = prev_hash WHERE position = 3", {"hash", "link"}),
        ("UPDATE body SET data = x'7b7d' WHERE position = 4", {"body"}),
        ("DELETE FROM fact WHERE position = 4", {"row"}),
        ("DELETE FROM body WHERE position = 7", {"row"}),
        ("DELETE FROM delivery WHERE position = 6", {"row"}),
        ("UPDATE delivery SET dossier = 'elsewhere' WHERE position = 4", {"home"}),
    ],
)
def test_what_was_changed_is_found(busy: Any, statement: str, why: set[str]) -> None:
    report = tamper(busy, statement)
    assert not report.is_whole
    assert {found.why for found in report.breaks} == why


def test_an_entry_that_was_taken_out_leaves_a_gap(busy: Any) -> None:
    tables = ("body", "fact", "delivery", "journal")
    report = tamper(busy, *(f"DELETE FROM {table} WHERE position = 2" for table in tables))
    assert "gap" in {found.why for found in report.breaks}


def test_two_dossiers_with_one_code_are_named(busy: Any) -> None:
    code = "H00.15-250718-0001"
    busy.register(code=code)
    report = busy.store.verify()
    assert report.codes_twice == (code,)
    assert not report.is_whole


def test_a_body_that_can_not_be_read_leaves_its_dossier_as_it_is(busy: Any) -> None:
    tamper(busy, "UPDATE body SET data = x'7b7d' WHERE position = 4")
    report = busy.store.rebuild()
    assert (report.unreadable, report.changed, report.removed) == (1, 0, 0)
    with busy.store.reading() as tx:
        broken = tx.journal.since(3, 1)[0][1].dossier
    assert busy.get(broken).printed
    with pytest.raises(StoreDamagedError):
        busy.act(PRINTED, broken)
