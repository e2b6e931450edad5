"""A counter at work for tests: real store, enrolled by hand, a clock that stands."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from counter_app.domain.dossiers.number_block import Lane, NumberBlock
from counter_app.domain.enrolment import ENROLMENT, Enrolment
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.plain import to_plain
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.store import Store
from counter_app.store.subjects.setup import MACHINE
from tests.made import CHAIN, NOON, uid

MACHINE_NAME = "a" * 64


@dataclass
class StandingClock:
    """A clock that goes only when told."""

    at: datetime = NOON
    quality: ClockQuality = ClockQuality.SYNCED

    def now(self) -> Moment:
        return Moment(self.at, self.quality)

    def go(self, **delta: float) -> None:
        self.at += timedelta(**delta)


@dataclass
class Counter:
    """A workplace with its clock and line in hand."""

    workplace: Workplace
    clock: StandingClock
    session: Session
    online: list[bool] = field(default_factory=lambda: [True])

    def grant(
        self, first: int = 1, last: int = 10, lane: Lane = Lane.NEAR, day: date | None = None
    ) -> None:
        """Give numbers of `day` (today) to this counter."""
        place = self.workplace.enrolment
        block = NumberBlock(
            uid(5000 + first),
            place.centre,
            day or self.clock.at.date(),
            first,
            last,
            first,
            lane,
            place.device,
            place.epoch,
        )
        with self.workplace.store.writing() as tx:
            tx.numbers.add([block])


@cache
def shipped_reference() -> Reference:
    """Return what the program ships, read once: nothing of it can be changed."""
    return load_reference(lambda name: None)


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a store without key and content: a copy of it opens quicker than one is made."""
    folder = tmp_path_factory.mktemp("new_store")
    Store.open(folder / "store.db", None, folder / "mark.json").close()
    assert [path.name for path in folder.iterdir()] == ["store.db"]
    return folder / "store.db"


@pytest.fixture
def open_counter(tmp_path: Path, new_store: Path) -> Iterator[Callable[..., Counter]]:
    """Return a function that opens the counter at `tmp_path`, enrolling it the first time."""
    opened: list[Store] = []
    numbers = itertools.count(1_000)
    reference = shipped_reference()

    def open_(key: bytes | None = None) -> Counter:
        for store in opened:
            store.close()
        if key is None and not (tmp_path / "store.db").exists():
            shutil.copyfile(new_store, tmp_path / "store.db")
        store = Store.open(tmp_path / "store.db", key, tmp_path / "mark.json")
        opened.append(store)
        enrolment = Enrolment(
            "00217",
            1,
            CHAIN,
            reference.centre.code,
            "12",
            "Hộ tịch",
            "http://127.0.0.1:9",
            MACHINE_NAME,
        )
        with store.reading() as tx:
            fresh = tx.setup.get(ENROLMENT) is None
        if fresh:
            with store.writing() as tx:
                tx.setup.put(ENROLMENT, to_plain(enrolment))
                tx.setup.put(MACHINE, MACHINE_NAME)
                tx.journal.begin_chain(CHAIN)
        clock = StandingClock()
        online = [True]
        workplace = Workplace(
            store, clock, lambda: uid(next(numbers)), enrolment, reference, lambda: online[0]
        )
        roles = (Role.RECEPTION, Role.RETURN, Role.FEES)
        officer = Officer("cb-01", "Phạm Thị Ví", phone="02000000014", roles=roles)
        return Counter(workplace, clock, Session(officer, "online"), online)

    yield open_
    for store in opened:
        store.close()


@pytest.fixture
def counter(open_counter: Callable[..., Counter]) -> Counter:
    """Return an enrolled counter with ten numbers of today."""
    opened = open_counter()
    opened.grant()
    return opened
