"""A counter with many dossiers behind it: its own encrypted store, filled through the journal.

The dossiers of earlier days come the way in which an office's other counters' come: entries of the
feed, already accepted. The queue is therefore as empty as on any morning.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from counter_app.bench import people
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.code import official_code
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.number_block import Lane, NumberBlock
from counter_app.domain.enrolment import ENROLMENT, Enrolment
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, body_bytes, seal
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.plain import to_plain
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.enrolment import read_enrolment
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception, plan
from counter_app.store.store import Store
from counter_app.store.subjects.setup import MACHINE

Progress = Callable[[int, int], None]

A_DAY = 400
"""Dossiers of a full day at a big commune's centre."""

A_CHUNK = 1_000
"""Dossiers in one transaction while the store is filled."""

_NUMBERS = 99_999
_OPENING = time(7, 30)
_STEP = timedelta(seconds=60)
_MACHINE = "b" * 64
_PROCEDURES = 12
_BACK = timedelta(days=2_600)  # room for a million dossiers before today
_STRANGERS = 9_000_000  # citizens from here on come to be received, the others are there already


def new_id() -> str:
    """Return a fresh UUIDv7."""
    return uuid7(int(datetime.now(VIETNAM).timestamp() * 1000), os.urandom(10))


class WallClock:
    """This machine's clock, taken as compared with the server's."""

    def now(self) -> Moment:
        """Return the present."""
        return Moment(datetime.now(VIETNAM), ClockQuality.SYNCED)


@dataclass(slots=True)
class Counter:
    """A counter at work. `dossiers` says how many of earlier days, since `first_day`, are there."""

    workplace: Workplace
    session: Session
    procedures: tuple[tuple[str, str], ...]
    first_day: date
    dossiers: int = 0
    received: int = 0

    def reception(self) -> Reception:
        """Return what an officer enters for the next citizen."""
        number = _STRANGERS + self.received
        procedure, case = self.procedures[self.received % len(self.procedures)]
        self.received += 1
        return Reception(procedure, people.citizen(number), case=case, collected=True)

    def receive(self, reception: Reception) -> Dossier:
        """Receive a citizen: from F9 to the commit."""
        return receive(self.workplace, self.session, reception)

    def close(self) -> None:
        """Close the store."""
        self.workplace.store.close()


def open_counter(folder: Path, key: bytes | None) -> Counter:
    """Open the counter in `folder` (existing), encrypted with `key` (None: not); enrol it first.

    It is enrolled by hand and granted all numbers of today: no server is asked.
    """
    store = Store.open(
        folder / "store.db", key, folder / "mark.json", witness_folder=folder / "witness"
    )
    reference = load_reference(lambda _: None)
    enrolment = read_enrolment(store) or _enrol(store, reference)
    workplace = Workplace(store, WallClock(), new_id, enrolment, reference, lambda: False)
    return at_work(workplace)


def at_work(workplace: Workplace) -> Counter:
    """Return a counter with an officer, at any enrolled `workplace`."""
    officers = workplace.reference.officers.officers
    officer = next(each for each in officers if each.active)
    clock = WallClock()
    return Counter(
        workplace,
        Session(officer, "offline"),
        receivable(workplace.reference),
        clock.now().at.date() - _BACK,
    )


def fill(counter: Counter, count: int, progress: Progress) -> None:
    """Add dossiers of earlier days until `count` of citizens 0 to `count` - 1 are there."""
    templates = [counter.receive(counter.reception()).received for _ in counter.procedures]
    head = ChainHead(new_id())
    author = Author("cb-02", "online", "2")
    first = counter.dossiers
    for begin in range(first, count, A_CHUNK):
        end = min(begin + A_CHUNK, count)
        with counter.workplace.store.writing() as tx:
            for number in range(begin, end):
                body = _earlier(templates[number % len(templates)], number, counter.first_day)
                data = body_bytes(body)
                uid = uuid7(int(body.received_at.timestamp() * 1000), os.urandom(10))
                entry = seal(
                    head,
                    uid=uid,
                    kind=Kind.RECEIVED,
                    data=data,
                    author=author,
                    occurred_at=body.received_at,
                    clock_quality=ClockQuality.SYNCED,
                    dossier=uid,
                )
                tx.journal.take_in(entry, data, Outcome(State.ACCEPTED, number + 1))
                head = entry.head()
        progress(end - first, count - first)
    counter.dossiers = count


def code_of(counter: Counter, number: int) -> str:
    """Return the code of the `number`-th dossier of earlier days."""
    day = _day(counter.first_day, number)
    return official_code(counter.workplace.enrolment.centre, day, number % A_DAY + 1)


def _earlier(template: Received, number: int, first_day: date) -> Received:
    day = _day(first_day, number)
    at = datetime.combine(day, _OPENING, VIETNAM) + number % A_DAY * _STEP
    return dataclasses.replace(
        template,
        code=official_code(template.centre, day, number % A_DAY + 1),
        block=uuid7(number // A_DAY, bytes(10)),
        book="2",
        book_year=day.year,
        serial=number + 1,
        applicant=people.citizen(number),
        received_at=at,
        promise=dataclasses.replace(template.promise, due_at=at + timedelta(days=5)),
    )


def _day(first: date, number: int) -> date:
    return first + timedelta(days=number // A_DAY)


def _enrol(store: Store, reference: Reference) -> Enrolment:
    place = reference.centre
    counter = place.counters[0]
    enrolment = Enrolment(
        "00001", 1, new_id(), place.code, counter.number, counter.name, "http://127.0.0.1", _MACHINE
    )
    today = datetime.now(VIETNAM).date()
    block = NumberBlock(
        new_id(), place.code, today, 1, _NUMBERS, 1, Lane.NEAR, enrolment.device, enrolment.epoch
    )
    with store.writing() as tx:
        tx.setup.put(ENROLMENT, to_plain(enrolment))
        tx.setup.put(MACHINE, _MACHINE)
        tx.journal.begin_chain(enrolment.chain)
        tx.numbers.add([block])
    return enrolment


def receivable(reference: Reference) -> tuple[tuple[str, str], ...]:
    """Return (procedure, case) of those that can be received without asking anything further."""
    now = WallClock().now().at
    found = []
    for procedure in reference.procedures.procedures:
        case = procedure.case_names[0] if procedure.case_names else ""
        if plan(reference, Reception(procedure.code, people.citizen(0), case=case), now).is_ready:
            found.append((procedure.code, case))
    return tuple(found[:_PROCEDURES])
