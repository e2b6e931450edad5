"""One counter: the program as it is opened in the morning, killed at noon and opened again."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.steps import Complained, ContactWay, HandedOver, Told, Withdrawn
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors.work import ClockDoubtfulError, FalseStepError
from counter_app.domain.officers.appointment import may_receive
from counter_app.domain.people.person import Person
from counter_app.services.counter.resending import send_again
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.numbering import number_provisional
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.store.mark import Condition
from counter_app.sync.loop import Loop
from counter_app.sync.state import Chip
from tests.simulation.line import Weather
from tests.simulation.model import Held, Model
from tests.simulation.server import Server
from tests.simulation.world import Crash, World

PROCEDURE = "1.001193"
MARK = re.compile(rb"act-[0-9]+")


@dataclass
class Intent:
    """What the officer was about: after a crash he looks whether it is there, or does it again."""

    mark: str
    kind: str
    dossier: str
    body: Body | None = None


class _OneTurn:
    """In place of the loop's Event: where the loop would sleep, its turn ends."""

    def __init__(self) -> None:
        self.loop: Loop | None = None

    def wait(self, _: float | None = None) -> bool:
        assert self.loop is not None
        self.loop._stopping.set()
        return True

    def set(self) -> None: ...

    def clear(self) -> None: ...


