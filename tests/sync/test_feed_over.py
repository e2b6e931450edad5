"""The feed read over after 410: a shadow, used in bites; what the server lost goes out again."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select

from counter_app.sandbox.records import tables as t
from counter_app.store.feed.shadow import Shadow
from counter_app.sync.feed import over
from counter_app.sync.pull import CURSOR_NAME, pull
from counter_app.sync.push import push
from counter_app.sync.round import run_round
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.server_side import held, own_uids


def rows(counter: Counter) -> set[tuple[str, int]]:
    with counter.store.reading() as tx:
        return {
            (uid, found.version) for uid in counter.dossiers() if (found := tx.dossiers.get(uid))
        }


def lose_the_place(counter: Counter) -> None:
    with counter.store.writing() as tx:
        tx.setup.put(CURSOR_NAME, "AAAA")


def test_a_crash_in_the_middle_leaves_the_old_rows(
    sandbox: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        Counter(tmp_path / "a", sandbox.url, sandbox.enrol_code("1")) as first,
        Counter(tmp_path / "b", sandbox.url, sandbox.enrol_code("2")) as second,
    ):
        for _ in range(3):
            first.register()
        assert push(first.doors).accepted == 3
        assert pull(second.doors).changed >= 3
        before = rows(second)
        own = second.register()  # unanswered: it must survive
        first.register()
        assert push(first.doors).accepted == 1
        lose_the_place(second)

        def crash(self: Shadow) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(Shadow, "send_lost_again", crash)
        with pytest.raises(KeyboardInterrupt):
            pull(second.doors, page=2)
        monkeypatch.undo()
        assert before <= rows(second)
        assert len(rows(second)) == len(before) + 2
        with second.store.reading() as tx:
            assert tx.shadow.count() >= 4
            assert over.is_whole(tx)
            assert tx.setup.get(CURSOR_NAME) == "AAAA"
        report = pull(second.doors, page=2)
        assert (report.error, report.changed, report.lost) == (None, 0, 0)
        with second.store.reading() as tx:
            assert (tx.shadow.count(), over.under_way(tx)) == (0, None)
            assert tx.dossiers.get(str(own.entry.dossier)) is not None
        assert second.counts().pending == 1
        assert push(second.doors).accepted == 1
        assert second.store.verify().is_whole


def test_it_comes_into_use_in_bites_and_the_counter_receives_meanwhile(
    sandbox: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes waits for one bite at most; an end in the middle goes on where it was."""
    monkeypatch.setattr(over.bite, "__defaults__", (2,))
    with (
        Counter(tmp_path / "a", sandbox.url, sandbox.enrol_code("1")) as first,
        Counter(tmp_path / "b", sandbox.url, sandbox.enrol_code("2")) as second,
    ):
        assert pull(second.doors).error is None
        before = len(rows(second))
        for _ in range(7):
            first.register()
        assert push(first.doors).accepted == 7
        lose_the_place(second)
        received: list[str] = []
        known: list[int] = []

        def between(_: float) -> None:
            known.append(len(rows(second)) - before - len(received))
            received.append(str(second.register().entry.dossier))

        monkeypatch.setattr("counter_app.sync.pull.time", SimpleNamespace(sleep=between))
        report = pull(second.doors, page=3, stopping=lambda: len(received) == 2)
        assert (report.error, report.from_start) == (None, True)
        assert known == [2, 4]
        assert len(rows(second)) == before + 4 + 2
        with second.store.reading() as tx:
            assert over.is_whole(tx)
        received_before = set(received)
        report = pull(second.doors, page=3)
        assert (report.error, report.lost) == (None, 0)
        assert known[2:] == [6, 7]
        assert {uid for uid, _ in rows(second)} >= received_before | set(received)
        assert len(rows(second)) == before + 7 + len(received)
        with second.store.reading() as tx:
            assert (tx.shadow.count(), over.under_way(tx)) == (0, None)
        assert push(second.doors).accepted == len(received) == 4
        assert pull(second.doors).from_start is False
        assert second.store.verify().is_whole


def test_a_server_from_a_copy_gets_again_what_it_lost(tmp_path: Path) -> None:
    """It acknowledged, was set back, and no longer knows: nothing may be lost by that."""
    server = tmp_path / "server"
    server.mkdir()
    sandbox = RunningSandbox(server)
    with sandbox:
        mine = Counter(tmp_path / "a", sandbox.url, sandbox.enrol_code("1"))
        other = Counter(tmp_path / "b", sandbox.url, sandbox.enrol_code("2"))
        mine.register()
        assert run_round(mine.doors).error is None
        with (
            sqlite3.connect(server / "sandbox.db") as source,
            sqlite3.connect(tmp_path / "copy.db") as copy,
        ):
            source.backup(copy)
        source.close()
        copy.close()
        lost = mine.register()
        mine.tell(str(lost.entry.dossier))
        mine.view(2)
        assert run_round(mine.doors).error is None
        assert run_round(other.doors).error is None
        before = rows(other)
        assert len(before) == 2
    for name in ("sandbox.db", "sandbox.db-wal", "sandbox.db-shm"):
        (server / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copy.db", server / "sandbox.db")
    with sandbox, mine, other:
        assert run_round(mine.to(sandbox.url)).pull.lost == 4
        assert mine.counts().unknown == 4
        assert run_round(mine.doors).push.accepted == 4
        assert set(held(sandbox, mine)) == set(own_uids(mine))
        with sandbox.province.reading() as tx:
            assert tx.execute(select(func.count()).select_from(t.dossier)).scalar_one() == 2
        report = run_round(other.to(sandbox.url))
        assert (report.error, report.pull.lost) == (None, 0)
        assert rows(other) == before == rows(mine)
        assert mine.store.verify().is_whole
        assert mine.counts().unknown == 0
