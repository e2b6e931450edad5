"""Who comes to the counter in the demonstration: synthetic people, cards of every shape.

No number here belongs to anybody: all are built from a running count.
"""

from __future__ import annotations

import html
import unicodedata
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from counter_app.domain.acts.received import ReceivedPaper, ResultDelivery, ResultWay
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.people.citizen_card import CardReading, person_of, read_card
from counter_app.domain.people.person import (
    Address,
    Authority,
    Capacity,
    Identity,
    IdentityKind,
    Person,
    PersonKind,
    RelatedPerson,
    Sex,
)
from counter_app.domain.procedures.fees import Count
from counter_app.services.dossiers.reception_plan import Reception

_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Thị", "Văn", "Thị Ngọc", "Đức", "Thùy", "Quốc", "Thị Hồng", "Hữu")
_GIVEN = ("Mẫu", "Thử", "Ví", "Dụ", "Tập", "Huấn", "Nghiệm", "Kiểm")
_STREETS = ("tổ dân phố 3, phường Mẫu", "thôn Đông, xã Mẫu", "khu phố 2, phường Mẫu")

_SHAPES: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: text + "|||||",  # cards since 07/2024 carry four more, empty parts
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.encode().decode("latin-1"),  # mojibake of a scanner set to Latin-1
    lambda text: urllib.parse.quote(text, safe="|"),
    html.escape,
    lambda text: f"\x02{text}\r\n",
    lambda text: text,
)
_COMMON = (
    "1.001193", "2.000815", "2.000635", "1.004873", "1.000894", "2.000884", "1.013225",
    "1.004859", "1.000656", "1.001731", "2.001035", "1.004884", "1.012817", "1.001022",
    "1.004946", "1.001978", "2.000908", "1.011937", "1.013227",
)  # fmt: skip
_COPIES = {
    "2.000815": {"Phí chứng thực bản sao từ bản chính": Count(units=4, sets=3)},
    "2.000635": {"Phí khai thác, sử dụng thông tin trong cơ sở dữ liệu hộ tịch": Count(units=2)},
    "2.000884": {"Phí chứng thực chữ ký": Count(units=1)},
}


_FOR_COMPANIES = frozenset({"1.011937", "1.013225", "1.013227"})
_CHOSEN_LIMITS = {"1.012817": Limit(LimitUnit.WORKING_DAY, Decimal(30), "30 ngày làm việc")}
"""Where the list doesn't say the unit, the officer chooses: nothing is guessed."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen at the counter: the card as the scanner types it, and what is asked for."""

    number: int
    card: str
    procedure: str


def visit(number: int) -> Visit:
    """Return the `number`-th visit, the same in every run."""
    return Visit(
        number, _SHAPES[number % len(_SHAPES)](_card(number)), _COMMON[number % len(_COMMON)]
    )


def reception(who: Visit, today: date, cases: tuple[str, ...]) -> Reception:
    """Return what the officer enters for a visit after scanning the card.

    Raises ValueError when the card can't be read: the demonstration's cards all can.
    """
    reading = read_card(who.card, today)
    if not isinstance(reading, CardReading):
        raise ValueError(f"card {who.number}: {reading.why}")
    citizen = person_of(reading)
    case = cases[who.number % len(cases)] if cases else ""
    applicant, submitter, authority = citizen, None, Authority()
    related: tuple[RelatedPerson, ...] = ()
    papers: tuple[ReceivedPaper, ...] | None = None
    if who.procedure == "1.001193":  # a newborn without a number, received from a parent
        applicant = Person("Nguyễn Thị Bé Mẫu", birth_date=today, address=citizen.address)
        capacity = Capacity.MOTHER if citizen.sex is Sex.FEMALE else Capacity.FATHER
        submitter, authority = citizen, Authority(capacity)
    elif who.procedure in _FOR_COMPANIES:
        applicant, submitter = _company(who.number), citizen
        authority = Authority(Capacity.INTRODUCTION_LETTER, f"{who.number:02d}/GGT", today)
    elif who.procedure == "1.004873":
        applicant, submitter = _foreigner(who.number), citizen
        authority = Authority(Capacity.AUTHORISED, f"{who.number:02d}", today)
    elif who.procedure == "1.000894":
        spouse = "vợ" if citizen.sex is Sex.MALE else "chồng"
        related = (RelatedPerson(Person("Lê Ví Dụ", address=citizen.address), spouse),)
    elif who.procedure == "1.001731":
        papers = (
            ReceivedPaper("Tờ khai theo mẫu", originals=1),
            ReceivedPaper("Giấy tờ chứng minh nơi cư trú", missing=True, note="hẹn nộp sau"),
        )
    by_post = who.procedure == "2.000635" and who.number % 2
    delivery = ResultDelivery(ResultWay.POST, address=str(citizen.address)) if by_post else None
    return Reception(
        procedure=who.procedure,
        applicant=applicant,
        case=case,
        submitter=submitter,
        authority=authority,
        related=related,
        papers=papers,
        counts=_COPIES.get(who.procedure, {}),
        collected=True,
        limit=_CHOSEN_LIMITS.get(who.procedure),
        delivery=delivery or ResultDelivery(),
    )


def _card(number: int) -> str:
    female = number % 2 == 0
    year = 1950 + number * 7 % 49
    name = " ".join(
        (
            _FAMILIES[number % len(_FAMILIES)],
            _MIDDLES[number % len(_MIDDLES)],
            _GIVEN[number * 3 % len(_GIVEN)],
        )
    )
    parts = (
        f"001{int(female)}{year % 100:02d}{number:06d}",
        f"{100_000_000 + number}" if number % 3 else "",
        name,
        f"{1 + number % 28:02d}{1 + number % 12:02d}{year}",
        "Nữ" if female else "Nam",
        f"Số {number}, {_STREETS[number % len(_STREETS)]}, Tỉnh Ví Dụ",
        "15082021",
    )
    return "|".join(parts)


def _company(number: int) -> Person:
    return Person(
        f"Công ty TNHH Ví Dụ {number}",
        PersonKind.BUSINESS,
        Identity(IdentityKind.TAX_CODE, "9900000016"),
        address=Address(original="Số 1, phường Mẫu, Tỉnh Ví Dụ"),
        phone="02000000001",
    )


def _foreigner(number: int) -> Person:
    return Person(
        "Jean Exemple",
        identity=Identity(IdentityKind.PASSPORT, f"X{number:07d}", "FR"),
        birth_date=date(1980, 1, 1),
    )
