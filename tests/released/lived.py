"""A store with work in it, at the revision of an earlier program, brought to today's."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command

from counter_app.domain.acts.steps import Paid
from counter_app.domain.journal.outcome import State
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.store.engine import connect, open_migration_engine
from counter_app.store.migrate import REVISIONS, configuration
from counter_app.store.subjects.catalogues import Catalogue
from tests.store.conftest import Office

RELEASED = json.loads((Path(__file__).parent / "released.json").read_bytes())

KEPT = {
    "journal": "position, uid, chain, n, prev_hash, hash, dossier, kind, body_sha256",
    "body": "*",
    "delivery": "position, own, state, dossier, server_version, flags",
    "number_block": "*",
    "setup": "name, value",
    "catalogue": "name, version, body, state",
}
"""What no migration may change: the acts, their bodies, the queue, numbers, settings, lists."""


def live(folder: Path, dossiers: int = 6) -> Office:
    """Return a closed office: some accepted, some refused, some waiting, one on its way."""
    office = Office(folder)
    made = [office.register(f"Trần Thị Mẫu {number}") for number in range(dossiers)]
    for number, uid in enumerate(made):
        if number % 2:
            office.act(Paid((FeeLine("Lệ phí", FeeKind.CHARGE, 8000),)), uid)
    waits = office.waiting()
    office.answer(waits[0])
    office.answer(waits[1], State.REFUSED)
    with office.store.writing() as tx:
        tx.deliveries.mark_in_flight([waits[2]])
        tx.setup.put("first-run", "done")
        tx.catalogues.stage(Catalogue("calendar", "2025", b'{"version":"2025"}'))
    office.store.close()
    return office


def kept(office: Office) -> dict[str, list[Any]]:
    """Return the rows that must be the same before and after."""
    with closing(connect(office.path, office.key)) as connection:
        return {
            table: connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()
            for table, columns in KEPT.items()
        }


def dossiers(office: Office) -> list[Any]:
    """Return every dossier as today's program folds it, by a store that is open."""
    with closing(connect(office.path, office.key)) as connection:
        return connection.execute("SELECT uid, snapshot FROM dossier ORDER BY uid").fetchall()


def upgraded_from(folder: Path, revision: str) -> dict[str, int]:
    """Live, go back to `revision`, open with today's program; compare; return how much there was.

    Raises AssertionError when anything was lost, changed or left behind.
    """
    office = live(folder)
    before, folded = kept(office), dossiers(office)
    with open_migration_engine(office.path, office.key).connect() as tx, tx.begin():
        command.downgrade(configuration(tx), revision)
    older = kept(office)
    assert {name: len(rows) for name, rows in older.items()} == {
        name: len(rows) for name, rows in before.items()
    }
    office.store = office.open()
    assert kept(office) == older
    assert dossiers(office) == folded
    assert office.store.verify().is_whole
    waits = len(office.waiting())
    office.register("Lê Văn Mẫu")  # the counter goes on, with the next number
    assert len(office.waiting()) == waits + 1
    office.store.close()
    copies = [each.name for each in folder.glob("store.db.before-*")]
    assert copies == ([] if revision == REVISIONS[-1] else [f"store.db.before-{revision}-1"])
    assert not list(folder.glob(".*.part*"))
    return {name: len(rows) for name, rows in before.items()}
