"""What the server takes away: hidden; but never many at once without a supervisor."""

from __future__ import annotations

import json
from typing import Any

from counter_app.domain.errors import wire
from counter_app.store.feed.tombstones import HIDDEN, KEPT
from counter_app.sync.pull import pull
from counter_app.sync.push import push
from tests.gateway.faulty import faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter, new_id
from tests.sync.test_pull import saying


def empty(counter: Counter, cursor: str = "x") -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(
        counter.doors.gateway.changes("", 1).model_dump_json(by_alias=True)
    )
    return plain | {"changes": [], "cursor": cursor, "more": False}


def gone(*uids: str | None) -> list[dict[str, Any]]:
    return [{"dossier": uid, "server_version": 1, "entry": None, "flags": []} for uid in uids]


def shown(counter: Counter) -> set[str]:
    with counter.store.reading() as tx:
        return {uid for uid in counter.dossiers() if tx.dossiers.get(uid) is not None}


def with_dossiers(counter: Counter, many: int) -> list[str]:
    found = [str(counter.register().entry.dossier) for _ in range(many)]
    assert push(counter.doors).accepted == many
    assert pull(counter.doors).error is None
    return found


def test_a_few_are_hidden_and_come_back_when_told_again(
    counter: Counter, sandbox: RunningSandbox
) -> None:
    uids = with_dossiers(counter, 3)
    told = counter.tell(uids[1])
    page = empty(counter) | {"changes": gone(uids[0], uids[1], new_id(), None)}
    with faulty(saying(page)) as server:
        assert pull(counter.to(server.url)).error is None
    assert uids[0] not in shown(counter)
    assert uids[1] in shown(counter), "an own act isn't answered yet"
    assert counter.store.verify().is_whole
    assert counter.store.rebuild().was_equal
    counter.to(sandbox.url)
    assert push(counter.doors).accepted == 1
    assert pull(counter.doors).error is None
    # The act is of a later version than what was taken away: the server has the dossier after all.
    assert uids[1] in shown(counter)
    with counter.store.reading() as tx:
        assert tx.journal.get(told.entry.uid) is not None


def test_many_are_held_until_a_supervisor_says(counter: Counter) -> None:
    uids = with_dossiers(counter, 5)
    before = shown(counter)
    page = empty(counter) | {"changes": gone(*uids)}
    with faulty(saying(page, empty(counter, "y"))) as server:
        doors = counter.to(server.url)
        report = pull(doors)
        assert isinstance(report.error, wire.MassDeletionError)
        assert report.error.facts["count"] == report.held == 5
        assert shown(counter) == before
        again = pull(doors)  # the alarm stays, and the feed goes on
        assert isinstance(again.error, wire.MassDeletionError)
        with counter.store.writing() as tx:
            assert set(tx.tombstones.held()) == set(uids)
            tx.tombstones.decide(uids[:2], HIDDEN, counter.clock(), "tp01")
            tx.tombstones.decide(uids[2:], KEPT, counter.clock(), "tp01")
        assert pull(doors).error is None
    assert shown(counter) == before - set(uids[:2])
    assert counter.store.rebuild().was_equal


def test_drop_by_drop_is_as_many(counter: Counter) -> None:
    uids = with_dossiers(counter, 5)
    pages = [empty(counter, str(at)) | {"changes": gone(uid)} for at, uid in enumerate(uids)]
    with faulty(saying(*pages)) as server:
        doors = counter.to(server.url)
        errors = [pull(doors).error for _ in uids]
    assert errors[:3] == [None] * 3
    assert isinstance(errors[3], wire.MassDeletionError)
    assert set(uids[3:]) <= shown(counter)
