"""A batch goes in as a whole, or each entry alone; a fault of ours harms one entry only."""

from __future__ import annotations

import dataclasses
import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.dialects import postgresql

from counter_app.contract.entries import EntryBatch, EntryResult, WireEntry
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.sandbox.province.entries import intake, ledger
from counter_app.sandbox.province.entries.journal import entry_row
from counter_app.sandbox.province.entries.verdict import verdict
from counter_app.sandbox.province.province import Province
from tests.sandbox.counter import SignedCounter, day_of_work, new_uid
from tests.sandbox.running import RunningSandbox

TABLES = ("entry", "dossier", "feed", "link", "chain", "centre")


def statuses(results: list[EntryResult]) -> list[str]:
    return [each.status.value for each in results]


@pytest.mark.expects_warnings
def test_one_bad_entry_never_blocks_another_dossier(
    sandbox: RunningSandbox, counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [counter.received() for _ in range(3)]
    judge = verdict

    def faulty(entry: Any, *rest: Any) -> Any:
        if entry.uid == entries[1].uid:
            raise ZeroDivisionError
        return judge(entry, *rest)

    monkeypatch.setattr(intake, "verdict", faulty)
    results = counter.send(entries)
    assert statuses(results) == ["accepted", "early", "accepted"]
    assert results[1].problem is not None
    assert results[1].problem.type == "server-fault"
    monkeypatch.undo()
    assert statuses(counter.send(entries)) == ["accepted"] * 3
    assert sandbox.clerk.summary()["entries"] == {"accepted": 3}


@pytest.mark.expects_warnings
def test_what_the_database_refuses_leaves_nothing_behind(
    sandbox: RunningSandbox,
    counter: SignedCounter,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    first, bad = counter.received(), counter.received()
    behind = counter.entry(Told(ContactWay.PHONE, "báo"), dossier=bad.dossier)
    other = counter.entry(Told(ContactWay.PHONE, "báo"), dossier=first.dossier)
    entries = [first, bad, behind, other]

    def broken(arrival: Any, *rest: Any, **more: Any) -> dict[str, Any]:
        row = entry_row(arrival, *rest, **more)
        return {**row, "kind": None} if arrival.entry.uid == bad.uid else row  # NOT NULL

    monkeypatch.setattr(ledger, "entry_row", broken)
    assert statuses(counter.send(entries)) == ["accepted", "early", "early", "accepted"]
    assert "NOT NULL" in caplog.text
    assert "[parameters:" not in caplog.text  # nothing of what the entries say
    before = rows(sandbox.province)
    assert {row[0] for row in before["dossier"]} == {first.dossier}
    assert {row[4] for row in before["link"]} == {first.uid, other.uid}
    assert [row[2] for row in before["feed"]] == [first.uid, other.uid]
    monkeypatch.undo()
    assert statuses(counter.send(entries)) == ["accepted"] * 4
    assert [row[2] for row in rows(sandbox.province)["feed"]] == [
        each.uid for each in (first, other, bad, behind)
    ]


@pytest.mark.expects_warnings
def test_a_fault_outside_is_a_problem_too(
    counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(intake, "head", faulty)
    response = counter.call("POST", "/v1/entries", counter.batch([counter.received()]))
    assert (response.status_code, response.json()["type"]) == (500, "server-fault")
    monkeypatch.undo()
    assert counter.call("GET", "/v1/changes").json()["changes"] == []


@pytest.mark.expects_warnings
@pytest.mark.parametrize("seed", range(4))
def test_together_and_one_by_one_are_the_same(
    sandbox: RunningSandbox,
    counter: SignedCounter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    """Every table, every answer: with impossible steps, repeats, and some out of order."""
    chance = random.Random(seed)
    entries = day_of_work(counter, chance, 60)
    batches = [entries[start : start + 20] for start in range(0, 60, 20)]
    chance.shuffle(batches[1])
    batches += [entries[10:50], entries[:50]]
    copy = copied(sandbox, tmp_path / "copy.db")
    together = [take(sandbox.province, counter, each) for each in batches]
    monkeypatch.setattr(intake, "Ledger", only_for_one)
    alone = [take(copy, counter, each) for each in batches]
    assert alone == together
    assert rows(copy) == rows(sandbox.province)
    assert len({each.status for results in together for each in results}) == 3
    copy.close()


def test_a_batch_sees_its_own_numbers(
    counter: SignedCounter, caplog: pytest.LogCaptureFixture
) -> None:
    first = counter.received()
    code = counter.used[0]
    again = counter.received(code=code)
    by_code = counter.entry(Told(ContactWay.PHONE, "báo"), code=code)
    results = counter.send([first, again, by_code])
    assert statuses(results) == ["accepted", "conflict", "accepted"]
    assert (results[2].dossier, results[2].server_version) == (first.dossier, 2)
    assert caplog.records == []  # nothing had to go in one by one


def test_a_batch_needs_as_many_statements_as_an_entry(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    asked: list[str] = []

    def asking(_: Any, __: Any, statement: str, *___: Any) -> None:
        asked.append(statement)

    with sandbox.province.writing() as tx:
        engine = tx.engine
    take(sandbox.province, counter, [counter.received()])  # the first contact writes more
    event.listen(engine, "before_cursor_execute", asking)
    counts = []
    for size in (1, 25):
        asked.clear()
        take(sandbox.province, counter, [counter.received() for _ in range(size)])
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 20
    event.remove(engine, "before_cursor_execute", asking)


def test_several_writers_take_turns_on_a_dossier() -> None:
    """Where the database has row locks; SQLite has one writer anyway."""
    text = str(ledger._DOSSIERS.compile(dialect=postgresql.dialect()))
    assert "ORDER BY dossier.uid FOR UPDATE" in " ".join(text.split())


def only_for_one(tx: Any, arrivals: Any, device: Any) -> ledger.Ledger:
    if len(arrivals) > 1:
        raise ZeroDivisionError
    return ledger.Ledger(tx, arrivals, device)


def take(province: Province, counter: SignedCounter, entries: list[WireEntry]) -> list[EntryResult]:
    batch = EntryBatch(
        device=counter.device, epoch=counter.epoch, batch_id=new_uid(), entries=tuple(entries)
    )
    return list(province.take(counter.device, counter.epoch, batch).results)


def copied(sandbox: RunningSandbox, file: Path) -> Province:
    """Return another province that has come exactly as far."""
    source = sqlite3.connect(sandbox.settings.database_url.removeprefix("sqlite:///"))
    target = sqlite3.connect(file)
    source.backup(target)
    source.close()
    target.close()
    return Province(dataclasses.replace(sandbox.settings, database_url=f"sqlite:///{file}"))


def rows(province: Province) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of the tables that an intake writes, without when they were written."""
    found = {}
    with province.reading() as tx:
        for name in TABLES:
            result = tx.exec_driver_sql(f"SELECT * FROM {name} ORDER BY 1, 2")
            kept = [at for at, key in enumerate(result.keys()) if (name, key) not in _TIMES]
            found[name] = [tuple(row[at] for at in kept) for row in result]
    return found


_TIMES = {("entry", "received_at")}
