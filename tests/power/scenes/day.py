"""A day at an enrolled counter: receive, print, scan, hand over, count the drawer, sync, reopen.

In what order, the seed says. After each act has returned it is promised.
"""

from __future__ import annotations

import random
from pathlib import Path

from counter_app.app.counter import OpenCounter
from counter_app.domain.acts.steps import HandedOver, PrintProof
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import attach
from counter_app.services.dossiers.stepping import record
from counter_app.services.money.shift import close_shift
from counter_app.services.printing.receipt_paper import RECEIPT, Document, record_printed
from counter_app.store import engine
from tests.journeys.conftest import enrolled_home
from tests.power.scenes.opened import PROCEDURE, found
from tests.power.scenes.scene import Found, Promised, Telling
from tests.sandbox.running import RunningSandbox

ACTS = ("receive",) * 5 + ("print",) * 3 + ("scan",) * 2 + ("hand over", "draft", "shift")
_SMALL_LOG = 24
"""Pages after which some children fold the write-ahead log into the file: several times a run."""


class _Officer:
    """The officer and the counter."""

    def __init__(self, root: Path, say: Telling, seed: str) -> None:
        self._root = root
        self._chance = random.Random(seed)
        self._telling = say
        self._position = 0
        self._dossiers: list[Dossier] = []
        self._codes: dict[str, str] = {}
        self._scans: dict[str, str] = {}

    def works(self, acts: int) -> None:
        """Do `acts` acts between an opening and a closing, with a round with the server."""
        self._program = program = OpenCounter.open(self._root / "home")
        try:
            self._place = program.workplace
            self._session = Session(self._place.reference.officers.officers[0], "online")
            at_round = self._chance.randrange(acts)
            for number in range(acts):
                what = self._chance.choice(ACTS) if self._dossiers else "receive"
                getattr(self, f"_{what.replace(' ', '_')}")()
                self._promise(what)
                if number == at_round:
                    program.home.round()  # what the line does to it is another test's matter
                    self._promise("round")
        finally:
            program.close()
        self._say("closed")

    def _promise(self, what: str) -> None:
        with self._program.home.store.reading() as tx:
            rows = tx.journal.since(self._position, 10_000)
        self._position = rows[-1][0] if rows else self._position
        self._say(what, [entry.uid for _, entry, _ in rows])

    def _say(self, what: str, entries: list[str] | None = None) -> None:
        self._telling(what, entries=entries, codes=self._codes, scans=self._scans)
        self._codes, self._scans = {}, {}

    def _receive(self) -> None:
        number = f"001184{self._chance.randrange(10**6):06d}"
        identity = Identity(IdentityKind.CITIZEN_CARD, number)
        wished = Reception(PROCEDURE, Person("Trần Thị Mẫu", identity=identity))
        dossier = receive(self._place, self._session, wished)
        self._dossiers.append(dossier)
        self._codes[dossier.shown_code] = dossier.uid

    def _print(self) -> None:
        dossier = self._any()
        form_set = self._place.form_sets[-1].id
        paper = Document(RECEIPT, form_set, dossier.code.encode(), copies=2)
        record_printed(self._place, self._session, dossier, paper, PrintProof.FILE)

    def _scan(self) -> None:
        pdf = b"%PDF-1.5" + self._chance.randbytes(self._chance.choice((900, 9_000)))
        uid = self._any().uid
        file = attach(self._place, self._program.home.files, self._session, uid, "Tờ khai", pdf, 1)
        self._scans[file.name] = file.sha256

    def _hand_over(self) -> None:
        record(self._place, self._session, self._any().uid, HandedOver("Phòng chuyên môn"))

    def _draft(self) -> None:
        officer, at = self._session.officer.id, self._place.clock.now().at
        self._program.drafts.save("mẫu", officer, {"note": "đang gõ"}, at)
        if self._chance.random() < 0.5:
            self._program.drafts.delete("mẫu")

    def _shift(self) -> None:
        close_shift(self._place, self._session, ())

    def _any(self) -> Dossier:
        return self._chance.choice(self._dossiers)


class Day:
    """The scene; `acts`: how many before the first closing."""

    def __init__(self, acts: int) -> None:
        self._acts = acts

    def prepare(self, root: Path, province: RunningSandbox, seed: str) -> tuple[str, ...]:
        """Enrol the counter."""
        enrolled_home(root / "home", province, "1", plain=False)
        return seed, str(self._acts)

    def play(self, root: Path, say: Telling, *words: str) -> None:
        """Work through two openings."""
        seed, acts = words[0], int(words[1])
        if random.Random(f"log {seed}").random() < 0.5:
            engine._CHECKPOINT_PAGES = _SMALL_LOG
        officer = _Officer(root, say, seed)
        officer.works(acts)
        officer.works(max(2, acts // 2))

    def found(self, root: Path, said: Promised, whole: Promised) -> Found:
        """Open it, look for everything, and go on."""
        return found(root / "home", said, whole.codes)
