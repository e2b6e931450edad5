"""Sending: what comes back is written as what it is; nothing leaves the queue otherwise."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import chain, cycle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.contract.entries import EntryBatch
from counter_app.domain.errors import wire
from counter_app.domain.journal.outcome import State
from counter_app.gateway.line import Line
from counter_app.sync.push import push
from tests.gateway.batches import answer, result, uid
from tests.gateway.faulty import Behave, Handler, Seen, faulty
from tests.sandbox.running import RunningSandbox
from tests.sync.counter import Counter, new_id
from tests.sync.server_side import held, own_uids

pytestmark = pytest.mark.real_time

Change = Callable[[EntryBatch], bytes]


def answering(change: Change) -> Behave:
    return lambda handler, seen: handler.answer(
        200, change(EntryBatch.model_validate_json(seen.body))
    )


def with_statuses(**changes: object) -> Change:
    return lambda batch: answer(batch, results=[result(e, **changes) for e in batch.entries])


def test_drain_of_a_thousand(counter: Counter, sandbox: RunningSandbox) -> None:
    counter.view(1_000)
    report = push(counter.doors)
    assert report.error is None
    assert (report.accepted, report.batches) == (1_000, 20)
    assert counter.counts().to_send == 0
    assert held(sandbox, counter) == own_uids(counter)
    assert report.sent / 1_000 < 700  # bytes an entry on the wire


@pytest.mark.parametrize("largest", [1, 2, 3, 50])
def test_what_stands_behind_its_own_dossier_goes_in_the_same_round(
    counter: Counter, sandbox: RunningSandbox, largest: int
) -> None:
    """The end of the queue may hold nothing but acts on a dossier whose answer is being written."""
    dossier = counter.register().entry.dossier
    for _ in range(3):
        counter.tell(dossier)
    report = push(counter.doors, largest=largest)
    assert (report.error, report.accepted) == (None, 4)
    assert counter.counts().to_send == 0
    assert held(sandbox, counter) == own_uids(counter)


def test_early_stays_pending_and_rests(counter: Counter, sandbox: RunningSandbox) -> None:
    """An act on a dossier that the server has never heard of isn't refused; it waits."""
    counter.tell(new_id())
    counter.view()
    report = push(counter.doors)
    assert (report.early, report.accepted, report.batches) == (1, 1, 1)
    counts = counter.counts()
    assert (counts.pending, counts.in_need) == (1, 0)
    with counter.store.reading() as tx:
        (line,) = tx.deliveries.listing()
    assert json.loads(line.problem)["type"] == "dossier-early"
    assert line.next_try_at is not None


@pytest.mark.parametrize(
    ("status", "state"), [("refused", State.REFUSED), ("conflict", State.CONFLICT)]
)
def test_no_is_kept_with_its_reason(counter: Counter, status: str, state: State) -> None:
    counter.register()
    problem = {
        "type": "body-schema",
        "status": 422,
        "detail": "Xem các ô được đánh dấu.",
        "errors": [{"pointer": "/body/applicant/name", "code": "missing"}],
    }
    with faulty(answering(with_statuses(status=status, problem=problem))) as server:
        report = push(counter.to(server.url))
    assert report.answered == 1
    with counter.store.reading() as tx:
        (line,) = tx.deliveries.listing()
    assert line.state is state
    kept = json.loads(line.problem)
    assert kept["errors"] == problem["errors"]
    assert kept["detail"] == problem["detail"]
    # The officer's turn now: it isn't sent again by itself.
    with faulty(answering(with_statuses())) as server:
        assert push(counter.to(server.url)).batches == 0


def test_flags_and_receipt_are_kept(counter: Counter) -> None:
    recorded = counter.register()
    with faulty(answering(with_statuses(flags=["appointment-missing"]))) as server:
        assert push(counter.to(server.url)).accepted == 1
    with counter.store.reading() as tx:
        found = tx.dossiers.get(recorded.entry.dossier or "")
    assert found is not None
    assert found.version == 1


def test_missing_results_stay_unknown(counter: Counter) -> None:
    counter.view(4)
    half: Change = lambda batch: answer(batch, results=[result(e) for e in batch.entries[:2]])  # noqa: E731
    with faulty(answering(half)) as server:
        report = push(counter.to(server.url))
    assert (report.accepted, report.unanswered) == (2, 2)
    assert isinstance(report.error, wire.WrongEchoError)
    assert counter.counts().unknown == 2


def test_wrong_echo_acknowledges_nothing(counter: Counter) -> None:
    counter.view(3)
    for change in (
        lambda batch: answer(batch, batch_id=uid(1)),
        with_statuses(sha256="0" * 64),
        with_statuses(uid=uid(5)),
    ):
        with faulty(answering(change)) as server:
            assert isinstance(push(counter.to(server.url)).error, wire.WrongEchoError)
        assert counter.counts().unknown == 3


def test_too_big_is_halved(counter: Counter) -> None:
    counter.view(20)
    sizes: list[int] = []

    def behave(handler: Handler, seen: Seen) -> None:
        batch = EntryBatch.model_validate_json(seen.body)
        sizes.append(len(batch.entries))
        if len(batch.entries) > 5:
            handler.answer(413)
        else:
            handler.answer(200, answer(batch))

    with faulty(behave) as server:
        report = push(counter.to(server.url))
    assert report.error is None
    assert report.accepted == 20
    assert sizes[:3] == [20, 10, 5]
    assert counter.counts().to_send == 0


