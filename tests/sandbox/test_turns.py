"""Writers take turns in order; a crowd is told to come back, and nothing was done for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import cast

import pytest
from fastapi import FastAPI

from counter_app.sandbox.records.turns import BusyError, Turns
from counter_app.sandbox.web.crowding import LATEST, SOONEST
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

PATIENCE = 60.0


def until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_whoever_came_first_goes_first() -> None:
    turns = Turns(10, PATIENCE)
    order: list[int] = []

    def work(number: int) -> None:
        with turns.one():
            order.append(number)

    waiting = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    with turns.one():
        for number, each in enumerate(waiting, 1):
            each.start()
            until(lambda number=number: turns.waiting == number)  # type: ignore[misc]
        assert order == []
    for each in waiting:
        each.join(PATIENCE)
    assert order == [0, 1, 2, 3, 4]


def test_one_too_many_is_turned_away_at_once() -> None:
    turns = Turns(0, PATIENCE)
    with turns.one(), pytest.raises(BusyError), turns.one():
        pass
    with turns.one():
        pass


def test_a_turn_that_somebody_gave_up_is_not_lost() -> None:
    turns = Turns(1, 0.01)
    with turns.one():
        with pytest.raises(BusyError), turns.one():
            pass
        assert turns.waiting == 0
    with turns.one():
        pass


def test_a_crowd_is_told_to_come_back(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    room = cast("FastAPI", sandbox.app).state.room
    batch = counter.batch([counter.received()])
    room.free = 0
    refused = [counter.call("POST", "/v1/entries", batch) for _ in range(5)]
    for each in refused:
        assert (each.status_code, each.json()["type"]) == (503, "busy")
        assert SOONEST <= int(each.headers["Retry-After"]) <= LATEST
    assert sandbox.clerk.summary()["entries"] == {}
    room.free = 1
    for _ in range(3):  # a place is given back, whatever became of the batch
        answer = counter.call("POST", "/v1/entries", batch)
        assert answer.status_code == 200
        assert counter.call("POST", "/v1/entries", {}).status_code == 400
    assert room.free == 1
    assert sandbox.clerk.summary()["entries"] == {"accepted": 1}
