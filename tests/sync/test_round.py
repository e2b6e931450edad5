"""Whole rounds against the reference server over loopback."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.errors import wire
from counter_app.domain.retry import Trouble
from counter_app.sync.round import run_round
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter
from tests.sync.proxy import DROP, HALF, LOSE, Proxy
from tests.sync.server_side import held, own_uids


def test_register_push_accepted(counter: Counter, sandbox: RunningSandbox) -> None:
    dossier = counter.register().entry.dossier or ""
    counter.tell(dossier)
    counter.view()
    report = run_round(counter.doors)
    assert report.problem is None
    assert (report.push.accepted, report.push.batches) == (3, 1)
    assert counter.counts().to_send == 0
    with counter.store.reading() as tx:
        found = tx.dossiers.get(dossier)
    assert found is not None
    assert found.version == 2
    assert held(sandbox, counter) == own_uids(counter)
    assert report.offset is not None
    assert abs(report.offset.difference) < timedelta(seconds=5)


def test_nothing_to_do_costs_little(counter: Counter) -> None:
    run_round(counter.doors)
    report = run_round(counter.doors)
    assert report.problem is None
    assert not report.push.batches
    assert not report.numbers.granted
    assert not report.catalogues.staged


@pytest.mark.parametrize("fault", [LOSE, HALF])
def test_lost_answer_is_unknown_then_exactly_once(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox, proxy: Proxy, fault: str
) -> None:
    counter = make_counter(proxy.url)
    for _ in range(5):
        counter.tell(counter.register().entry.dossier or "")
    proxy.only, proxy.faults = "/entries", [fault]
    report = run_round(counter.doors)
    assert isinstance(report.error, wire.ResetError | wire.CutAnswerError)
    assert counter.counts().unknown == 10
    assert held(sandbox, counter) == own_uids(counter)
    report = run_round(counter.doors)
    assert report.error is None
    assert report.push.accepted == 10
    assert counter.counts().to_send == 0
    assert held(sandbox, counter) == own_uids(counter)


def test_pull_between_lost_answer_and_resend(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox, proxy: Proxy
) -> None:
    """The feed brings our own unknown entries: that confirms them, and nothing goes out again."""
    from counter_app.sync.pull import pull
    from counter_app.sync.push import push

    counter = make_counter(proxy.url)
    run_round(counter.doors)
    counter.register()
    proxy.only, proxy.faults = "/entries", [LOSE]
    assert push(counter.doors).error is not None
    pulled = pull(counter.doors)
    assert pulled.changed == 1
    assert counter.counts().to_send == 0
    assert push(counter.doors).batches == 0
    assert held(sandbox, counter) == own_uids(counter)


def test_killed_in_mid_send(counter: Counter, sandbox: RunningSandbox) -> None:
    """In flight when the program died: unknown at the next start, then sent again."""
    counter.register()
    with counter.store.writing() as tx:
        batch = tx.deliveries.waiting(counter.clock())
        tx.deliveries.mark_in_flight(each.entry.uid for each in batch)
    assert counter.counts().in_flight == 1
    report = run_round(counter.doors)
    assert report.push.accepted == 1
    assert held(sandbox, counter) == own_uids(counter)


def test_server_comes_back_on_its_database(tmp_path: Path) -> None:
    running = RunningSandbox(tmp_path)
    with running, Counter(tmp_path / "c", running.url, running.enrol_code()) as counter:
        counter.register()
        assert run_round(counter.doors).push.accepted == 1
        counter.register()
        running.__exit__(None, None, None)
        report = run_round(counter.doors)
        assert isinstance(report.error, wire.LineRefusedError)
        assert counter.counts().pending == 1
        running.__enter__()
        counter.to(running.url)
        assert run_round(counter.doors).push.accepted == 1
        assert held(running, counter) == own_uids(counter)


def test_nothing_goes_out_before_the_probe_is_answered(
    make_counter: Callable[[str], Counter], proxy: Proxy
) -> None:
    counter = make_counter(proxy.url)
    counter.register()
    proxy.requests.clear()
    proxy.faults = [DROP]
    assert run_round(counter.doors).error is not None
    assert [line.split()[1] for line in proxy.requests] == ["/v1/ping"]
    assert counter.counts().pending == 1


def test_two_counters_of_one_office(
    make_counter: Callable[[str], Counter], sandbox: RunningSandbox
) -> None:
    first, second = make_counter(sandbox.url), make_counter(sandbox.url)
    mine = first.register().entry.dossier or ""
    theirs = second.register().entry.dossier or ""
    for each in (first, second, first):
        assert run_round(each.doors).problem is None
    assert {mine, theirs} <= first.dossiers()
    assert {mine, theirs} <= second.dossiers()
    # The second one acts on the first one's dossier, and the first one hears of it.
    second.tell(mine)
    run_round(second.doors)
    assert run_round(first.doors).pull.changed == 1
    for each in (first, second):
        with each.store.reading() as tx:
            found = tx.dossiers.get(mine)
        assert found is not None
        assert found.version == 2


def test_another_machine_sends_nothing(counter: Counter, sandbox: RunningSandbox) -> None:
    """A copied home: not one entry, not one number, until it was recovered (SYNC §4)."""
    counter.register()
    counter.machine = "cd" * 32
    counter.to(sandbox.url)
    report = run_round(counter.doors)
    assert report.elsewhere
    assert report.reached
    assert counter.counts().pending == 1
    assert held(sandbox, counter) == []


def test_revoked_device_stops_and_keeps_everything(
    counter: Counter, sandbox: RunningSandbox
) -> None:
    from counter_app.sandbox.province import devices

    counter.register()
    with sandbox.province.writing() as tx:
        devices.set_state(tx, counter.device.device, devices.REVOKED)
    report = run_round(counter.doors)
    assert isinstance(report.error, wire.DeviceRevokedError)
    assert report.error.holds
    assert counter.counts().pending == 1
    # Once held, the probe itself looks at the device, so no entry goes out in vain.
    report = run_round(counter.doors, failures=1, trouble=Trouble.HELD)
    assert not report.reached
    with sandbox.province.writing() as tx:
        devices.set_state(tx, counter.device.device, devices.ACTIVE)
    assert run_round(counter.doors, failures=2, trouble=Trouble.HELD).push.accepted == 1


def test_wrong_clock_is_measured(counter: Counter) -> None:
    counter.clock.shift = timedelta(minutes=-11)
    report = run_round(counter.doors)
    assert report.offset is not None
    assert report.offset.is_red
    assert abs(report.offset.difference - timedelta(minutes=11)) < timedelta(seconds=5)
