"""What must be true when the power is back: the counter opens, and keeps what it promised."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.mark import Condition
from tests.power.child import PROCEDURE


@dataclass(slots=True)
class Promised:
    """What an officer had been shown as done up to some moment."""

    codes: dict[str, str] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
    scans: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, said: bytes) -> Promised:
        """Read what the child said."""
        promised = cls()
        for line in said.splitlines():
            plain = json.loads(line)
            promised.codes |= plain["codes"]
            promised.entries |= set(plain["entries"])
            promised.scans |= plain["scans"]
        return promised


@dataclass(frozen=True, slots=True)
class Found:
    """In what condition the counter was found, and what is wrong with it."""

    condition: str
    faults: tuple[str, ...]


def found(home: Path, promised: Promised, codes: dict[str, str]) -> Found:
    """Open `home` as the program does, and work in it; `codes`: all that the whole run gave out.

    A number may be given twice only if nobody ever had the first paper: one that was given in the
    run, but not yet promised, wasn't printed.
    """
    condition = "not opened"
    faults: list[str] = []
    try:
        with _opened(home) as program:
            settled = program.home.settled
            condition = settled.condition.value if settled else "not settled"
            if condition == Condition.RESTORED.value:
                faults.append("restored: a power cut was taken for an older copy")
            if program.drafts._drafts.set_aside is not None:
                faults.append("drafts: set aside")
            faults += _kept(program, promised)
            faults += _goes_on(program, promised, codes)
            report = program.home.store.verify()
            if not report.is_whole:
                faults.append(f"verify: {report}")
    except (CounterError, OSError, ValueError) as error:
        faults.append(f"error: {type(error).__name__} {error}")
    return Found(condition, tuple(faults))


@contextmanager
def _opened(home: Path) -> Iterator[OpenCounter]:
    program = OpenCounter.open(home)
    try:
        yield program
    finally:
        program.close()


def _kept(program: OpenCounter, promised: Promised) -> Iterator[str]:
    with program.home.store.reading() as tx:
        entries = {entry.uid for _, entry, _ in tx.journal.since(0, 100_000)}
        dossiers = {uid: tx.dossiers.get(uid) for uid in promised.codes.values()}
        scans = {name: tx.files.get(name) for name in promised.scans}
    for code, uid in promised.codes.items():
        dossier = dossiers[uid]
        if dossier is None or dossier.shown_code != code:
            yield f"lost: dossier {code}"
    if missing := promised.entries - entries:
        yield f"lost: {len(missing)} acts"
    for name, digest in promised.scans.items():
        try:
            whole = hashlib.sha256(program.home.files.get(name)).hexdigest() == digest
        except (OSError, SealDamagedError):
            whole = False
        if not whole or scans[name] is None:
            yield f"lost: scanned paper, {'bytes' if scans[name] else 'row'}"


def _goes_on(program: OpenCounter, promised: Promised, codes: dict[str, str]) -> Iterator[str]:
    """Receive the next citizen: with a number that no paper bears."""
    place = program.workplace
    session = Session(place.reference.officers.officers[0], "offline")
    dossier = receive(place, session, Reception(PROCEDURE, Person("Trần Thị Mẫu")))
    if not dossier.code:
        yield "number: only a provisional one"
    if dossier.shown_code in promised.codes:
        yield f"number: {dossier.shown_code} stands on two papers"
    with program.home.store.reading() as tx:
        first = tx.dossiers.get(codes.get(dossier.shown_code, ""))
    if first is not None and first.uid != dossier.uid:
        yield f"number: {dossier.shown_code} on two dossiers"
