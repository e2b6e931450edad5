"""Communes of today (xã, phường, đặc khu) by what is typed, for addresses without a card."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from counter_app.domain.people.address import Found, Unit
from counter_app.domain.text import words
from counter_app.services.counter.reference import Reference, unit_table

LIMIT = 8
_KINDS = frozenset({"phuong", "xa", "dac", "khu", "thanh", "pho", "tinh"})
_SHORT = {
    "tp": "thanh pho",
    "tphcm": "thanh pho ho chi minh",
    "hcm": "ho chi minh",
    "sg": "ho chi minh",
    "hn": "ha noi",
    "dk": "dac khu",
}


@dataclass(frozen=True, slots=True)
class _Commune:
    """A commune ready to be searched: its words, its own name without its kind."""

    unit: Unit
    words: str
    own: str


def commune_choices(typed: str, limit: int = LIMIT, home: str = "") -> tuple[Unit, ...]:
    """Return the communes that `typed` may mean: "xã, tỉnh", words in any order, no accents.

    Every word must begin a word of the commune's or its province's name. `home` is the code of the
    commune that this centre serves ("" unknown): it comes first, then its province, then names that
    begin as typed, then short ones.
    """
    wanted = [word for each in words(typed) for word in _SHORT.get(each, each).split()]
    if not wanted:
        return ()
    province = home_province(home)
    phrase = " ".join(word for word in wanted if word not in _KINDS)
    sought = [f" {word}" for word in wanted]
    in_a_row = " " + " ".join(wanted)

    def rank(commune: _Commune) -> tuple[bool, bool, bool, bool, int, str]:
        unit = commune.unit
        return (
            unit.code != home,
            unit.province.code != province,
            in_a_row not in commune.words,
            not commune.own.startswith(phrase),
            len(commune.own),
            unit.code,
        )

    fitting = [each for each in _communes() if all(word in each.words for word in sought)]
    return tuple(each.unit for each in sorted(fitting, key=rank)[:limit])


def home_unit(reference: Reference) -> str:
    """Return the code of the commune whose office stands on this centre's papers; "" if unclear."""
    centre = reference.centre
    office = centre.parent.removeprefix("UBND").removeprefix("ỦY BAN NHÂN DÂN").strip()
    reading = unit_table().resolve(f"{office}, {centre.province}")
    return reading.units[0].code if reading.found is Found.UNIT else ""


def home_province(home: str) -> str:
    """Return the code of the province of the commune `home`; "" when there is none."""
    unit = unit_table().units.get(home)
    return unit.province.code if unit else ""


@functools.cache
def _communes() -> tuple[_Commune, ...]:
    found = []
    for unit in unit_table().units.values():
        name = words(unit.name)
        own = " ".join(word for word in name if word not in _KINDS) or " ".join(name)
        found.append(_Commune(unit, " ".join(("", *name, *words(unit.province.name))), own))
    return tuple(found)
