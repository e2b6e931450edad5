"""One run: a day of an office in bad weather, then quiet, then what must be true."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import select

from counter_app.contract.entries import EntryStatus
from counter_app.domain.acts.decisions import WorkStarted
from counter_app.domain.enrolment import RESTORED
from counter_app.sandbox.province.devices import FROZEN
from counter_app.sandbox.province.entries.changes import page
from counter_app.sandbox.province.entries.decisions import decide
from counter_app.sandbox.province.refusal import RefusalError
from counter_app.sandbox.records import tables as t
from counter_app.sync.pull import CURSOR_NAME
from tests.simulation.counter import MARK, Counter, Intent, step
from tests.simulation.model import Held
from tests.simulation.office import COUNTERS, Office, office
from tests.simulation.world import World

STEPS = ("told", "told", "handed_over", "withdrawn", "complained")
HELD_SECONDS = 301.0
"""Between two turns of the quiet: longer than the longest wait that the program chooses."""

QUIET_TURNS = 60
_STANDS = 3
"""So often nothing must have changed: a planned fault, or a wait after it, costs a turn."""

_LONG = timedelta(hours=5)


@dataclass
class Result:
    """What one run came to."""

    seed: str
    trace: str
    steps: int
    faults: list[str]
    happened: dict[str, int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def run(
    seed: str,
    work: Callable[[Office], int],
    names: tuple[str, ...] = COUNTERS,
    *,
    told: bool = False,
) -> Result:
    """Do `work` in an office of its own, let it come to rest, and say what is wrong then."""
    world = World(seed, told=told)
    with office(world, names) as place:
        steps = work(place)
        quieten(place)
        faults = wrongs(place)
        return Result(seed, world.trace, steps, faults, dict(world.faults), world.lines)


def random_day(place: Office, steps: int = 30) -> int:
    """Let chance choose what officers, nature and the agency do."""
    chance, world = place.world.officers, place.world
    world.crashes.odds = chance.choice((0.0, 0.005, 0.02))
    for counter in place.counters:
        counter.weather.odds = chance.choice((0.0, 0.1, 0.3))
    for _ in range(steps):
        counter = chance.choice(place.counters)
        _one_step(place, counter, chance)
        world.pass_time(chance.choice((1, 5, 60)))
    return steps


def _one_step(place: Office, counter: Counter, chance: random.Random) -> None:
    what = chance.random()
    if what < 0.30:
        receives(place, counter)
    elif what < 0.55:
        acts(place, counter, chance)
    elif what < 0.78:
        counter.turn()
    elif what < 0.82:
        counter.numbers()
    elif what < 0.86:
        _agency_decides(place, chance)
    elif what < 0.90:
        place.world.pass_time(chance.choice((600, 3600, 14 * 3600)))
    elif what < 0.94:
        counter.close()
    elif what < 0.97:
        counter.weather.odds = chance.choice((0.0, 0.2, 1.0))
    else:
        counter.clock_shift = chance.choice((1, -1)) * chance.choice((timedelta(minutes=7), _LONG))


def new_mark(place: Office) -> str:
    place.marks += 1
    return f"act-{place.marks}"


def receives(place: Office, counter: Counter) -> None:
    counter.does(Intent(new_mark(place), "received", place.world.new_id()))


def acts(place: Office, counter: Counter, chance: random.Random) -> None:
    if counter.is_open() and (known := counter.dossiers()):
        kind, mark = chance.choice(STEPS), new_mark(place)
        counter.does(Intent(mark, kind, chance.choice(known[-6:]), step(kind, mark)))


def _agency_decides(place: Office, chance: random.Random) -> None:
    province = place.server.province
    with province.reading() as tx:
        uids = sorted(tx.execute(select(t.dossier.c.uid)).scalars())
    if not uids:
        return
    uid, mark = chance.choice(uids), new_mark(place)
    try:
        with province.writing() as tx:
            by = province.circumstances(tx, None)
            result = decide(by, uid, WorkStarted(mark), clerk="may-chu")
    except RefusalError:
        return
    if result.status is EntryStatus.ACCEPTED:
        place.model.made(mark, "server", uid, "work_started")


def quieten(place: Office) -> None:
    """Let nature rest and everybody come to an end of what they were about."""
    crashes = place.world.crashes
    crashes.odds = 0.0
    if crashes.at and not crashes.happened:  # what is planned comes, if only now
        crashes.at = max(crashes.at, len(crashes.passed) + 1)
    for counter in place.counters:
        weather = counter.weather
        weather.odds, weather.at = 0.0, min(weather.at, weather.count + 1)
        counter.clock_shift = timedelta()
    stood: list[str] = []
    for turn in range(QUIET_TURNS):
        place.world.pass_time(HELD_SECONDS)
        for counter in place.counters:
            if not turn or not counter.is_open() or not _knows_all(place, counter):
                counter.turn()
        for counter in place.counters:
            counter.numbers()
        if not all(counter.is_open() for counter in place.counters):
            continue  # a crash that was planned; the next turn opens it again
        if all(_knows_all(place, counter) for counter in place.counters):
            return
        stood.append(now := repr([_stand(counter) for counter in place.counters]))
        if stood[-_STANDS:] == [now] * _STANDS:
            return


def _knows_all(place: Office, counter: Counter) -> bool:
    """Tell whether this counter has nothing to send, to number, to hear or to recover."""
    with counter.program.home.store.reading() as tx:
        is_told = tx.setup.get(RESTORED) is None
        is_sent = not tx.deliveries.counts().to_send
        is_quiet = is_told and is_sent and not tx.dossiers.without_official_code()
        cursor = str(tx.setup.get(CURSOR_NAME) or "")
    province = place.server.province
    with province.reading() as tx:
        centre = tx.execute(select(t.centre.c.code)).scalar_one()
        try:
            return is_quiet and not page(tx, centre, cursor, 1, province.keys.cursor)[0]
        except RefusalError:  # it has to read from the beginning
            return False


def _stand(counter: Counter) -> object:
    with counter.program.home.store.reading() as tx:
        heard = [tx.setup.get(name) for name in (CURSOR_NAME, RESTORED)]
        return tx.deliveries.counts(), tx.journal.count(), heard


def wrongs(place: Office) -> list[str]:
    """Return every sentence of the model, and of both ends compared, that isn't true."""
    rows, codes, dossiers = _server_holds(place)
    stopped = [counter for counter in place.counters if counter.is_stopped()]
    waiting = {row.mark for counter in stopped for row in counter.holds()}
    open_ones = frozenset(
        row.mark
        for counter in place.counters
        for row in counter.holds()
        if row.status != "accepted"
    )
    found = place.model.faults(rows, codes, waiting, open_ones)
    for counter in stopped:
        if not _may_stop(place, counter):
            found.append(f"stopped: {counter.name} without a reason")
    for counter in place.counters:
        found += counter.alarms
        found += _unsaid(counter)
        own = counter.holds()
        found += place.model.hidden(counter.name, rows, own)
        if counter not in stopped:
            found += _stuck(counter)
            found += _differing(counter, dossiers)
        report = counter.program.home.store.verify()
        if not report.is_whole:
            found.append(f"store: {counter.name} {report}")
    return found + place.server.troubles + _granted_twice(place)


