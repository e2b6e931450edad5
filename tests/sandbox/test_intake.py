"""A fault of the server's own harms one entry only, and is never taken for an answer."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.sandbox.province.entries import intake
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox


@pytest.mark.expects_warnings
def test_one_bad_entry_never_blocks_another_dossier(
    sandbox: RunningSandbox, counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [counter.received() for _ in range(3)]
    judge = intake.verdict

    def faulty(entry: Any, *rest: Any) -> Any:
        if entry.uid == entries[1].uid:
            raise ZeroDivisionError
        return judge(entry, *rest)

    monkeypatch.setattr(intake, "verdict", faulty)
    results = counter.send(entries)
    assert [each.status.value for each in results] == ["accepted", "early", "accepted"]
    assert results[1].problem is not None
    assert results[1].problem.type == "server-fault"
    monkeypatch.undo()
    assert [each.status.value for each in counter.send(entries)] == ["accepted"] * 3
    assert sandbox.clerk.summary()["entries"] == {"accepted": 3}


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
