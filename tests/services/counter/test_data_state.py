from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.steps import HandedOver
from counter_app.domain.dossiers.number_block import Lane
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.journal.queue_item import ItemProblem, ItemState, NextAction
from counter_app.services.counter.data_state import NumbersLeft, data_state
from counter_app.services.counter.workplace import CLOCK
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.sync import clock as sync_clock
from tests.made import person
from tests.services.conftest import Counter


def received(counter: Counter) -> str:
    return receive(counter.workplace, counter.session, Reception("1.001193", person())).uid


def answer(counter: Counter, uid: str, state: State, *flags: str, problem: str = "") -> None:
    receipt = f"{counter.clock.at.isoformat()} 3"
    with counter.workplace.store.writing() as tx:
        tx.deliveries.answered(uid, Outcome(state, 1, flags), receipt, problem)


def test_an_empty_counter_has_nothing_to_tell(open_counter: Callable[..., Counter]) -> None:
    found = data_state(open_counter().workplace)
    assert (found.items, found.accepted, found.total, found.dossiers) == ((), (), 0, 0)
    assert found.numbers == NumbersLeft()
    assert found.last_contact is None
    assert found.clock.quality is ClockQuality.SYNCED
    assert (found.check, found.copy, found.encrypted) == (None, None, False)


def test_what_waits_says_how_and_why(counter: Counter) -> None:
    first = received(counter)
    step = record(counter.workplace, counter.session, first, HandedOver("Phòng Tư pháp")).last_uid
    second, third, fourth = received(counter), received(counter), received(counter)
    problem = {
        "type": "number-used",
        "title": "Số đã dùng",
        "detail": "Số này đã có hồ sơ khác.",
        "errors": [{"pointer": "/code", "code": "used"}],
    }
    answer(counter, second, State.REFUSED, problem=json.dumps(problem))
    with counter.workplace.store.writing() as tx:
        tx.deliveries.put_back([third], State.UNKNOWN, problem='{"type": "wire.timeout"}')
        later = counter.clock.at + timedelta(minutes=5)
        tx.deliveries.put_back([fourth], State.PENDING, later, "no JSON at all")
    found = data_state(counter.workplace)
    by_uid = {item.uid: item for item in found.items}
    assert [item.uid for item in found.items] == [first, step, second, third, fourth]
    assert by_uid[first].state is ItemState.WAITING
    assert by_uid[step].state is ItemState.BEHIND
    assert by_uid[step].behind is Kind.RECEIVED
    assert by_uid[second].action is NextAction.CORRECT
    assert by_uid[second].problem == ItemProblem(
        "number-used", "Số này đã có hồ sơ khác.", ("/code",)
    )
    assert by_uid[third].state is ItemState.UNCONFIRMED
    assert by_uid[third].problem == ItemProblem("wire.timeout")
    assert by_uid[fourth].action is NextAction.RETRY
    assert by_uid[fourth].problem == ItemProblem("no JSON at all")
    assert by_uid[first].applicant == "Trần Thị Mẫu"
    assert by_uid[first].code.endswith("-0001")
    assert (found.total, found.dossiers, found.counts.in_need) == (5, 4, 1)


def test_what_was_taken_is_shown_newest_first(counter: Counter) -> None:
    uids = [received(counter) for _ in range(3)]
    answer(counter, uids[0], State.ACCEPTED)
    answer(counter, uids[1], State.ACCEPTED, "due-differs")
    found = data_state(counter.workplace)
    assert [item.uid for item in found.accepted] == [uids[1], uids[0]]
    assert [item.state for item in found.accepted] == [ItemState.FLAGGED, ItemState.ACCEPTED]
    assert found.accepted[0].flags == ("due-differs",)
    assert found.accepted[1].answered_at == counter.clock.at
    assert [item.uid for item in found.items] == [uids[2]]
    assert len(data_state(counter.workplace, accepted=1).accepted) == 1


def test_numbers_of_today_and_of_the_days_to_come(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()  # Friday 20/11/2026
    counter.grant(1, 10)
    counter.grant(6000, 6004, Lane.FAR)
    received(counter)
    counter.grant(6100, 6104, Lane.FAR, date(2026, 11, 23))
    counter.grant(6200, 6204, Lane.FAR, date(2026, 11, 25))  # the 24th is off
    counter.grant(6300, 6304, Lane.FAR, date(2026, 11, 27))  # the 26th is missing
    numbers = data_state(counter.workplace).numbers
    assert (numbers.left, numbers.granted) == (14, 15)
    assert numbers.ranges == ((2, 10), (6000, 6004))
    assert (numbers.until, numbers.working_days) == (date(2026, 11, 25), 3)


def test_without_numbers_of_today_nothing_is_covered(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    counter.grant(6100, 6104, Lane.FAR, date(2026, 11, 23))
    numbers = data_state(counter.workplace).numbers
    assert (numbers.left, numbers.until, numbers.working_days) == (0, None, 0)


def test_the_clock_is_told_as_it_was_measured(counter: Counter) -> None:
    assert CLOCK == sync_clock.SETUP_NAME
    measured = counter.clock.at - timedelta(minutes=3)
    with counter.workplace.store.writing() as tx:
        tx.setup.put(
            CLOCK,
            {
                "offset_ms": -130_000,
                "server_time": measured.isoformat(),
                "at": measured.isoformat(),
            },
        )
    found = data_state(counter.workplace)
    assert found.clock.offset == timedelta(seconds=-130)
    assert found.last_contact == measured
