"""Numbers: a lost answer wastes none, another machine gets none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from counter_app.contract.numbers import BlockRequest
from counter_app.domain.dossiers.number_block import Lane, NumberBlock, NumberPolicy
from counter_app.domain.errors import wire
from counter_app.sync.numbers import REQUEST_NAME, top_up
from tests.gateway.batches import DAY, uid
from tests.gateway.faulty import Handler, Seen, faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import HALF, LOSE, Proxy
from tests.sync.server_side import numbers_granted

POLICY = NumberPolicy()


def left(counter: Counter) -> int:
    with counter.store.reading() as tx:
        return sum(block.left for block in tx.numbers.blocks(counter.centre))


def open_request(counter: Counter) -> object:
    with counter.store.reading() as tx:
        return tx.setup.get(REQUEST_NAME)


def test_every_day_of_the_next_fifteen(counter: Counter, sandbox: RunningSandbox) -> None:
    report = top_up(counter.to(sandbox.url, policy=POLICY))
    assert report.error is None
    today = counter.clock().date()
    with counter.store.reading() as tx:
        blocks = tx.numbers.blocks(counter.centre, today)
    far = {block.day for block in blocks if block.lane is Lane.FAR}
    assert far == {today + timedelta(days=ahead) for ahead in range(16)}
    assert top_up(counter.doors).granted == 0
    assert open_request(counter) is None


def test_far_blocks_are_twice_the_busiest_day(counter: Counter) -> None:
    today = counter.clock().date()
    busy = NumberBlock(
        id="busy",
        agency=counter.centre,
        day=today - timedelta(days=20),
        first=1,
        last=60,
        next=46,
        lane=Lane.NEAR,
        device=counter.doors.device,
        epoch=counter.doors.epoch,
    )
    with counter.store.writing() as tx:
        tx.numbers.add([busy])
        before = {block.id for block in tx.numbers.blocks(counter.centre, today)}
    top_up(counter.doors)
    with counter.store.reading() as tx:
        blocks = tx.numbers.blocks(counter.centre, today)
    new = [block for block in blocks if block.lane is Lane.FAR and block.id not in before]
    assert {block.left for block in new} == {90}


def test_near_numbers_are_topped_up(counter: Counter) -> None:
    top_up(counter.doors)
    for _ in range(6):
        counter.register()
    assert top_up(counter.doors).granted == counter.doors.policy.near_size


@pytest.mark.parametrize("fault", [LOSE, HALF])
def test_lost_answer_brings_the_same_blocks(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox, proxy: Proxy, fault: str
) -> None:
    counter = make_counter(proxy.url)
    counter.to(proxy.url, policy=POLICY)
    before = left(counter)
    proxy.only, proxy.faults = "number-blocks", [fault, fault]
    for _ in range(2):
        report = top_up(counter.doors)
        assert report.error is not None
        assert left(counter) == before
        assert open_request(counter) is not None
    granted = numbers_granted(sandbox, counter)
    assert granted > before
    assert top_up(counter.doors).error is None
    assert numbers_granted(sandbox, counter) == granted == left(counter)


def test_another_machine_asks_for_nothing(counter: Counter, sandbox: RunningSandbox) -> None:
    counter.machine = "cd" * 32
    assert top_up(counter.to(sandbox.url, policy=POLICY)).granted == 0
    assert open_request(counter) is None


def granting(**changes: object) -> Callable[[Handler, Seen], None]:
    def behave(handler: Handler, seen: Seen) -> None:
        request = BlockRequest.model_validate_json(seen.body)
        wish = request.wishes[0]
        block = {
            "id": uid(1),
            "agency": wish.agency,
            "day": wish.day.isoformat(),
            "lane": wish.lane.value,
            "first": 1,
            "last": 10,
            "device": request.device,
            "epoch": request.epoch,
        }
        plain = {
            "request_id": request.request_id,
            "blocks": [block | changes],
            "server_time": DAY.isoformat(),
        }
        handler.answer(200, json.dumps(plain).encode())

    return behave


@pytest.mark.parametrize(
    "changes",
    [
        {"device": "99999"},
        {"epoch": 9},
        {"agency": "H99.01"},
        {"day": "2020-01-01"},
        {"first": 20},
    ],
    ids=str,
)
def test_a_grant_for_somebody_else_is_not_taken(
    counter: Counter, changes: dict[str, object]
) -> None:
    before = left(counter)
    with faulty(granting(**changes)) as server:
        report = top_up(counter.to(server.url, policy=POLICY))
    assert isinstance(report.error, wire.WrongEchoError)
    assert left(counter) == before


def test_a_server_short_of_numbers_is_not_pestered(counter: Counter) -> None:
    def behave(handler: Handler, seen: Seen) -> None:
        request = BlockRequest.model_validate_json(seen.body)
        plain = {
            "request_id": request.request_id,
            "blocks": [],
            "short": True,
            "server_time": DAY.isoformat(),
        }
        handler.answer(200, json.dumps(plain).encode())

    with faulty(behave) as server:
        doors = counter.to(server.url, policy=POLICY)
        assert top_up(doors).short
        assert not top_up(doors).short
        assert len(server.seen) == 1
        counter.clock.shift += timedelta(minutes=11)
        assert top_up(doors).short


def test_a_rejected_wish_is_given_up(counter: Counter) -> None:
    """A clock that was a year off asked for absurd days; the next wish is a sound one."""
    data = b'{"type":"day-out-of-range","status":422}'
    with faulty(lambda handler, _: handler.answer(422, data, "application/problem+json")) as server:
        report = top_up(counter.to(server.url, policy=POLICY))
    assert isinstance(report.error, wire.RequestRejectedError)
    assert open_request(counter) is None
