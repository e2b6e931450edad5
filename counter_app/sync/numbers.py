"""Keep numbers in hand: near ones for today, far ones for the days of an outage (SYNC §3).

The request is stored under its own id before it goes out: when the answer is lost, the same
request goes out again and brings the same blocks, instead of wasting new ones.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import datetime, timedelta

from counter_app.contract.numbers import BlockAnswer, BlockRequest, WireBlock, WireWish
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.number_block import wishes
from counter_app.domain.enrolment import REPLACED
from counter_app.domain.errors.wire import RequestRejectedError, WireError, WrongEchoError
from counter_app.store.subjects.setup import MACHINE
from counter_app.store.transaction import Transaction
from counter_app.sync.doors import Doors

REQUEST_NAME = "number_request"
REST_NAME = "number_rest"
LARGEST_REQUEST = 40
REMEMBERED = timedelta(days=60)
"""How far back a counter's busiest day is looked for: an outage may come on another like it."""
SHORT_REST = timedelta(minutes=10)
"""How long a counter waits after the server had fewer numbers than wished."""


@dataclass(frozen=True, slots=True)
class NumbersReport:
    """How many numbers came; `short`: fewer than wished; `error` when none could be asked for."""

    granted: int = 0
    short: bool = False
    error: WireError | None = None


def top_up(doors: Doors) -> NumbersReport:
    """Ask for what is missing, if anything is; on another machine than the enrolled one nothing."""
    request = _request(doors)
    if request is None:
        return NumbersReport()
    try:
        answer = doors.gateway.blocks(request)
        if not all(_is_ours(doors, block, request) for block in answer.blocks):
            raise WrongEchoError(host=doors.gateway.host)
    except RequestRejectedError as error:
        # Asked for the wrong thing, by a wrong clock for instance: the next wish is a new one.
        with doors.store.writing() as tx:
            tx.setup.put(REQUEST_NAME, None)
            tx.setup.put(REST_NAME, (doors.now() + SHORT_REST).isoformat())
        return NumbersReport(error=error)
    except WireError as error:
        return NumbersReport(error=error)
    return _write(doors, answer)


def is_bound_here(tx: Transaction, machine: str) -> bool:
    """Return whether the store belongs to this machine, or to none yet."""
    return tx.setup.get(MACHINE) in (None, machine)


def missing_numbers(doors: Doors) -> BlockRequest | None:
    """Return the request for what is missing, stored under its id; None when nothing is."""
    return _request(doors)


def keep_granted(doors: Doors, answer: BlockAnswer) -> int:
    """Keep what was granted to a request that went another way; return how many are new.

    An answer to a request that is no longer open was kept before, or by wire.
    """
    with doors.store.reading() as tx:
        request = _open_request(tx.setup.get(REQUEST_NAME))
    if request is None or request.request_id != answer.request_id:
        return 0
    if not all(_is_ours(doors, block, request) for block in answer.blocks):
        return 0
    return _write(doors, answer).granted


def _request(doors: Doors) -> BlockRequest | None:
    """Return the request that is open, or a new one, stored; None when nothing is missing."""
    now = doors.now()
    today = vietnam_time(now).date()
    days_off = doors.days_off(today, today + timedelta(days=doors.policy.far_days))
    with doors.store.writing() as tx:
        if not is_bound_here(tx, doors.machine) or _rests(tx, now):
            return None
        if tx.setup.get(REPLACED) is not None:
            return None
        found = _open_request(tx.setup.get(REQUEST_NAME))
        if found is not None and (found.device, found.epoch) == (doors.device, doors.epoch):
            return found
        blocks = tx.numbers.blocks(doors.agency, today)
        own = [each for each in blocks if each.epoch == doors.epoch]
        busiest = tx.numbers.busiest_day(doors.agency, today - REMEMBERED)
        policy = dataclasses.replace(doors.policy, peak_day=max(doors.policy.peak_day, busiest))
        wanted = wishes(own, doors.agency, today, policy, days_off)[:LARGEST_REQUEST]
        if not wanted:
            return None
        request = BlockRequest(
            device=doors.device,
            epoch=doors.epoch,
            request_id=doors.new_id(),
            wishes=tuple(WireWish.of(each) for each in wanted),
        )
        tx.setup.put(REQUEST_NAME, request.model_dump(mode="json"))
    return request


def _open_request(plain: object) -> BlockRequest | None:
    try:
        return BlockRequest.model_validate(plain)
    except ValueError:
        return None


def _is_ours(doors: Doors, block: WireBlock, request: BlockRequest) -> bool:
    """Return whether `block` was granted to this device, for a day and lane that it asked for."""
    asked = any(
        (wish.agency, wish.day, wish.lane) == (block.agency, block.day, block.lane)
        for wish in request.wishes
    )
    whose = (block.device, block.epoch, block.agency)
    return (
        asked and whose == (doors.device, doors.epoch, doors.agency) and block.first <= block.last
    )


def _write(doors: Doors, answer: BlockAnswer) -> NumbersReport:
    blocks = tuple(each.block() for each in answer.blocks)
    with doors.store.writing() as tx:
        # Between asking and answering the home may have been taken to another machine.
        if not is_bound_here(tx, doors.machine) or tx.setup.get(REPLACED) is not None:
            return NumbersReport()
        tx.numbers.add(blocks)
        tx.setup.put(REQUEST_NAME, None)
        rest = (doors.now() + SHORT_REST).isoformat() if answer.short else None
        tx.setup.put(REST_NAME, rest)
    return NumbersReport(sum(block.left for block in blocks), answer.short)


def _rests(tx: Transaction, now: datetime) -> bool:
    until = tx.setup.get(REST_NAME)
    if not isinstance(until, str):
        return False
    # A clock that was set back must not turn ten minutes into years.
    return timedelta(0) < datetime.fromisoformat(until) - now <= SHORT_REST
