"""What must be true of any enrolled counter when the power is back: it opens, and keeps all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.vault import SealDamagedError
from counter_app.domain.people.person import Person
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.store.mark import Condition
from tests.power.scenes.scene import Found, Promised

PROCEDURE = "1.001193"


def found(
    home: Path,
    promised: Promised,
    codes: dict[str, str],
    more: Callable[[OpenCounter], Iterable[str]] = lambda _: (),
    flags: Mapping[str, object] | None = None,
) -> Found:
    """Open `home` as the program does, and work in it; `codes`: all that the whole run gave out.

    `more`: what else is wrong, asked of the open counter before anything is done.

    A number may be given twice only if nobody ever had the first paper: one that was given in the
    run, but not yet promised, wasn't printed.
    """
    condition = "not opened"
    faults: list[str] = []
    try:
        with opened(home, flags) as program:
            settled = program.home.settled
            condition = settled.condition.value if settled else "not settled"
            if condition == Condition.RESTORED.value:
                faults.append("restored: a power cut was taken for an older copy")
            if program.drafts._drafts.set_aside is not None:
                faults.append("drafts: set aside")
            faults += more(program)
            faults += _kept(program, promised)
            faults += _goes_on(program, promised, codes)
            report = program.home.store.verify()
            if not report.is_whole:
                faults.append(f"verify: {report}")
    except (CounterError, OSError, ValueError) as error:
        faults.append(f"error: {type(error).__name__} {error}")
    return Found(condition, tuple(faults))


@contextmanager
def opened(home: Path, flags: Mapping[str, object] | None = None) -> Iterator[OpenCounter]:
    """Open `home` as the window does; `flags` in place of what its settings say."""
    program = OpenCounter.open(home, flags=flags)
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
    """Receive the next citizen, with a number that no paper bears; say what is wrong with it."""
    dossier = receive_one(program)
    if not dossier.code:
        yield "number: only a provisional one"
    if dossier.shown_code in promised.codes:
        yield f"number: {dossier.shown_code} stands on two papers"
    with program.home.store.reading() as tx:
        first = tx.dossiers.get(codes.get(dossier.shown_code, ""))
    if first is not None and first.uid != dossier.uid:
        yield f"number: {dossier.shown_code} on two dossiers"


def receive_one(program: OpenCounter, way: str = "offline") -> Dossier:
    """Receive a citizen, whoever it is."""
    place = program.workplace
    session = Session(place.reference.officers.officers[0], way)
    return receive(place, session, Reception(PROCEDURE, Person("Trần Thị Mẫu")))


def kept_in(program: OpenCounter) -> tuple[list[str], dict[str, str]]:
    """Return the acts that a counter has, and its dossiers by their codes."""
    with program.home.store.reading() as tx:
        entries = [entry for _, entry, _ in tx.journal.since(0, 100_000)]
        dossiers = [tx.dossiers.get(uid) for uid in {each.dossier for each in entries} if uid]
    codes = {each.shown_code: each.uid for each in dossiers if each is not None}
    return [entry.uid for entry in entries], codes
