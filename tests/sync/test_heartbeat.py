"""The sign of life: what is told, how often, and what an order to the device does."""

from __future__ import annotations

from datetime import timedelta

from counter_app.contract.devices import DeviceOrder
from counter_app.domain.enrolment import ORDER
from counter_app.domain.errors.wire import RequestRejectedError
from counter_app.sandbox.pages.admin.readings import DeviceLine, device_lines
from counter_app.sandbox.province import devices
from counter_app.sync.heartbeat import order_of, standing, tell
from counter_app.sync.loop import Loop
from counter_app.sync.round import run_round
from counter_app.sync.state import SyncState
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter


def line_of(sandbox: RunningSandbox, counter: Counter) -> DeviceLine:
    with sandbox.province.reading() as tx:
        lines = device_lines(tx, sandbox.province.now())
    return next(each for each in lines if each.number == counter.device.device)


def order(sandbox: RunningSandbox, counter: Counter, state: str) -> None:
    with sandbox.province.writing() as tx:
        devices.set_state(tx, counter.device.device, state)


def test_a_round_tells_how_the_machine_stands(sandbox: RunningSandbox, counter: Counter) -> None:
    dossier = str(counter.register().entry.dossier)
    counter.tell(dossier)
    with counter.store.reading() as tx:
        before = standing(tx, counter.device.device, 1, counter.clock())
    assert (before.queue, before.in_need, before.head.n) == (2, 0, 2)
    assert before.oldest_at is not None
    report = run_round(counter.doors)
    assert report.heartbeat.told
    told = line_of(sandbox, counter)
    assert (told.queue, told.in_need, told.told_head_n, told.head_n) == (0, 0, 2, 2)
    assert told.program.startswith("counter-app ")
    assert told.offset is not None


def test_it_goes_once_a_minute(counter: Counter) -> None:
    assert tell(counter.doors).told
    assert not tell(counter.doors).told
    counter.clock.shift = timedelta(minutes=2)
    assert tell(counter.doors).told
    counter.clock.shift = timedelta(minutes=-60)  # a clock set back silences nobody
    assert tell(counter.doors).told


def test_a_machine_that_is_drained_sends_and_asks_for_no_numbers(
    sandbox: RunningSandbox, counter: Counter
) -> None:
    counter.register()
    order(sandbox, counter, devices.DRAIN)
    report = run_round(counter.doors)
    assert report.error is None
    assert report.heartbeat.order is DeviceOrder.DRAIN
    assert report.push.accepted == 1
    assert report.numbers.granted == 0
    # It holds without a line, too, until the order is taken back.
    assert tell(counter.doors).order is DeviceOrder.DRAIN
    order(sandbox, counter, devices.ACTIVE)
    counter.clock.shift = timedelta(minutes=2)
    report = run_round(counter.doors)
    assert report.heartbeat.order is DeviceOrder.NONE
    assert report.numbers.granted > 0
    with counter.store.reading() as tx:
        assert tx.setup.get(ORDER) is None


def test_the_window_is_told_of_the_order(sandbox: RunningSandbox, counter: Counter) -> None:
    with counter.store.writing() as tx:
        tx.setup.put(ORDER, "wipe")
        assert order_of(tx) is DeviceOrder.WIPE
    heard: list[SyncState] = []
    order(sandbox, counter, devices.WIPE)
    loop = Loop(counter.doors, listener=lambda state: (heard.append(state), loop.stop()))
    loop.run()
    assert heard[0].order == "wipe"


def test_an_older_server_is_let_alone(counter: Counter, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise RequestRejectedError(host="cũ", status=404, reason="not-found")

    monkeypatch.setattr(counter.doors.gateway, "heartbeat", refuse)
    report = tell(counter.doors)
    assert report.error is None
    assert report.told  # asked once a minute, no more
    assert not tell(counter.doors).told