def _granted_twice(place: Office) -> list[str]:
    """Return numbers that the server granted once more."""
    c = t.block.c
    with place.server.province.reading() as tx:
        query = select(c.agency, c.day, c.first, c.last).order_by(c.agency, c.day, c.first)
        blocks = tx.execute(query).all()
    return [
        f"granted twice: {one} {other}"
        for one, other in pairwise(blocks)
        if one[:2] == other[:2] and other.first <= one.last
    ]


def _may_stop(place: Office, counter: Counter) -> bool:
    """Tell whether a copied home explains that the server refuses this counter.

    Both copies spoke under one chain: the device is frozen. Or the other one was taken back under
    a new epoch. Nothing else that happens here may stop a counter for good: bad weather ends.
    """
    enrolment = counter.program.home.enrolment()
    with place.server.province.reading() as tx:
        c = t.device.c
        row = tx.execute(select(c.state, c.epoch).where(c.number == enrolment.device)).one()
    refused = row.state == FROZEN or row.epoch > enrolment.epoch
    return refused and counter.name[0] in place.copied


def _unsaid(counter: Counter) -> list[str]:
    """Return what waits for the officer without a reason that could be shown to him."""
    with counter.program.home.store.reading() as tx:
        queue = tx.deliveries.listing(10_000)
    open_ones = [each for each in queue if each.state.needs_officer]
    return [f"no reason: {counter.name} {each}" for each in open_ones if "type" not in each.problem]


Row = tuple[str, str, int, int]


def _server_holds(place: Office) -> tuple[list[Held], dict[str, str], dict[str, Row]]:
    with place.server.province.reading() as tx:
        c = t.entry.c
        entries = tx.execute(select(c.body, c.dossier, c.status, c.version)).all()
        dossiers = {
            row.uid: (row.code or "", row.provisional_code or "", row.version, row.status)
            for row in tx.execute(select(t.dossier))
        }
    held = [
        Held(found[0].decode(), row.dossier or "", row.status, row.version)
        for row in entries
        if (found := MARK.search(row.body))
    ]
    codes = {code: uid for uid, row in dossiers.items() for code in row[:2] if code}
    return held, codes, dossiers


def _stuck(counter: Counter) -> list[str]:
    """Return what still waits for the server without waiting for an officer."""
    with counter.program.home.store.reading() as tx:
        queue = tx.deliveries.listing(10_000)
    blocked: set[str | None] = set()
    found = []
    for each in queue:
        if each.state.needs_officer:
            blocked.add(each.dossier)
            if each.state.value == "quarantined":
                found.append(f"quarantined: {counter.name} {each}")
        elif each.dossier is None or each.dossier not in blocked:
            found.append(f"stuck: {counter.name} {each}")
    return found


def _differing(counter: Counter, server: dict[str, Row]) -> list[str]:
    """Return dossiers that read otherwise here; those with an open act of our own may."""
    with counter.program.home.store.reading() as tx:
        own_way = {each.dossier for each in tx.deliveries.listing(10_000)}
        found = []
        for uid, row in server.items():
            dossier = tx.dossiers.get(uid)
            mine = dossier and (
                dossier.code,
                dossier.provisional_code,
                dossier.version,
                int(dossier.status),
            )
            if uid not in own_way and mine != row:
                found.append(f"differs: {counter.name} {uid} has {mine}, the server {row}")
    return found
