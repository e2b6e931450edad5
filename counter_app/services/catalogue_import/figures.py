"""Limits and amounts of a province's list, as they were published.

A figure is taken only when the whole cell says it: "03 ngày làm việc", "50.000 đồng". A number
without a unit stays without one (DOMAIN §3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.procedures.fees import Tariff
from counter_app.domain.text import clean, fold, words

_LIMIT = re.compile(
    r"(?:(?:trong|thoi han|vong|khong qua|toi da)\s+)*"
    r"(?P<number>\d{1,4}(?:[.,]\d{1,2})?|1/2)\s*(?:\([^)]*\)\s*)?(?P<unit>[a-z][a-z ]*)?"
)
_UNITS = {
    "ngay lam viec": LimitUnit.WORKING_DAY,
    "ngay lv": LimitUnit.WORKING_DAY,
    "ngay": LimitUnit.CALENDAR_DAY,
    "gio": LimitUnit.HOUR,
    "gio lam viec": LimitUnit.HOUR,
    "thang": LimitUnit.MONTH,
}
_SAME_DAY = frozenset(
    {"trong ngay", "ngay trong ngay", "trong ngay lam viec", "ngay trong ngay lam viec",
     "giai quyet ngay", "tra ngay", "ngay trong ngay tiep nhan"}
)  # fmt: skip
_NO_LIMIT = frozenset({"khong quy dinh", "khong quy dinh thoi han", "khong co thoi han"})

_AMOUNT = re.compile(
    r"(?P<number>\d+|\d{1,3}(?:[., ]\d{3})+)\s*(?:d|dong|vnd)?(?:\s*/\s*(?P<unit>\D{1,40}))?"
)
_FREE = frozenset({"mien phi", "khong thu", "khong thu phi", "khong thu phi le phi", "mien"})
_PER_DOSSIER = "ho so"
_SMALLEST_AMOUNT = 1000  # below it the cell counts thousands, or something else
_LARGEST_AMOUNT = 10_000_000_000


def limit(text: str, unit: str = "") -> tuple[Limit, str]:
    """Return a limit, and the code of what is doubtful about it, or "".

    `unit` is the cell beside it. Codes: `catalogue.limit_missing`, `catalogue.limit_without_unit`,
    `catalogue.limit_unread`. Hours count as working hours.
    """
    published = clean(f"{text} {unit}")
    said = fold(published)
    if not said:
        return Limit(LimitUnit.UNKNOWN), "catalogue.limit_missing"
    bare = " ".join(words(said))
    if bare in _SAME_DAY:
        return Limit(LimitUnit.SAME_DAY, None, published), ""
    if bare in _NO_LIMIT:
        return Limit(LimitUnit.NONE, None, published), ""
    match = _LIMIT.fullmatch(said.rstrip(" ."))
    if match is None:
        return Limit(LimitUnit.UNKNOWN, None, published), "catalogue.limit_unread"
    number = match["number"]
    value = Decimal("0.5") if number == "1/2" else Decimal(number.replace(",", "."))
    value = Decimal(int(value)) if value == int(value) else value
    if match["unit"] is None:
        return Limit(LimitUnit.UNKNOWN, value, published), "catalogue.limit_without_unit"
    known = _UNITS.get(match["unit"].strip())
    if known is None or not value:
        return Limit(LimitUnit.UNKNOWN, None, published), "catalogue.limit_unread"
    return Limit(known, value, published), ""


@dataclass(frozen=True, slots=True)
class Price:
    """What a cell says about an amount. `problem` is a code, "" when the figure was read."""

    amount: int | None = None
    tariff: Tariff | None = None
    by_council: bool = False
    problem: str = ""


def price(text: str) -> Price:
    """Return what the cell of an amount says.

    "50.000 đồng" and "50.000 đồng/hồ sơ" are amounts, "2.000 đồng/trang" a tariff, "Miễn phí" is 0;
    "0" is not: the portal puts it where nobody entered anything. Codes: `catalogue.fee_missing`,
    `catalogue.fee_by_council`, `catalogue.fee_zero`, `catalogue.fee_small`, `catalogue.fee_unread`.
    """
    said = fold(text)
    bare = " ".join(words(said))
    if not bare:
        return Price(problem="catalogue.fee_missing")
    if bare in _FREE:
        return Price(amount=0)
    if "hoi dong nhan dan" in bare or "hdnd" in bare.split():
        return Price(by_council=True, problem="catalogue.fee_by_council")
    match = _AMOUNT.fullmatch(said.rstrip(" ."))
    amount = int(re.sub(r"\D", "", match["number"])) if match else -1
    if match is None or amount > _LARGEST_AMOUNT:
        return Price(problem="catalogue.fee_unread")
    if amount == 0:
        return Price(problem="catalogue.fee_zero")
    if amount < _SMALLEST_AMOUNT:
        return Price(problem="catalogue.fee_small")
    if match["unit"] and match["unit"].strip() != _PER_DOSSIER:
        return Price(tariff=Tariff(clean(text.rsplit("/", 1)[1]), 1, amount, amount))
    return Price(amount=amount)
