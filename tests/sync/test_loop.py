"""The loop in its thread: offline and back, throttled, held, stopped at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from counter_app.contract import signing
from counter_app.domain.errors.store import StoreError
from counter_app.store.subjects.deliveries import Deliveries
from counter_app.sync.loop import Loop
from counter_app.sync.state import Chip, SyncState
from tests.gateway.batches import DAY
from tests.gateway.faulty import Handler, Seen, faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import Proxy
from tests.sync.server_side import held, own_uids

pytestmark = pytest.mark.real_time


class Watch:
    """Remembers the states, and waits for one."""

    def __init__(self) -> None:
        self.states: list[SyncState] = []
        self._news = threading.Condition()

    def __call__(self, state: SyncState) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()

    def until(self, right: Callable[[SyncState], bool], seconds: float = 10) -> SyncState:
        with self._news:
            done = self._news.wait_for(
                lambda: bool(self.states) and right(self.states[-1]), seconds
            )
            assert done, self.states[-3:]
            return self.states[-1]

    def chip(self, chip: Chip, seconds: float = 10) -> SyncState:
        return self.until(lambda state: state.chip is chip, seconds)


@contextmanager
def running(counter: Counter, *, rest: float = 30) -> Iterator[tuple[Loop, Watch]]:
    watch = Watch()
    alarms: list[BaseException] = []
    loop = Loop(counter.doors, watch, rest_seconds=rest, alarm=alarms.append)
    loop.start()
    try:
        yield loop, watch
    finally:
        assert loop.stop(10)
    assert not alarms


def all_sent(state: SyncState) -> bool:
    return state.chip is Chip.ALL_SENT and state.last_round is not None


def test_nudge_sends_at_once(counter: Counter, sandbox: RunningSandbox) -> None:
    with running(counter) as (loop, watch):
        watch.until(all_sent)
        counter.register()
        started = time.monotonic()
        loop.nudge()
        watch.chip(Chip.SENDING)
        watch.until(all_sent)
        assert time.monotonic() - started < 3
    assert held(sandbox, counter) == own_uids(counter)


def test_offline_and_back_within_five_seconds(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox, proxy: Proxy
) -> None:
    counter = make_counter(proxy.url)
    with running(counter, rest=0.2) as (loop, watch):
        watch.until(all_sent)
        proxy.close()
        state = watch.chip(Chip.OFFLINE)
        assert state.error == "wire.refused"
        assert state.since is not None
        assert state.next_try is not None
        later = watch.until(lambda each: each.next_try not in (None, state.next_try))
        assert later == state
        counter.register()
        loop.nudge()
        watch.until(lambda each: each.chip is Chip.OFFLINE and each.count == 1)
        started = time.monotonic()
        back = Proxy(sandbox.url, proxy.port)
        watch.until(all_sent)
        assert time.monotonic() - started < 5
        assert counter.counts().to_send == 0
        loop.stop(10)
        back.close()


def test_retry_after_is_kept(counter: Counter) -> None:
    """Nudges or not: until the server's time has come nothing goes out."""
    counter.view()
    with faulty(lambda handler, _: handler.answer(429, Retry_After="60")) as server:
        counter.to(server.url)
        with running(counter, rest=0.05) as (loop, watch):
            state = watch.until(lambda state: state.error == "wire.throttled")
            assert state.next_try is not None
            for _ in range(10):
                loop.nudge()
                time.sleep(0.02)
            assert len(server.seen) == 1


def test_wrong_device_is_held_and_resumed(counter: Counter, sandbox: RunningSandbox) -> None:
    from counter_app.sandbox.province import devices

    counter.register()
    with sandbox.province.writing() as tx:
        devices.set_state(tx, counter.device.device, devices.REVOKED)
    with running(counter, rest=0.05) as (loop, watch):
        state = watch.chip(Chip.STOPPED)
        assert state.error == "wire.device_revoked"
        assert state.count == 1
        with sandbox.province.writing() as tx:
            devices.set_state(tx, counter.device.device, devices.ACTIVE)
        loop.nudge()
        time.sleep(0.3)
        assert watch.states[-1].chip is Chip.STOPPED
        loop.resume()
        watch.until(all_sent)


def test_stop_does_not_wait_for_the_rest(counter: Counter) -> None:
    with running(counter, rest=60) as (loop, watch):
        watch.until(all_sent)
        started = time.monotonic()
        assert loop.stop(5)
        assert time.monotonic() - started < 1


def test_wifi_page_is_offline_and_passes(counter: Counter, sandbox: RunningSandbox) -> None:
    """A captive portal: calm, and no entry went to it."""

    def behave(handler: Handler, seen: Seen) -> None:
        handler.answer(200, b"<html>Wi-Fi</html>", "text/html")

    counter.register()
    with faulty(behave) as server:
        counter.to(server.url)
        with running(counter) as (_, watch):
            state = watch.chip(Chip.OFFLINE)
            assert (state.error, state.count) == ("wire.not_json", 1)
        assert {seen.target for seen in server.seen} == {"/v1/ping"}


def test_unconfirmed_is_shown(counter: Counter) -> None:
    def behave(handler: Handler, seen: Seen) -> None:
        if seen.target == "/v1/ping":
            handler.answer(204, **{signing.SERVER_TIME: DAY.isoformat()})
        else:
            handler.answer(500)

    counter.view(3)
    with faulty(behave) as server:
        counter.to(server.url)
        with running(counter) as (_, watch):
            assert watch.chip(Chip.UNCONFIRMED).count == 3


def test_trouble_in_the_store_ends_a_round_not_the_loop(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counter_app.domain.errors.store import StoreLockedError

    real = Deliveries.in_flight_to_unknown
    falls = [1]

    def fall(self: Deliveries) -> int:
        if falls and falls.pop():
            raise StoreLockedError(path=counter.store.path)
        return real(self)

    monkeypatch.setattr(Deliveries, "in_flight_to_unknown", fall)
    counter.random.seed(1)
    with running(counter) as (_, watch):
        watch.until(lambda state: state.error == StoreLockedError.code)
        watch.until(all_sent)
    assert issubclass(StoreLockedError, StoreError)


def test_our_own_bug_is_told_and_the_loop_goes_on(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Deliveries.in_flight_to_unknown
    falls = [1]

    def fall(self: Deliveries) -> int:
        if falls and falls.pop():
            raise ZeroDivisionError
        return real(self)

    monkeypatch.setattr(Deliveries, "in_flight_to_unknown", fall)
    watch, told = Watch(), []
    loop = Loop(counter.doors, watch, alarm=told.append)
    loop.start()
    watch.until(all_sent)
    assert loop.stop(5)
    assert [type(each) for each in told] == [ZeroDivisionError]


def test_started_once(counter: Counter) -> None:
    with running(counter) as (loop, _), pytest.raises(RuntimeError):
        loop.start()
