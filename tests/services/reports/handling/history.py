"""A random history of an office through its real services: two counters, three officers, weeks."""

from __future__ import annotations

import dataclasses
import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert

from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import PaperFirst, ReceivedPaper
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import HandedOver, Reopened, SupplementItem
from counter_app.domain.enrolment import ENROLMENT, Enrolment
from counter_app.domain.errors import CounterError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.plain import to_plain
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import Count, FeeKind, FeeLine
from counter_app.services.certifying.quick import BookLine, certify, void_line
from counter_app.services.counter.workplace import Session, Workplace
from counter_app.services.dossiers.reception import numbered_body, receive
from counter_app.services.dossiers.reception_plan import Reception, plan
from counter_app.services.dossiers.stepping import record
from counter_app.services.dossiers.undoing import cancel_reception, undo_reception
from counter_app.services.money.payments import cancel_payment, demand_payment, take_payment
from counter_app.services.steps.closing import refuse, stop, withdraw
from counter_app.services.steps.recording import correct
from counter_app.services.steps.supplement import ask_supplement, receive_supplement
from counter_app.services.steps.timing import apologise, extend
from counter_app.store.store import Store
from counter_app.store.tables import tombstone
from tests.made import CHAIN, uid
from tests.services.conftest import StandingClock, shipped_reference

PERSON = Person("Trần Thị Mẫu")
FEES = (FeeLine("Lệ phí mẫu", FeeKind.CHARGE, 15_000), FeeLine("Phí mẫu", FeeKind.FEE, 40_000))
PROCEDURES = ("1.001193", "1.000894", "1.004837")
SESSIONS = tuple(
    Session(Officer(f"cb-0{number}", f"Lê Văn Thử {number}", roles=tuple(Role)), "online")
    for number in range(1, 4)
)
BREACHES = tuple(
    Breach(code, "theo yêu cầu", "cb-09")
    for code in ("supplement_again", "extension_again", "extension_late")
)
RESULT = (ResultPaper("Giấy khai sinh"),)


@dataclass
class Office:
    """The office while it works. `hidden` are dossiers that the server took away."""

    places: tuple[Workplace, ...]
    clock: StandingClock
    uids: list[str] = field(default_factory=list)
    certified: list[BookLine] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)

    @property
    def store(self) -> Store:
        return self.places[0].store


def open_office(folder: Path, new_store: Path) -> Office:
    """Open two counters and one that only practises, on one store."""
    folder.mkdir()
    shutil.copyfile(new_store, folder / "store.db")
    store = Store.open(folder / "store.db", None, folder / "mark.json")
    reference, numbers, clock = shipped_reference(), itertools.count(1_000), StandingClock()
    centre = reference.centre.code
    first = Enrolment("00217", 1, CHAIN, centre, "12", "Hộ tịch", "http://127.0.0.1:9", "a" * 64)
    with store.writing() as tx:
        tx.setup.put(ENROLMENT, to_plain(first))
        tx.journal.begin_chain(CHAIN)
    enrolments = (
        first,
        dataclasses.replace(first, counter="13", counter_name="Đất đai"),
        dataclasses.replace(first, practice=True),
    )
    return Office(
        tuple(
            Workplace(store, clock, lambda: uid(next(numbers)), each, reference, lambda: True)
            for each in enrolments
        ),
        clock,
    )


def act(office: Office, what: str, pick: int, who: int, hours: int) -> None:
    """Let an officer do something to one of the dossiers; what would be false isn't done."""
    office.clock.go(hours=hours, minutes=7)
    session = SESSIONS[who % len(SESSIONS)]
    place = office.places[who % 2]
    if what in _BIRTHS:
        _BIRTHS[what](office, place, session, pick)
    elif office.uids:
        try:
            _STEPS[what](office, place, session, office.uids[pick % len(office.uids)])
        except CounterError:
            return


def _receive(office: Office, place: Workplace, session: Session, pick: int) -> None:
    office.uids.append(receive(place, session, _reception(pick)).uid)


def _practise(office: Office, place: Workplace, session: Session, pick: int) -> None:
    office.uids.append(receive(office.places[2], session, _reception(pick)).uid)


