"""Fees (phí) and charges (lệ phí): rules with validity, tariffs and exemptions; lines on a receipt.

All amounts are whole đồng. An amount that nobody entered is None, never 0: the national portal's
"0 đồng" is mostly a default, and many charges are set by the province's council (DOMAIN §3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType

from counter_app.domain.procedures.channels import Channel


class FeeKind(Enum):
    """Phí pays for a service, lệ phí is a fixed state charge (Luật Phí và lệ phí 2015, Điều 3).

    UNSTATED: the published list doesn't say which of the two; the agency must.
    """

    FEE = "fee"
    CHARGE = "charge"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of what a citizen pays. `amount` is the whole line in đồng, not the price of one."""

    name: str
    kind: FeeKind
    amount: int
    quantity: int = 1
    exemption: str = ""
    basis: str = ""
    collected: bool = False


@dataclass(frozen=True, slots=True)
class Tariff:
    """A price per unit with a step and a cap, as for certified copies (chứng thực bản sao).

    The first `first_units` units cost `first_amount` each, the next ones `next_amount` each, and
    one set never costs more than `cap` (None: no cap). `unit_name` is printed: "trang", "bản".
    """

    unit_name: str
    first_units: int
    first_amount: int
    next_amount: int
    cap: int | None = None

    def __post_init__(self) -> None:
        if min(self.first_units, self.first_amount, self.next_amount, self.cap or 0) < 0:
            raise ValueError("a tariff has no negative figures")

    def price(self, units: int) -> int:
        """Return the price of one set of `units` units, in đồng."""
        first = min(units, self.first_units)
        price = first * self.first_amount + (units - first) * self.next_amount
        return price if self.cap is None else min(price, self.cap)


@dataclass(frozen=True, slots=True)
class Exemption:
    """Who pays less (miễn, giảm): `percent` is what is taken off, 100 for free."""

    reason: str
    legal_basis: str = ""
    percent: int = 100

    def __post_init__(self) -> None:
        if not 0 < self.percent <= 100:
            raise ValueError("an exemption takes off 1 to 100 percent")

    def reduced(self, amount: int) -> int:
        """Return what remains of `amount`, rounded down in favour of the citizen."""
        return amount * (100 - self.percent) // 100


@dataclass(frozen=True, slots=True)
class Count:
    """How much of a service: `sets` copies of `units` units each (5 pages, 3 copies)."""

    units: int = 1
    sets: int = 1

    def __post_init__(self) -> None:
        if self.units < 0 or self.sets < 0:
            raise ValueError("a count is never negative")

    @property
    def is_nothing(self) -> bool:
        """True when the service isn't asked for."""
        return not self.units or not self.sets


@dataclass(frozen=True, slots=True)
class FeeRule:
    """One rule. Either `amount` or `tariff`; neither when unknown.

    `channel` None holds for every channel of the terms it stands in. A rule with a `condition`
    applies only when an officer says so. `by_council`: set by the province's council, unknown until
    its figure is entered. `published` keeps the words that an import couldn't read as a figure.
    """

    name: str
    kind: FeeKind
    amount: int | None = None
    tariff: Tariff | None = None
    channel: Channel | None = None
    condition: str = ""
    exemptions: tuple[Exemption, ...] = ()
    basis: str = ""
    set_by: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    by_council: bool = False
    published: str = ""

    def __post_init__(self) -> None:
        if self.amount is not None and self.tariff is not None:
            raise ValueError("a fee has an amount or a tariff, not both")
        if self.amount is not None and self.amount < 0:
            raise ValueError("a fee is never negative")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError("a fee ends before it begins")

    @property
    def label(self) -> str:
        """Return what the line is called: the name with its condition. Also the key of a count."""
        return f"{self.name} ({self.condition})" if self.condition else self.name

    @property
    def is_known(self) -> bool:
        """True when somebody entered what it costs."""
        return self.amount is not None or self.tariff is not None

    def applies(self, on: date, channel: Channel) -> bool:
        """Return True when the rule is in force `on` that day for dossiers of `channel`."""
        return (
            self.channel in (None, channel)
            and (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )


_NO_COUNTS: Mapping[str, Count] = MappingProxyType({})


def fee_lines(
    rules: Iterable[FeeRule],
    on: date,
    channel: Channel,
    counts: Mapping[str, Count] = _NO_COUNTS,
    exemption: str = "",
) -> tuple[FeeLine, ...]:
    """Return the lines whose amounts are known.

    `counts` is keyed by `FeeRule.label`; a plain rule counts once unless told otherwise, a tariff
    or a rule with a condition only when it was counted. `exemption` is the reason chosen; rules
    that don't know it stay at the full price. Rules that still need something are in `open_fees`.
    """
    lines = []
    for rule in rules:
        count = _count(rule, counts)
        if rule.applies(on, channel) and rule.is_known and count and not count.is_nothing:
            lines.append(_line(rule, count, exemption))
    return tuple(lines)


def open_fees(
    rules: Iterable[FeeRule],
    on: date,
    channel: Channel,
    counts: Mapping[str, Count] = _NO_COUNTS,
) -> tuple[FeeRule, ...]:
    """Return the rules that an officer must still decide, count or enter the amount of."""
    found = []
    for rule in rules:
        count = _count(rule, counts)
        waits = count is None or (not rule.is_known and not count.is_nothing)
        if rule.applies(on, channel) and waits:
            found.append(rule)
    return tuple(found)


def entered_line(rule: FeeRule, amount: int, exemption: str = "") -> FeeLine:
    """Return the line of a rule without a figure, with the `amount` that an officer entered."""
    if amount < 0:
        raise ValueError("a fee is never negative")
    return _reduced(rule, amount, 1, exemption)


def _count(rule: FeeRule, counts: Mapping[str, Count]) -> Count | None:
    given = counts.get(rule.label)
    if given is None and not rule.condition and rule.tariff is None:
        return Count()
    return given


def _line(rule: FeeRule, count: Count, exemption: str) -> FeeLine:
    if rule.tariff is not None:
        one = rule.tariff.price(count.units)
        return _reduced(rule, one * count.sets, count.units * count.sets, exemption)
    quantity = count.units * count.sets
    return _reduced(rule, (rule.amount or 0) * quantity, quantity, exemption)


def _reduced(rule: FeeRule, amount: int, quantity: int, exemption: str) -> FeeLine:
    found = next((each for each in rule.exemptions if each.reason == exemption), None)
    if found is None:
        return FeeLine(rule.label, rule.kind, amount, quantity, basis=rule.basis)
    basis = found.legal_basis or rule.basis
    return FeeLine(rule.label, rule.kind, found.reduced(amount), quantity, found.reason, basis)
