"""A restored store and the real server: no number twice, nothing lost, one epoch."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

from counter_app.domain.enrolment import RESTORED, RestoredFrom
from counter_app.domain.errors.wire import DeviceEpochError
from counter_app.domain.journal.outcome import State
from counter_app.domain.plain import to_plain
from counter_app.store.store import Store
from counter_app.sync.recovery import is_restored
from counter_app.sync.round import run_round
from tests.sync.counter import Counter, new_id


def restore(counter: Counter, copy: Path) -> None:
    """Put `copy` in the store's place and open it as `services.counter.opening` does."""
    path = counter.store.path
    counter.store.close()
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        name.unlink(missing_ok=True)
    shutil.copy(copy, path)
    counter.store = Store.open(path, None)
    leave_chain(counter)


def leave_chain(counter: Counter) -> None:
    """Go on in a new chain, as a store does that is opened and found restored."""
    with counter.store.writing() as tx:
        head = tx.journal.head()
        if tx.setup.get(RESTORED) is None:
            left = RestoredFrom("head", head.chain, head.n, head.hash)
            tx.setup.put(RESTORED, to_plain(left))
        tx.numbers.void_all()
        tx.journal.begin_chain(new_id())


def test_a_restored_counter_speaks_under_a_new_epoch(
    make_counter: Callable[[str], Counter], sandbox: object, tmp_path: Path
) -> None:
    url = sandbox.url  # type: ignore[attr-defined]
    counter = make_counter(url)
    before = counter.register()
    assert run_round(counter.doors).error is None
    copy = tmp_path / "copy.db"
    counter.store.backup(copy)
    lost = counter.register()
    assert run_round(counter.doors).error is None
    old = counter.doors
    restore(counter, copy)
    doors = counter.to(url)
    report = run_round(doors)
    assert report.recovered
    with counter.store.reading() as tx:
        assert not is_restored(tx)
    refused = run_round(dataclasses.replace(old, store=counter.store))
    assert isinstance(refused.problem, DeviceEpochError)
    counter.device.epoch += 1
    doors = counter.to(url)
    report = run_round(doors)
    assert report.error is None
    assert report.numbers.granted > 0
    with counter.store.reading() as tx:
        # What the copy lacked came back by the feed.
        for recorded in (before, lost):
            assert tx.dossiers.get(str(recorded.entry.dossier)) is not None
        assert {block.epoch for block in tx.numbers.blocks()} == {counter.device.epoch}
    fresh = counter.register()
    assert run_round(doors).push.accepted == 1
    with counter.store.reading() as tx:
        found = tx.dossiers.get(str(fresh.entry.dossier))
        assert found is not None
        assert found.version == 1
        assert all(queued.state is not State.REFUSED for queued in tx.deliveries.listing())


def test_a_lost_answer_to_recover_is_asked_again(
    make_counter: Callable[[str], Counter], sandbox: object, tmp_path: Path
) -> None:
    url = sandbox.url  # type: ignore[attr-defined]
    counter = make_counter(url)
    counter.register()
    run_round(counter.doors)
    copy = tmp_path / "copy.db"
    counter.store.backup(copy)
    restore(counter, copy)
    doors = counter.to(url)
    with counter.store.reading() as tx:
        flag = tx.setup.get(RESTORED)
    assert run_round(doors).recovered
    with counter.store.writing() as tx:
        tx.setup.put(RESTORED, flag)  # as if the answer had never been written down
    assert run_round(doors).recovered


def test_what_a_restored_counter_never_sent_goes_out_in_its_old_chain(
    make_counter: Callable[[str], Counter], sandbox: object, tmp_path: Path
) -> None:
    counter = make_counter(sandbox.url)  # type: ignore[attr-defined]
    unsent = counter.register()
    copy = tmp_path / "copy.db"
    counter.store.backup(copy)
    restore(counter, copy)
    counter.tell(str(unsent.entry.dossier))
    assert run_round(counter.to(sandbox.url)).recovered  # type: ignore[attr-defined]
    counter.device.epoch += 1
    doors = counter.to(sandbox.url)  # type: ignore[attr-defined]
    # A batch is of one chain, and what stands behind another entry of its dossier waits for it.
    sent = run_round(doors).push
    assert (sent.accepted, sent.batches) == (2, 2)
    assert counter.counts().to_send == 0
    with counter.store.reading() as tx:
        found = tx.dossiers.get(str(unsent.entry.dossier))
    assert found is not None
    assert found.version == 2


def test_work_in_a_chain_that_was_left_before_the_server_heard_of_it_goes_out(
    make_counter: Callable[[str], Counter], sandbox: object, tmp_path: Path
) -> None:
    """Restored, worked with, and restored once more before there was a line."""
    url = sandbox.url  # type: ignore[attr-defined]
    counter = make_counter(url)
    dossier = str(counter.register().entry.dossier)
    assert run_round(counter.doors).push.accepted == 1
    copy = tmp_path / "copy.db"
    counter.store.backup(copy)
    restore(counter, copy)
    counter.tell(dossier)
    leave_chain(counter)
    leave_chain(counter)  # nothing was done in between
    counter.tell(dossier)
    for is_waiting in (True, True, False):
        assert run_round(counter.to(url)).recovered
        counter.device.epoch += 1
        with counter.store.reading() as tx:
            assert is_restored(tx) == is_waiting
    reports = [run_round(counter.to(url)) for _ in range(2)]
    assert [each.problem for each in reports] == [None, None]
    assert sum(each.push.accepted for each in reports) == 2
    assert counter.counts().to_send == 0
    assert reports[0].numbers.granted > 0
    with counter.store.reading() as tx:
        found = tx.dossiers.get(dossier)
        assert {block.epoch for block in tx.numbers.blocks()} == {counter.device.epoch}
    assert found is not None
    assert found.version == 3
    assert counter.store.verify().is_whole


def test_what_comes_back_behind_a_lost_entry_is_no_damage(
    make_counter: Callable[[str], Counter], sandbox: object, tmp_path: Path
) -> None:
    """The feed leaves out who looked at what: a chain that was left comes back with holes."""
    url = sandbox.url  # type: ignore[attr-defined]
    counter = make_counter(url)
    counter.register()
    assert run_round(counter.doors).push.accepted == 1
    copy = tmp_path / "copy.db"
    counter.store.backup(copy)
    (looked,) = counter.view()
    later = counter.register()
    assert run_round(counter.doors).push.accepted == 2
    restore(counter, copy)
    assert run_round(counter.to(url)).recovered
    counter.device.epoch += 1
    assert run_round(counter.to(url)).problem is None
    with counter.store.reading() as tx:
        assert tx.journal.get(looked.entry.uid) is None
        assert tx.journal.get(later.entry.uid) is not None
    assert counter.store.verify().is_whole
