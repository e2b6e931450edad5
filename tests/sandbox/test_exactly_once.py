"""Repeats, reorder and cuts, alone and at once: each uid once, versions without gaps."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.contract.entries import EntryResult, EntryStatus, WireEntry
from counter_app.domain.acts.steps import ContactWay, Told
from tests.sandbox.counter import SignedCounter, day_of_work, new_uid
from tests.sandbox.running import RunningSandbox


def settle(counter: SignedCounter, entries: list[WireEntry]) -> dict[str, EntryResult]:
    """Send in order until everything has its definitive answer; each round settles something."""
    answers: dict[str, EntryResult] = {}
    waiting = entries
    while waiting:
        results = counter.send(waiting[:50])
        early = {each.uid for each in results if each.status is EntryStatus.EARLY}
        assert len(early) < len(results)
        answers.update((each.uid, each) for each in results if each.uid not in early)
        waiting = [entry for entry in waiting if entry.uid not in answers]
    return answers


def check(
    sandbox: RunningSandbox, entries: list[WireEntry], answers: dict[str, EntryResult]
) -> None:
    with sandbox.province.reading() as tx:
        kept = tx.exec_driver_sql("SELECT uid, dossier, version, status FROM entry").all()
        fed = tx.exec_driver_sql("SELECT position, uid FROM feed ORDER BY position").all()
    assert len(kept) == len({row.uid for row in kept})
    assert {entry.uid for entry in entries} <= {row.uid for row in kept}
    versions: dict[str, list[int]] = {}
    for row in kept:
        if row.status == "accepted":
            versions.setdefault(row.dossier, []).append(row.version)
        if row.uid in answers:
            assert (row.status, row.version) == (
                answers[row.uid].status.value,
                answers[row.uid].server_version,
            )
    for found in versions.values():
        assert sorted(found) == list(range(1, len(found) + 1))
    assert [row.position for row in fed] == list(range(1, len(fed) + 1))
    assert {row.uid for row in fed} == {row.uid for row in kept if row.status == "accepted"}


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32), st.integers(2, 25))
def test_repeats_reorder_and_cuts(sandbox: RunningSandbox, seed: int, size: int) -> None:
    chance = random.Random(seed)
    counter = SignedCounter(sandbox.url).enrol(sandbox.enrol_code())
    entries = day_of_work(counter, chance, size)
    definitive: dict[str, EntryResult] = {}
    for _ in range(6):
        start = chance.randrange(len(entries))
        batch = entries[start : start + chance.randint(1, 12)]
        if chance.random() < 0.3:
            chance.shuffle(batch)
        if chance.random() < 0.3:
            batch += batch[: chance.randint(1, len(batch))]
        for result in counter.send(batch):
            if result.status is not EntryStatus.EARLY:
                assert definitive.setdefault(result.uid, result) == result
    answers = settle(counter, entries)
    assert all(answers[uid] == result for uid, result in definitive.items())
    assert settle(counter, entries) == answers
    check(sandbox, entries, answers)
    counter.session.close()


def test_eight_threads_with_the_same_batch(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    entries = day_of_work(counter, random.Random(1), 30)
    message = counter.batch(entries, new_uid())
    answers: list[str] = []
    twins = [counter.twin() for _ in range(8)]
    gate = threading.Barrier(8)

    def send(twin: SignedCounter) -> None:
        gate.wait()
        response = twin.call("POST", "/v1/entries", message, zipped=True)
        answers.append(str(response.json()["results"]))

    _together([lambda twin=twin: send(twin) for twin in twins])
    assert len(answers) == 8
    assert len(set(answers)) == 1
    check(sandbox, [], settle(counter, entries))
    for twin in twins:
        twin.session.close()


def test_counters_at_once_on_one_dossier(
    sandbox: RunningSandbox, enrolled: Callable[..., SignedCounter]
) -> None:
    counters = [enrolled(str(number)) for number in range(1, 6)]
    first = counters[0].received()
    counters[0].send([first])
    code = counters[0].used[0]

    def tell(counter: SignedCounter) -> None:
        for _ in range(10):
            counter.send([counter.entry(Told(ContactWay.SMS, "x"), code=code)])

    _together([lambda counter=counter: tell(counter) for counter in counters])
    assert sandbox.clerk.dossiers()[0]["version"] == 51
    check(sandbox, [first], {})


def _together(work: list[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
