from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from counter_app.domain.acts.audit import LoggedIn
from counter_app.domain.acts.breach import Breach
from counter_app.domain.acts.certified import Certified, CertifiedWhat
from counter_app.domain.acts.decisions import PaymentDemanded
from counter_app.domain.acts.intake import Assisted, OriginalsCompared, Submitted, TurnedAway
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.acts.money import CashCount, PaymentCancelled, ShiftClosed
from counter_app.domain.acts.received import ProcedureRef, Promise, Received
from counter_app.domain.acts.results import ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ContactWay,
    HandedOver,
    Paid,
    PaymentPart,
    Printed,
    PrintProof,
    Told,
)
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.dossiers.facts import Fact, fact_of
from counter_app.domain.dossiers.fold import fold
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.entry import Author, ChainHead, Recorded, body_bytes, seal
from counter_app.domain.people.person import Address, Identity, IdentityKind, Person
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind, FeeLine

NOW = datetime(2025, 7, 18, 8, 30, tzinfo=timezone(timedelta(hours=7)))
PERSON = Person(
    "Nguyễn Thị Mẫu",
    identity=Identity(IdentityKind.CITIZEN_CARD, "001200000123"),
    address=Address("Thôn Mẫu, xã Ví Dụ"),
    phone="0912345678",
)
FEES = (FeeLine("Lệ phí", FeeKind.CHARGE, 8000), FeeLine("Bản sao", FeeKind.FEE, 2000))
RECEIVED = Received(
    code="H00.15-250718-0001",
    procedure=ProcedureRef("1.001193", "Đăng ký khai sinh", "v1", "Hộ tịch", "H00.15"),
    channel=Channel.POST,
    applicant=PERSON,
    papers=(),
    limit=Limit(LimitUnit.SAME_DAY),
    received_at=NOW,
    promise=Promise(NOW + timedelta(days=3), "working_day", "2025"),
    form_set="TT03-2025",
    centre="Trung tâm Mẫu",
    officer_name="Lê Văn Mẫu",
    counter_name="Quầy 1",
    fees=FEES,
)


def recorded(body: Body, n: int = 1) -> Recorded:
    entry = seal(
        ChainHead("c", n - 1),
        uid=f"e{n}",
        kind=KINDS[type(body)],
        data=body_bytes(body),
        author=Author("o1", "online", "quay-1"),
        occurred_at=NOW + timedelta(minutes=n),
        clock_quality=ClockQuality.LOCAL,
        dossier="d1",
    )
    return Recorded(entry, body)


def fact(body: Body, received: Received = RECEIVED) -> Fact:
    """The fact of `body` as the second act on a dossier."""
    acts = [recorded(received), recorded(body, 2)]
    return fact_of(acts[1], fold(acts, {}))


def test_a_reception_in_figures() -> None:
    act = recorded(RECEIVED)
    assert fact_of(act, fold([act], {})) == Fact(
        entry="e1",
        kind=Kind.RECEIVED,
        day=NOW.date(),
        procedure="1.001193",
        version="v1",
        field_name="Hộ tịch",
        agency="H00.15",
        channel="post",
        received_at=NOW,
        due_at=NOW + timedelta(days=3),
        amount=10_000,
    )


@pytest.mark.parametrize(
    ("body", "flags"),
    [
        (Printed("mau-01", "TT03-2025", 1, PrintProof.FILE, reprint=1), ("reprint",)),
        (Printed("mau-01", "TT03-2025", 1, PrintProof.FILE), ()),
        (HandedOver("Phòng Tư pháp", back=True), ("back",)),
        (ResultTakenIn((), negative=True), ("negative",)),
        (Told(ContactWay.PHONE, "Mời đến", reached=False), ("unreached",)),
        (OriginalsCompared(("Ảnh",), ("Ảnh",)), ("differing",)),
        (Returned(PERSON, (), ReturnBasis.POST, "Lê Văn Mẫu"), ("by_post",)),
        (
            Returned(
                PERSON,
                (),
                ReturnBasis.RECEIPT,
                "Lê Văn Mẫu",
                breaches=(Breach("late", "Nghẽn", "o2"), Breach("again", "x", "o2")),
            ),
            ("breach:again", "breach:late"),
        ),
    ],
)
def test_flags(body: Body, flags: tuple[str, ...]) -> None:
    assert fact(body).flags == flags


