"""The practice counter and its past: enrolled by itself, with dossiers at each state of a life.

Everything goes through the services that an officer's work goes through; only the clock stood
earlier meanwhile, so that lists have something overdue and something due soon.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta
from pathlib import Path

from counter_app.app.dating.machine_clock import MachineClock
from counter_app.app.home import Home, keep_recovery, key_home, new_id, open_home
from counter_app.app.training.people import Citizen, citizens
from counter_app.app.training.place import TrainingPlace
from counter_app.app.training.province import PracticeProvince
from counter_app.config import Folders, read_settings
from counter_app.domain.acts.decisions import Finished, WorkStarted
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import (
    HandedOver,
    PrintProof,
    SupplementItem,
    SupplementRequested,
)
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.people.citizen_card import CardReading, person_of, read_card
from counter_app.domain.people.person import Person
from counter_app.papers.fonts import choose_fonts
from counter_app.services.counter.enrolment import enrol
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result, take_result_in
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.usage import pin
from counter_app.services.printing.receipt_paper import make_receipt, record_printed
from counter_app.services.signing_in.login import log_in
from counter_app.vault.machine import identify
from counter_app.vault.store_key import forget_key as forget_store_key
from counter_app.vault.store_key import open_key

OFFICERS = ("CB-001", "CB-002")
PASSWORD = "tap-huan"  # noqa: S105  shown on the screen: it opens nothing but the practice
COUNTER = "1"

FAVOURITE = "1.000656"  # Đăng ký khai tử
COPY = "2.000908"  # Cấp bản sao từ sổ gốc
ONLINE = "1.004873"  # Cấp giấy xác nhận tình trạng hôn nhân

_RESULT = ResultPaper("Bản sao từ sổ gốc", "015/TL-BS", copies=1)
_WORKING_DAYS_BEFORE = 4
"""Far enough for a dossier of two working days to be overdue."""


def make(place: TrainingPlace, province: PracticeProvince, *, plain_store: bool = False) -> None:
    """Make counter and past in an empty place. What is half-made is found out by `place.is_made`.

    Raises the errors of home, store, vault and wire.
    """
    for officer in OFFICERS:
        province.province.set_password(officer, PASSWORD)
    province.clock.shift = timedelta(days=-60)
    try:
        with open_home(
            place.home,
            plain_store=plain_store,
            create=True,
            witnessed=False,
            clock=MachineClock(province.clock),
            practice_line=province.line.url,
        ) as home:
            _enrol(home, province)
            _Past(home, province).make()
    finally:
        province.clock.shift = timedelta()
    place.made()


def forget_key(home: Path) -> None:
    """Take the practice counter's key out of the keyring."""
    folders = Folders.at(home)
    settings, _ = read_settings(folders.settings_file)
    forget_store_key(open_key(key_home(folders, settings, identify(folders.machine_file))))


def _enrol(home: Home, province: PracticeProvince) -> None:
    enrol(
        home.store,
        home.gateway(),
        province.province.enrol_code(COUNTER),
        store_key=home.key,
        machine=home.machine.fingerprint,
        server_url=home.practice_line,
        new_id=new_id,
    )
    keep_recovery(home)


class _Past:
    """The days before the first lesson."""

    def __init__(self, home: Home, province: PracticeProvince) -> None:
        self._home, self._province = home, province
        self._people = iter(citizens())
        self._fonts = choose_fonts()
        reference = home.reference()
        self._time = working_time(reference.calendar, reference.policy.hours)

    def make(self) -> None:
        """Live through two days: some dossiers are done, some wait, some are late."""
        self._on(self._working_day(_WORKING_DAYS_BEFORE))
        place, session = self._arrive()
        done, ready, late, lacking = (
            self._received(place, session, COPY if number < 2 else FAVOURITE) for number in range(4)
        )
        self._home.round()
        for dossier in (done, ready):
            record(place, session, dossier.uid, HandedOver("Tư pháp – Hộ tịch", "Cán bộ Mẫu"))
        for dossier in (late, lacking):
            record(place, session, dossier.uid, HandedOver("Tư pháp – Hộ tịch", "Cán bộ Mẫu"))
        self._home.round()
        clerk = self._province.clerk()
        for dossier in (done, ready, late):
            clerk.decide(dossier.uid, WorkStarted("Tư pháp – Hộ tịch", "Cán bộ Mẫu"))
        for dossier in (done, ready):
            clerk.decide(dossier.uid, Finished((_RESULT,), "Cán bộ Mẫu"))
        self._home.round()
        arrived = take_result_in(place, session, self._now(done), (_RESULT,))
        return_result(place, session, arrived)
        record(
            place,
            session,
            lacking.uid,
            SupplementRequested(
                (SupplementItem("Giấy báo tử bản chính", "Bản nộp là bản chụp"),),
                reason="Thiếu bản chính",
                contact="Cán bộ Mẫu",
            ),
        )
        self._home.round()
        self._on(self._working_day(1))
        fresh = self._received(place, session, COPY)
        self._home.round()
        record(place, session, fresh.uid, HandedOver("Tư pháp – Hộ tịch", "Cán bộ Mẫu"))
        take_result_in(place, session, self._now(ready), (_RESULT,))
        self._home.round()
        self._province.clerk().submit(ONLINE, self._person(next(self._people)))
        self._home.round()

    def _arrive(self) -> tuple[Workplace, Session]:
        self._home.round()
        place, gateway = self._home.workplace(), self._home.gateway()
        try:
            sessions = [log_in(place, gateway, officer, PASSWORD) for officer in OFFICERS]
        finally:
            gateway.close()
        for officer in OFFICERS:
            pin(place, officer, FAVOURITE, 0)
        return place, sessions[0]

    def _received(self, place: Workplace, session: Session, procedure: str) -> Dossier:
        wish = Reception(procedure, self._person(next(self._people)))
        dossier = receive(place, session, wish)
        receipt = make_receipt(place, session, dossier, self._fonts)
        record_printed(place, session, dossier, receipt, PrintProof.FILE)
        return self._now(dossier)

    def _person(self, citizen: Citizen) -> Person:
        reading = read_card(citizen.card, self._home.clock.now().at.date())
        assert isinstance(reading, CardReading), citizen.name
        return dataclasses.replace(person_of(reading), phone=citizen.phone)

    def _now(self, dossier: Dossier) -> Dossier:
        with self._home.store.reading() as tx:
            found = tx.dossiers.get(dossier.uid)
        assert found is not None
        return found

    def _working_day(self, back: int) -> datetime:
        """Return a morning so many working days before today."""
        today = self._real()
        day = today
        while back:
            day -= timedelta(days=1)
            back -= self._time.is_working_day(day.date())
        return day.replace(hour=9, minute=0, second=0, microsecond=0)

    def _real(self) -> datetime:
        return self._province.clock() - self._province.clock.shift

    def _on(self, moment: datetime) -> None:
        self._province.clock.shift = moment - self._real()
