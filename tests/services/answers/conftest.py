"""Counters that work by services and speak with a real reference server over loopback."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.enrolment import Enrolment
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.answers.answered import Answered, answered
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.subjects.deliveries import Queued
from counter_app.sync.pull import pull
from counter_app.sync.push import PushReport, push
from tests.made import person
from tests.sandbox.running import RunningSandbox
from tests.services.conftest import shipped_reference
from tests.sync.counter import THIS_MACHINE, Counter, new_id


@dataclass
class Desk:
    """One counter: `wire` is its store and line, `place` what its services work with."""

    wire: Counter
    place: Workplace
    session: Session

    def register(self) -> str:
        """Receive a dossier and return its uid."""
        return receive(self.place, self.session, Reception("1.001193", person())).uid

    def write(self, kind: Kind, body: object, dossier: str) -> str:
        """Write an act as it is, whatever would stand against it."""
        with self.place.store.writing() as tx:
            moment = self.place.moment(tx)
            recorded = tx.journal.append(
                kind,
                body,  # type: ignore[arg-type]
                uid=new_id(),
                dossier=dossier,
                author=self.place.author(self.session),
                occurred_at=moment.at,
                clock_quality=moment.quality,
            )
        return recorded.entry.uid

    def send(self) -> PushReport:
        """Send all that may go now."""
        report = push(self.wire.doors)
        assert report.error is None
        return report

    def hear(self) -> None:
        """Take in what the others did."""
        assert pull(self.wire.doors).error is None

    def queued(self, uid: str) -> Queued:
        with self.place.store.reading() as tx:
            found = tx.deliveries.of(uid)
        assert found is not None
        return found

    def outcomes(self, dossier: str) -> dict[str, Outcome]:
        with self.place.store.reading() as tx:
            return {told.entry.uid: told.outcome for told in tx.dossiers.timeline(dossier)}

    def answer(self, uid: str) -> Answered:
        return answered(self.place, uid)


class _Clock:
    def __init__(self, wire: Counter) -> None:
        self._wire = wire

    def now(self) -> Moment:
        return Moment(self._wire.clock(), ClockQuality.SYNCED)


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    with RunningSandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running


_numbers = itertools.count(1)


@pytest.fixture
def open_desk(sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    made: list[Desk] = []

    def make() -> Desk:
        number = str(next(_numbers))
        wire = Counter(tmp_path / number, sandbox.url, sandbox.enrol_code(number))
        enrolment = Enrolment(
            wire.device.device, wire.device.epoch, wire.chain, wire.centre, number,
            f"Quầy {number}", sandbox.url, THIS_MACHINE,
        )  # fmt: skip
        place = Workplace(
            wire.store, _Clock(wire), new_id, enrolment, shipped_reference(), lambda: True
        )
        session = Session(Officer(f"cb-{number}", "Phạm Thị Ví", roles=tuple(Role)), "online")
        made.append(Desk(wire, place, session))
        return made[-1]

    yield make
    for each in made:
        each.wire.close()


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


def rows(sandbox: RunningSandbox, dossier: str) -> list[tuple[str, str, str | None]]:
    """Return (uid, status, problem's type) of all that the server keeps of a dossier."""
    with sandbox.province.database.reading() as tx:
        found = tx.exec_driver_sql(
            "SELECT uid, status, problem FROM entry WHERE dossier = ? ORDER BY rowid", (dossier,)
        ).fetchall()
    return [
        (uid, status, json.loads(problem)["type"] if problem else None)
        for uid, status, problem in found
    ]
