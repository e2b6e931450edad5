"""A province that can be switched off, and counters of its centre with a past."""

from __future__ import annotations

import atexit
import dataclasses
import functools
import shutil
import socket
import tempfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from unittest import mock

from sqlalchemy import select

from counter_app import config
from counter_app.app.home import Home, keep_recovery, new_id, open_home
from counter_app.desktop.scanning.meaning import CardScan, meaning_of
from counter_app.domain.acts.decisions import Finished, WorkStarted
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.dates import VIETNAM
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.enrolment import ENROLMENT
from counter_app.domain.people.citizen_card import person_of
from counter_app.domain.people.person import Person
from counter_app.domain.plain import to_plain
from counter_app.sandbox.records.tables import entry
from counter_app.services.counter.enrolment import enrol, read_enrolment
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.usage import pin
from counter_app.services.signing_in.login import log_in
from counter_app.store.store import Store
from tests.journeys.townspeople import ASKED_BEFORE, FETCHING, RETURNING, Citizen
from tests.sandbox.running import RunningSandbox

OFFICER, OTHER_OFFICER = "CB-001", "CB-002"
PASSWORD = "mau-1234"
FIRST = "1"

FAVOURITE = "1.000656"  # Đăng ký khai tử: three papers, no case, no fee that must be counted
OWN_BOOK = "2.000908"  # Cấp bản sao từ sổ gốc
LONG_AGO = timedelta(days=-90)
RESULT = ResultPaper("Bản sao từ sổ gốc")


@dataclass(frozen=True)
class CounterHome:
    """An enrolled home, not encrypted, and the code of the dossier whose result waits there."""

    folder: Path
    number: str
    waiting: str


class Town:
    """The province of a journey: `up` from the start, `down` and `up` again on the same port.

    Its two officers have passwords, and its counter "1" is enrolled: a copy of what was made once,
    at an address of its own. Journeys share nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._begin(folder)
        made, self._waiting = _made_on(datetime.now(VIETNAM).date())
        shutil.copytree(made, folder, dirs_exist_ok=True)

    def _begin(self, folder: Path) -> None:
        self._folder = folder
        (folder / "province").mkdir(parents=True)
        self.sandbox = RunningSandbox(folder / "province", port=_free_port())
        self.is_up = False

    def __enter__(self) -> Town:
        self.up()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.down()

    def up(self) -> None:
        """Switch the province on."""
        if not self.is_up:
            self.sandbox.__enter__()
            self.is_up = True

    def down(self) -> None:
        """Cut the line: nobody listens there."""
        if self.is_up:
            self.sandbox.__exit__(None, None, None)
            self.is_up = False

    def counter(self, number: str, *, numbers: bool = True) -> CounterHome:
        """Enrol counter `number`. `numbers` False: long ago, so that none it was granted is left.

        Then it never spoke to the province since.
        """
        if number == FIRST:
            home = self._folder / f"counter-{number}"
            _move_to(self.sandbox.url, home)
            return CounterHome(home, number, self._waiting)
        return self._enrolled(number, numbers=numbers)

    def _enrolled(self, number: str, *, numbers: bool) -> CounterHome:
        if not numbers:
            self.sandbox.clock.shift = LONG_AGO
        home = self._folder / f"counter-{number}"
        home.mkdir(mode=0o700)
        (home / "settings.toml").write_text("sync_seconds = 5\n", encoding="utf-8")
        with open_home(home, plain_store=True, create=True) as opened:
            enrol(
                opened.store,
                opened.gateway(self.sandbox.url),
                self.sandbox.enrol_code(number),
                store_key=opened.key,
                machine=opened.machine.fingerprint,
                server_url=self.sandbox.url,
                new_id=new_id,
            )
            keep_recovery(opened)
            self.sandbox.clock.shift = timedelta()
            waiting = self._past(opened, numbers=numbers)
        return CounterHome(home, number, waiting.shown_code)

    def _past(self, home: Home, *, numbers: bool) -> Dossier:
        """Let the counter have worked before: two known citizens, one result that came."""
        if numbers:
            home.round()
        workplace, gateway = home.workplace(), home.gateway()
        for officer in (OTHER_OFFICER, OFFICER):
            session = log_in(workplace, gateway, officer, PASSWORD)
        gateway.close()
        pin(workplace, OFFICER, FAVOURITE, 0)
        for before in (RETURNING, ASKED_BEFORE):
            dossier = receive(workplace, session, Reception(OWN_BOOK, person(before)))
            arrived = take_result_in(workplace, session, dossier, (RESULT,))
            return_result(workplace, session, arrived)
        waiting = receive(workplace, session, Reception(OWN_BOOK, person(FETCHING)))
        if not numbers:
            return take_result_in(workplace, session, waiting, (RESULT,))
        home.round()
        self.decide(waiting.uid)
        home.round()
        with home.store.reading() as tx:
            finished = tx.dossiers.get(waiting.uid)
        assert finished is not None
        assert finished.finished_at is not None
        return take_result_in(workplace, session, finished, finished.results)

    def knows(self, uid: str) -> bool:
        """Tell whether a dossier has come to the province."""
        return any(row["uid"] == uid for row in self.sandbox.clerk.dossiers())

    def took(self, kind: Kind) -> bool:
        """Tell whether the province took an entry of `kind`."""
        query = select(entry.c.uid).where(entry.c.kind == kind.value, entry.c.status == "accepted")
        with self.sandbox.province.reading() as tx:
            return tx.execute(query).first() is not None

    def decide(self, uid: str) -> None:
        """Let the agency take a dossier up and finish it."""
        clerk = self.sandbox.clerk
        clerk.decide(uid, WorkStarted("Tư pháp – Hộ tịch"))
        clerk.decide(uid, Finished((RESULT,)))


class _FirstTown(Town):
    """The town that the others are copies of."""

    def __init__(self, folder: Path) -> None:
        self._begin(folder)

    def __enter__(self) -> Town:
        self.up()
        for officer in (OFFICER, OTHER_OFFICER):
            self.sandbox.province.set_password(officer, PASSWORD)
        self._waiting = self._enrolled(FIRST, numbers=True).waiting
        return self


@functools.cache
def _made_on(_: date) -> tuple[Path, str]:
    """Make a town of this day, on a machine of its own; return its folder and the code waiting."""
    folder = Path(tempfile.mkdtemp(prefix="town-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = folder / "made"
    with (
        mock.patch.object(config, "_machines_own", return_value=folder / "machine"),
        _FirstTown(made) as town,
    ):
        waiting = town._waiting
    return made, waiting


def _move_to(url: str, home: Path) -> None:
    """Tell a copied home where its province is."""
    folders = config.Folders.at(home)
    with Store.open(folders.store_file, None, folders.mark_file) as store:
        enrolment = read_enrolment(store)
        assert enrolment is not None
        with store.writing() as tx:
            tx.setup.put(ENROLMENT, to_plain(dataclasses.replace(enrolment, server_url=url)))


def person(citizen: Citizen) -> Person:
    """Return a citizen as the office keeps them."""
    now = datetime.now(VIETNAM)
    read = meaning_of(citizen.card, now.date(), now)
    assert isinstance(read, CardScan)
    return dataclasses.replace(person_of(read.reading), phone=citizen.phone)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