def test_one_poisoned_entry_does_not_stop_the_others(counter: Counter) -> None:
    poison = counter.view(9)[3].entry.uid

    def behave(handler: Handler, seen: Seen) -> None:
        batch = EntryBatch.model_validate_json(seen.body)
        if poison in {entry.uid for entry in batch.entries}:
            data = b'{"type":"schema","status":400}'
            handler.answer(400, data, "application/problem+json")
        else:
            handler.answer(200, answer(batch))

    with faulty(behave) as server:
        doors = counter.to(server.url)
        report = push(doors)
        assert (report.accepted, report.error) == (8, None)
        assert counter.counts().pending + counter.counts().unknown == 1
        # Alone, again and again, for two hours, while others pass: then it is set aside for good.
        for _ in range(12):
            counter.clock.shift += timedelta(minutes=25)
            counter.view()
            push(doors)
        counts = counter.counts()
        assert (counts.quarantined, counts.to_send) == (1, 0)
    with counter.store.reading() as tx:
        assert [line.uid for line in tx.deliveries.listing()] == [poison]


def test_a_server_that_was_down_for_hours_quarantines_nothing(counter: Counter) -> None:
    counter.view()
    with faulty(lambda handler, _: handler.answer(500)) as server:
        doors = counter.to(server.url)
        for _ in range(12):
            counter.clock.shift += timedelta(minutes=25)
            assert isinstance(push(doors).error, wire.ServerFaultError)
    assert counter.counts().unknown == 1
    with counter.store.reading() as tx:
        (line,) = tx.deliveries.listing()
    # It rests for seconds, not for hours: the server's first minute back is its own.
    assert line.next_try_at is not None
    assert line.next_try_at - counter.clock() < timedelta(seconds=2)


def test_server_that_rejects_everything_is_left_alone(counter: Counter) -> None:
    """Not the entries' fault: a few tries show that, and none is quarantined."""
    counter.view(30)
    data = b'{"type":"chain-unknown","status":422}'
    with faulty(lambda handler, _: handler.answer(422, data, "application/problem+json")) as server:
        report = push(counter.to(server.url))
        assert isinstance(report.error, wire.RequestRejectedError)
        assert len(server.seen) < 20
    assert counter.counts().to_send == 30


@pytest.mark.parametrize(
    ("status", "state"), [(500, "unknown"), (429, "pending"), (425, "pending")]
)
def test_where_entries_go_back_to(counter: Counter, status: int, state: str) -> None:
    counter.view(2)
    with faulty(lambda handler, _: handler.answer(status)) as server:
        assert push(counter.to(server.url)).error is not None
    assert getattr(counter.counts(), state) == 2


def test_unknown_stays_unknown_when_the_line_is_gone(counter: Counter) -> None:
    """Sent once without an answer: only the server knows, whatever happens afterwards."""
    counter.view(2)
    with faulty(lambda handler, _: handler.answer(500)) as server:
        url = server.url
        push(counter.to(url))
    assert isinstance(push(counter.to(url)).error, wire.LineRefusedError)
    assert counter.counts().unknown == 2


def test_server_may_ask_for_a_rest(counter: Counter) -> None:
    counter.view(120)
    rest: Change = lambda batch: answer(batch, hints={"wait_seconds": 9})  # noqa: E731
    with faulty(answering(rest)) as server:
        report = push(counter.to(server.url))
    assert (report.batches, report.wait_seconds) == (1, 9)


def test_stopping_between_batches(counter: Counter) -> None:
    counter.view(120)
    with faulty(answering(answer)) as server:
        seen = chain((False, False), cycle((True,)))
        report = push(counter.to(server.url), stopping=seen.__next__)
    assert report.batches == 2
    assert counter.counts().in_flight == 0


def test_no_transaction_stands_open_across_the_network(counter: Counter) -> None:
    """While the server thinks, an officer can register."""
    counter.view(2)
    took: list[float] = []

    def behave(handler: Handler, seen: Seen) -> None:
        started = time.monotonic()
        counter.view()
        took.append(time.monotonic() - started)
        handler.answer(200, answer(EntryBatch.model_validate_json(seen.body)))

    with faulty(behave) as server:
        assert push(counter.to(server.url), stopping=lambda: len(took) >= 2).accepted >= 2
    assert took[0] < 1


def test_whatever_comes_back_nothing_is_lost(counter: Counter) -> None:
    """Property: any bytes as an answer neither crash nor take an entry out of the queue."""
    counter.view(2)
    held_answer: list[bytes] = [b""]
    with faulty(lambda handler, _: handler.answer(200, held_answer[0])) as server:
        doors = counter.to(server.url)
        assert isinstance(doors.gateway._line, Line)

        @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
        @given(st.one_of(st.binary(max_size=200), st.text(max_size=80).map(str.encode)))
        def check(data: bytes) -> None:
            held_answer[0] = data
            assert push(doors).error is not None
            assert counter.counts().to_send == 2

        check()