def _from_paper(office: Office, place: Workplace, session: Session, pick: int) -> None:
    """Write down what was taken in on paper two days ago."""
    reception = _reception(pick)
    with place.store.writing() as tx:
        moment = place.moment(tx)
        planned = plan(place.reference, reception, moment.at)
        body = numbered_body(place, session, reception, planned, moment, tx)
        body = dataclasses.replace(
            body,
            received_at=body.received_at - timedelta(days=2),
            paper_first=PaperFirst("mất điện"),
        )
        new = place.new_id()
        tx.journal.append(
            Kind.RECEIVED,
            body,
            uid=new,
            dossier=new,
            author=place.author(session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
        )
    office.uids.append(new)


def _certify(office: Office, place: Workplace, session: Session, pick: int) -> None:
    line = certify(place, session, CertifiedWhat.COPY, Count(units=1 + pick % 3, sets=2))
    office.certified.append(line)
    if pick % 3 == 0:
        void_line(place, session, line, "ghi nhầm")


def _reception(pick: int) -> Reception:
    return Reception(
        PROCEDURES[pick % len(PROCEDURES)],
        PERSON,
        channel=(Channel.COUNTER, Channel.COUNTER, Channel.POST)[pick // 3 % 3],
        entered_fees=FEES[: pick // 9 % 3],
        collected=pick % 2 == 0,
    )


def _extend(office: Office, place: Workplace, session: Session, dossier: str) -> None:
    due = office.clock.at + timedelta(days=9)
    extend(place, session, dossier, due, "chờ xác minh", "Chủ tịch", BREACHES)


def _take_back_money(office: Office, place: Workplace, session: Session, dossier: str) -> None:
    with place.store.reading() as tx:
        found = tx.dossiers.get(dossier)
    assert found is not None
    if found.payments:
        cancel_payment(place, session, dossier, found.payments[-1].uid, "thu nhầm")


def _correct(office: Office, place: Workplace, session: Session, dossier: str) -> None:
    correct(
        place,
        session,
        dossier,
        lambda known: dataclasses.replace(
            known,
            channel=Channel.POST,
            procedure=dataclasses.replace(known.procedure, agency_code="H02"),
        ),
        "ghi sai kênh",
    )


def _undo(office: Office, place: Workplace, session: Session, dossier: str) -> None:
    try:
        undo_reception(place, session, dossier)
    except CounterError:
        cancel_reception(place, session, dossier, "trùng")


def _hide(office: Office, place: Workplace, session: Session, dossier: str) -> None:
    if dossier not in office.hidden:
        office.hidden.add(dossier)
        row = {"dossier": dossier, "server_version": 9, "state": "hidden", "at": "", "officer": ""}
        with place.store.writing() as tx:
            tx.lives.connection.execute(insert(tombstone).values(**row))


_BIRTHS: dict[str, Callable[[Office, Workplace, Session, int], None]] = {
    "receive": _receive,
    "practise": _practise,
    "paper": _from_paper,
    "certify": _certify,
}
_STEPS: dict[str, Callable[[Office, Workplace, Session, str], object]] = {
    "hand over": lambda _, place, who, on: record(place, who, on, HandedOver("Phòng Mẫu")),
    "ask": lambda _, place, who, on: ask_supplement(
        place, who, on, (SupplementItem("Đơn"),), breaches=BREACHES
    ),
    "bring": lambda _, place, who, on: receive_supplement(
        place, who, on, (ReceivedPaper("Đơn", originals=1),)
    ),
    "demand": lambda _, place, who, on: demand_payment(place, who, on, FEES[:1], "thuế"),
    "pay": lambda _, place, who, on: take_payment(place, who, on, FEES[1:]),
    "unpay": _take_back_money,
    "result": lambda _, place, who, on: record(place, who, on, ResultTakenIn(RESULT)),
    "return": lambda _, place, who, on: record(
        place, who, on, Returned(PERSON, RESULT, ReturnBasis.POST, who.officer.name)
    ),
    "refuse": lambda _, place, who, on: refuse(place, who, on, "không đủ"),
    "withdraw": lambda _, place, who, on: withdraw(place, who, on, "đổi ý"),
    "stop": lambda _, place, who, on: stop(place, who, on, "chờ tòa"),
    "reopen": lambda _, place, who, on: record(place, who, on, Reopened("nhầm", "cb-09")),
    "extend": _extend,
    "apologise": lambda _, place, who, on: apologise(place, who, on, "chậm"),
    "correct": _correct,
    "undo": _undo,
    "hide": _hide,
}
WHAT = (*_BIRTHS, *_STEPS)