class Counter:
    """A counter with its folder, its machine, its clock, its weather and its officer."""

    def __init__(
        self, world: World, server: Server, model: Model, name: str, folder: Path, machine: str
    ) -> None:
        self.world, self.server, self.model = world, server, model
        self.name, self.folder, self.machine = name, folder, machine
        self.weather = Weather()
        self.clock_shift = timedelta()
        self.is_dead = False
        self.is_copied = False
        self.intent: Intent | None = None
        self.alarms: list[str] = []
        self._program: OpenCounter | None = None

    # --- the process ---------------------------------------------------------------------------

    def alive(self, act: Callable[[], None]) -> bool:
        """Do `act` as this counter's process; False when it crashed."""
        before, self.world.active = self.world.active, self
        try:
            act()
        except Crash:
            self._drop()
            return False
        finally:
            self.world.active = before
        return True

    def is_open(self) -> bool:
        return self._program is not None or self.alive(self._open)

    def _open(self) -> None:
        self.is_dead = False
        self._program = program = OpenCounter.open(self.folder, plain_store=True)
        settled = program.home.settled
        self.world.say("opens", settled.condition.value if settled else "")
        if settled and settled.condition is Condition.RESTORED and not self.is_copied:
            self.alarms.append(f"{self.name}: taken for restored, and never was")
        turn = _OneTurn()
        self._loop = turn.loop = program.loop(lambda _: None, self._alarm)
        self._loop._wake = turn  # type: ignore[assignment]
        self._finish_intent()

    def _drop(self) -> None:
        program, self._program = self._program, None
        if program is not None:
            program.close()

    def close(self) -> None:
        """End in order."""
        self.alive(self._drop)

    def _alarm(self, error: BaseException) -> None:
        self.alarms.append(f"{self.name}: {type(error).__name__}: {error}")

    @property
    def program(self) -> OpenCounter:
        assert self._program is not None
        return self._program

    # --- the officer ---------------------------------------------------------------------------

    def turn(self) -> None:
        """Let the sync thread have one turn: a round, or a look at the clock."""

        def run() -> None:
            self._loop._stopping.clear()
            self._loop.run()

        if self.is_open():
            self.alive(run)

    def does(self, intent: Intent) -> None:
        """Do one act at the counter."""

        def run() -> None:
            self.intent = intent
            self._carry_out()

        if self.is_open() and self.intent is None:
            self.alive(run)

    def numbers(self) -> None:
        """Give provisional dossiers their codes, and print their receipts."""

        def run() -> None:
            with suppress(ClockDoubtfulError):
                for dossier in number_provisional(self._workplace(), self._session()):
                    self.model.printed(dossier.code, dossier.uid)
                    self.world.say("prints", dossier.code)

        if self.is_open():
            self.alive(run)

    def sends_again(self) -> None:
        if self.is_open():
            self.alive(lambda: self.world.say("again", send_again(self._workplace())))

    def _workplace(self):
        return self.program.workplace

    def _session(self) -> Session:
        return Session(self._officer(), "online")

    def _officer(self):
        reference = self._workplace().reference
        today = vietnam_time(self.world.counters_now()).date()
        procedure = reference.procedures.version_on(PROCEDURE, self.world.now().date())
        for officer in reference.officers.officers:
            if procedure and not may_receive(officer, procedure, today):
                return officer
        return reference.officers.officers[0]

    def _carry_out(self) -> None:
        intent = self.intent
        assert intent is not None
        try:
            if intent.kind == "received":
                self._receive(intent)
            else:
                assert intent.body is not None
                record(self._workplace(), self._session(), intent.dossier, intent.body)
                self.model.made(intent.mark, self.name, intent.dossier, intent.kind)
            self.world.say("did", intent.kind, intent.mark)
        except (FalseStepError, ClockDoubtfulError) as error:
            self.world.say("didn't", intent.kind, intent.mark, error.code)
        self.intent = None

    def _receive(self, intent: Intent) -> None:
        wished = Reception(PROCEDURE, Person("Trần Thị Mẫu"), note=intent.mark)
        was_there = intent.dossier in self.dossiers()
        dossier = receive(self._workplace(), self._session(), wished, intent.dossier)
        self.model.made(intent.mark, self.name, dossier.uid, "received")
        self.model.printed(dossier.shown_code, dossier.uid)
        self.world.say("prints", dossier.shown_code)
        # By its own clock, or by the server's that stands in place of a wrong one.
        clocks = (self.world.counters_now(), self.world.now())
        days = {vietnam_time(each).strftime("%y%m%d") for each in clocks}
        if dossier.code and not was_there and days.isdisjoint(dossier.code.split("-")):
            self.alarms.append(f"{self.name}: {dossier.code} was given on {sorted(days)}")

    def _finish_intent(self) -> None:
        """After a crash: is it there? Else it is done again, as the draft that comes back says."""
        intent = self.intent
        if intent is None:
            return
        if intent.kind != "received" and intent.mark in {each.mark for each in self.holds()}:
            self.model.made(intent.mark, self.name, intent.dossier, intent.kind)
            self.intent = None
        else:
            self._carry_out()

    def is_stopped(self) -> bool:
        """Tell whether the program says that a person must act before anything is sent again."""
        return self._loop._shown is not None and self._loop._shown.chip is Chip.STOPPED

    # --- what is there -------------------------------------------------------------------------

    def dossiers(self) -> list[str]:
        """Return the dossiers that this counter knows, oldest first."""
        with self.program.home.store.reading() as tx:
            rows = tx.journal.since(0, 100_000)
        return list(dict.fromkeys(entry.dossier for _, entry, _ in rows if entry.dossier))

    def holds(self) -> list[Held]:
        """Return this counter's own marked entries and what it believes of them."""
        with self.program.home.store.reading() as tx:
            rows = tx.journal.since(0, 100_000)
            open_ones = {each.uid: each.state.value for each in tx.deliveries.listing(100_000)}
            own = set(tx.journal.chains())
        return [
            Held(found[0].decode(), entry.dossier or "", open_ones.get(entry.uid, "accepted"), 0)
            for _, entry, data in rows
            if entry.chain in own and (found := MARK.search(data or b""))
        ]


def step(kind: str, mark: str) -> Body:
    """Return the body of a step, with its mark."""
    bodies: dict[str, Body] = {
        "told": Told(ContactWay.PHONE, mark),
        "handed_over": HandedOver(f"Phòng {mark}"),
        "withdrawn": Withdrawn(mark),
        "complained": Complained(mark),
    }
    return bodies[kind]
