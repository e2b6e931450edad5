"""The office of the year: three counters over one store, nine officers, a clock that is set.

The services are the program's own. The three counters write into one chain, which an office's
machines don't; for figures it makes no difference, and a year is done in minutes.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from unittest import mock

from counter_app.domain.centre import Counter
from counter_app.domain.dates import vietnam_time
from counter_app.domain.dossiers.number_block import Lane, NumberBlock
from counter_app.domain.enrolment import ENROLMENT, Enrolment
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.identifier import uuid7
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Appointment, Officer, OfficerList
from counter_app.domain.officers.roles import Role
from counter_app.domain.plain import to_plain
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.reference import Reference, load_reference
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.store.store import Store
from counter_app.store.subjects import journal as journals
from counter_app.store.subjects.setup import MACHINE
from tests.year.script import COUNTERS, Cast

CHAIN = "019a0000-0000-7000-8000-000000000001"
SERVER = "may-chu"
_MACHINE = "c" * 64
_DESK = (Role.RECEPTION, Role.RETURN, Role.FEES)
TAKEN = Outcome(State.ACCEPTED, 1)
_NAMES = (
    "Nguyễn Thị Mẫu", "Trần Văn Mẫu", "Lê Thị Ví Dụ", "Phạm Văn Ví Dụ", "Hoàng Thị Tập",
    "Vũ Văn Tập", "Đặng Thị Thử", "Bùi Văn Thử", "Đỗ Thị Nghiệm",
)  # fmt: skip


@dataclass
class StoryClock:
    """Stands where the story puts it."""

    at: datetime

    def now(self) -> Moment:
        return Moment(self.at, ClockQuality.SYNCED)


@dataclass
class YearOffice:
    """Everything that acts of the year are done with."""

    store: Store
    clock: StoryClock
    places: dict[str, Workplace]
    sessions: dict[str, Session]
    new_id: Callable[[], str]

    @property
    def head(self) -> Session:
        """The supervisor."""
        return self.sessions["CB-09"]

    def grant(self, day: date, count: int) -> None:
        """Give each counter numbers of a day: more than it needs, so that some are left."""
        with self.store.writing() as tx:
            for place, counter in enumerate(COUNTERS):
                own = self.places[counter].enrolment
                first = 1 + place * count
                tx.numbers.add(
                    [
                        NumberBlock(self.new_id(), own.centre, day, first, first + count - 1, first,
                                    Lane.NEAR, own.device, own.epoch)
                    ]
                )  # fmt: skip

    @contextmanager
    def all_is_sent(self) -> Iterator[None]:
        """What is written meanwhile counts as taken by the province."""
        with mock.patch.object(journals, "WAITING", TAKEN):
            yield


@contextmanager
def year_office(folder: Path, year: int, key: bytes | None = None) -> Iterator[YearOffice]:
    """Give a new office in `folder` (made)."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        store = Store.open(folder / "store.db", key, folder / "mark.json")
        stack.callback(store.close)
        reference = _reference(year)
        clock = StoryClock(datetime.fromisoformat(f"{year}-01-01T07:00:00+07:00"))
        chance, numbers = random.Random(year), itertools.count()

        def new_id() -> str:
            moment = int(clock.at.timestamp() * 1000) + next(numbers) % 1000
            return uuid7(moment, chance.randbytes(10))

        places = {}
        for counter in COUNTERS:
            enrolment = Enrolment(
                "00217", 1, CHAIN, reference.centre.code, counter, f"Quầy {counter}",
                "http://127.0.0.1:9", _MACHINE,
            )  # fmt: skip
            places[counter] = Workplace(store, clock, new_id, enrolment, reference, lambda: True)
        with store.writing() as tx:
            tx.setup.put(ENROLMENT, to_plain(places[COUNTERS[0]].enrolment))
            tx.setup.put(MACHINE, _MACHINE)
            tx.journal.begin_chain(CHAIN)
        sessions = {each.id: Session(each, "online") for each in reference.officers.officers}
        yield YearOffice(store, clock, places, sessions, new_id)


def cast(reference: Reference) -> Cast:
    """Return who works, and what is asked for: procedures that can be received in one stroke."""
    wanted = (
        ("1.001193", 0.0), ("1.000894", 0.0), ("1.000656", 0.0), ("1.001022", 3.0),
        ("1.004873", 3.0), ("1.004884", 5.0), ("2.000635", 0.0), ("2.001035", 2.0),
        ("1.013227", 5.0), ("1.001731", 5.0), ("1.001653", 5.0), ("2.001955", 7.0),
        ("1.012783", 5.0),
    )  # fmt: skip
    found = []
    for code, days in wanted:
        procedure = reference.procedures.version_on(code, date(2026, 6, 1))
        assert procedure is not None
        case = procedure.case_names[0] if procedure.case_names else ""
        found.append((code, case, days))
    return Cast(
        receivers=tuple(f"CB-0{number}" for number in range(1, 7)),
        returners=("CB-07", "CB-01", "CB-02"),
        cashiers=("CB-08", "CB-01"),
        procedures=tuple(found),
        silent="CB-06",
        outside="CB-05",
    )


def _reference(year: int) -> Reference:
    shipped = load_reference(lambda _: None)
    agencies = tuple(each.code for each in shipped.agencies.agencies)
    since = date(year - 1, 7, 1)
    decision = Appointment("12/QĐ-UBND", since, agencies, since)
    officers = tuple(
        Officer(
            f"CB-0{number}",
            name,
            phone="0200 000 000",
            roles=(*_DESK, Role.SUPERVISOR) if number == 9 else _DESK,
            appointments=() if number == 5 else (decision,),
        )
        for number, name in enumerate(_NAMES, 1)
    )
    counters = tuple(Counter(number, f"Quầy {number}") for number in COUNTERS)
    return replace(
        shipped,
        officers=OfficerList(f"nam-{year}", officers),
        centre=replace(shipped.centre, counters=counters),
    )


def days_of(moments: list[datetime]) -> list[date]:
    """Return the days of moments, each once, in order."""
    return sorted({vietnam_time(each).date() for each in moments})