@pytest.mark.parametrize("name", ["offline", "practice", "provisional", "non_territorial"])
def test_flags_of_a_reception(name: str) -> None:
    act = recorded(dataclasses.replace(RECEIVED, **{name: True}))
    assert fact_of(act, fold([act], {})).flags == (name,)


def test_whatever_happens_to_a_practice_dossier_is_practice() -> None:
    practice = dataclasses.replace(RECEIVED, practice=True)
    assert fact(HandedOver("Phòng", back=True), practice).flags == ("back", "practice")


def test_money_taken_and_when_it_was_done() -> None:
    paid = fact(Paid((FeeLine("Lệ phí", FeeKind.CHARGE, 8000),)))
    assert paid.amount == 8000
    done = fact(ResultTakenIn(()))
    assert done.finished_at == NOW + timedelta(minutes=2)
    assert done.amount == 0


def test_acts_without_a_dossier_known_here() -> None:
    assert fact_of(recorded(LoggedIn("Lê Văn Mẫu")), None) == Fact("e1", Kind.LOGGED_IN, NOW.date())
    paid = fact_of(recorded(Paid((FeeLine("Lệ phí", FeeKind.CHARGE, 8000),))), None)
    assert (paid.procedure, paid.amount) == ("", 8000)


def test_money_taken_back_is_below_zero() -> None:
    assert fact(PaymentCancelled("e9", FEES, "nhầm")).amount == -10_000
    assert fact(PaymentDemanded(FEES)).amount == 10_000
    assert fact(Paid(FEES, part=PaymentPart.ADVANCE)).flags == ("advance",)
    assert fact(Paid(FEES)).flags == ()


def test_a_certification_and_a_shift_in_figures() -> None:
    certified = Certified(
        "1", 2025, 7, NOW.date(), CertifiedWhat.SIGNATURE, "Đơn", 1, 1, FEES, practice=True
    )
    found = fact_of(recorded(certified), None)
    assert (found.amount, found.flags) == (10_000, ("practice", "signature"))
    shift = ShiftClosed("Lê Văn Mẫu", NOW, NOW, 10_000, (CashCount(5_000, 2),))
    assert fact_of(recorded(shift), None).amount == 10_000
    assert fact_of(recorded(shift), None).flags == ()
    missing = dataclasses.replace(shift, expected=12_000)
    assert fact_of(recorded(missing), None).flags == ("difference",)


@pytest.mark.parametrize(
    ("body", "channel"),
    [
        (TurnedAway(RECEIVED.procedure, PERSON, "không thuộc thẩm quyền"), "counter"),
        (Assisted(RECEIVED.procedure, PERSON), "online"),
    ],
)
def test_a_visit_without_a_dossier_has_its_procedure(body: Body, channel: str) -> None:
    found = fact_of(recorded(body), None)
    assert (found.procedure, found.version) == ("1.001193", "v1")
    assert (found.field_name, found.agency, found.channel) == ("Hộ tịch", "H00.15", channel)
    assert "Mẫu" not in repr(found)


def test_what_only_came_online_was_not_received() -> None:
    act = recorded(Submitted(RECEIVED, NOW))
    found = fact_of(act, fold([act], {}))
    assert (found.channel, found.received_at, found.amount) == ("post", None, 0)


def test_a_fact_says_nothing_about_a_person() -> None:
    bodies: tuple[Any, ...] = (
        RECEIVED,
        Returned(PERSON, (), ReturnBasis.LOST_RECEIPT, "Lê Văn Mẫu"),
        Told(ContactWay.PHONE, "Nguyễn Thị Mẫu, 0912345678"),
    )
    for body in bodies:
        text = repr(fact(body))
        for secret in ("Mẫu,", "Nguyễn", "001200000123", "0912345678", "Ví Dụ"):
            assert secret not in text
