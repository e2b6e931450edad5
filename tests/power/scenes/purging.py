"""What is past its time is purged: whole dossiers go or stay, facts and chain stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.app.dating.machine_clock import MachineClock
from counter_app.app.home import Home, open_home
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.errors import CounterError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.clock import Moment
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.scanning import attach
from counter_app.services.purging import purge as purging
from tests.journeys.conftest import enrolled_home
from tests.made import person
from tests.power.scenes.opened import PROCEDURE
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

_PURGED = "purged"
_ADMIN = Session(Officer("qt-01", "Lý Văn Dụ", roles=(Role.ADMIN,)), "online")
_HEAD = Session(Officer("ld-01", "Đỗ Thị Mẫu", roles=(Role.SUPERVISOR,)), "online")
_DAYS = 365
_RETURNED = 3


class _Later(MachineClock):
    """The clock of the day on which it is purged, compared with the server's."""

    def now(self) -> Moment:
        return Moment(super().now().at + timedelta(days=_DAYS + 60), ClockQuality.SYNCED)


class Purging:
    """The scene: some dossiers were returned more than a year ago, others are open."""

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Receive, scan and return; let all of it be answered."""
        home = enrolled_home(root / "home", province, "1", plain=False)
        with open_home(home) as opened:
            place = opened.workplace()
            session = Session(place.reference.officers.officers[0], "online")
            self._gone = []
            for number in range(_RETURNED):
                dossier = receive(place, session, Reception(PROCEDURE, person()))
                pdf = b"%PDF-1.5" + bytes([number]) * 3_000
                file = attach(place, opened.files, session, dossier.uid, "Tờ khai", pdf, 1)
                result = (ResultPaper("Giấy khai sinh", f"{number}/2026"),)
                return_result(place, session, take_result_in(place, session, dossier, result))
                with place.store.writing() as tx:
                    tx.files.sent(file.name, place.clock.now().at, "r")
                self._gone.append(dossier.uid)
            with place.store.writing() as tx:
                for version, item in enumerate(tx.deliveries.listing(), 1):
                    tx.deliveries.answered(item.uid, Outcome(State.ACCEPTED, version))
            self._at = place.clock.now().at
            self._facts = _facts(opened, self._at)
            with place.store.reading() as tx:
                rows = tx.journal.since(0, 100_000)
                self._hashes = [entry.hash for _, entry, _ in rows]
                self._open = {entry.dossier for _, entry, _ in rows} - {*self._gone, None}
                self._name = {file.name: each for each in self._gone
                              for file in tx.files.of_dossier(each)}  # fmt: skip
        return (json.dumps(int(seed)),)

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Purge; odd seeds go dossier by dossier."""
        if int(words[0]) % 2:
            purging._STEP = 1
        with open_home(root / "home", clock=_Later()) as home:
            purging.purge(home.workplace(), _ADMIN, _HEAD, home.files, _DAYS)
            say(_PURGED)

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open it, see that nothing is half; purge the rest."""
        faults: list[str] = []
        left = "not opened"
        try:
            with open_home(root / "home", clock=_Later()) as home:
                gone = self._erased(home)
                left = f"{len(gone)} of {_RETURNED} purged"
                faults += self._wrong(home, gone)
                if _PURGED in said.acts and len(gone) < _RETURNED:
                    faults.append("lost: the purge")
                purging.purge(home.workplace(), _ADMIN, _HEAD, home.files, _DAYS)
                if len(self._erased(home)) < _RETURNED or home.files.names():
                    faults.append("purge: doesn't come to its end")
                faults += self._wrong(home, self._erased(home))
        except (CounterError, OSError, ValueError) as error:
            faults.append(f"error: {type(error).__name__} {error}")
        return Found(left, tuple(faults))

    def _erased(self, home: Home) -> set[str]:
        with home.store.reading() as tx:
            return {uid for uid in self._gone if tx.dossiers.get(uid) is None}

    def _wrong(self, home: Home, gone: set[str]) -> Iterator[str]:
        with home.store.reading() as tx:
            rows = tx.journal.since(0, 100_000)
            if not all(tx.dossiers.get(uid) for uid in self._open if uid):
                yield "lost: an open dossier"
            named = tx.files.names()
        if [entry.hash for _, entry, _ in rows][: len(self._hashes)] != self._hashes:
            yield "chain: entries are missing"
        if any((data is None) != (entry.dossier in gone) for _, entry, data in rows):
            yield "half: bodies and dossiers don't agree"
        kept = {name for name, dossier in self._name.items() if dossier not in gone}
        if named != kept or home.files.names() != kept:
            yield "half: files and dossiers don't agree"
        if _facts(home, self._at) != self._facts:
            yield "facts: changed"
        if not (report := home.store.verify()).is_whole:
            yield f"verify: {report}"
        rebuilt = home.store.rebuild()
        if rebuilt.changed or rebuilt.removed:
            yield f"rebuild: {rebuilt}"


def _facts(home: Home, at: datetime) -> tuple[object, ...]:
    with home.store.reading() as tx:
        return tx.journal.facts(at.date(), at.date())
