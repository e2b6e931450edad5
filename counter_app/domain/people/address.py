"""An old address (xã, huyện, tỉnh) to the commune of 2025.

Cards of before 01/07/2025 carry units that are gone: districts everywhere, 63 provinces instead of
34, some ten thousand communes instead of 3,321 (Nghị quyết 202/2025/QH15 and the resolutions on the
communes of each province). Most old communes went into one new unit; 471 were split. A split one
gives every candidate: the officer asks the citizen, the program never chooses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from counter_app.domain.people.address_words import (
    COMMUNE_PREFIXES,
    DISTRICT_PREFIXES,
    PROVINCE_PREFIXES,
    NameAtTail,
    Word,
    keys_of,
    name_at_tail,
    same_spelling,
    split_key,
    words_of,
)
from counter_app.domain.people.person import Address
from counter_app.domain.plain import NotPlainError, from_plain
from counter_app.domain.problems import Problem, doubt
from counter_app.domain.text import clean


class Found(Enum):
    """How much of an address was understood."""

    UNIT = "unit"  # one commune of today
    CANDIDATES = "candidates"  # one or more possible ones: somebody has to say which
    PROVINCE = "province"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OldProvince:
    """One of the 63 provinces of before 01/07/2025."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Province:
    """One of the 34 provinces of today, and those that it was made of."""

    code: str
    name: str
    old: tuple[OldProvince, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune of today (xã, phường, đặc khu) with its official five-digit code."""

    code: str
    name: str
    province: Province

    def __str__(self) -> str:
        return f"{self.name}, {self.province.name}"


@dataclass(frozen=True, slots=True)
class AddressReading:
    """What an address means today. `original` is untouched; `street` is what stands before."""

    original: str
    found: Found
    units: tuple[Unit, ...] = ()
    province: Province | None = None
    street: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The doubt to show beside the address; nothing when the unit is certain."""
        if self.found is Found.UNIT or not self.original.strip():
            return ()
        if self.found is Found.CANDIDATES:
            return (doubt("address_candidates", "/address", count=len(self.units)),)
        if self.province is not None:
            return (doubt("address_province_only", "/address", province=self.province.name),)
        return (doubt("address_unknown", "/address"),)

    def address(self, chosen: Unit | None = None) -> Address:
        """Return the address with the certain unit, or the one that the officer chose, or none."""
        if chosen is None and self.found is Found.UNIT:
            chosen = self.units[0]
        if chosen is None:
            return Address(original=self.original)
        return Address(self.original, self.street, chosen.code, str(chosen))


@dataclass(frozen=True, slots=True)
class _Name:
    """A commune under a name: where it is today.

    `name` is the official one; empty for a name that was gone already before July 2025: what such a
    unit became is known less surely, so it is offered and never taken.
    """

    kind: str
    codes: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class _District:
    """A district of before 2025; `codes` of all that its communes are in today.

    `former`: another district's name, which was merged into this one before; again never certain.
    """

    kind: str
    codes: tuple[str, ...]
    communes: Mapping[str, tuple[_Name, ...]]
    former: bool = False


@dataclass(frozen=True, slots=True)
class UnitTable:
    """The table of units: `provinces` by code, `units` by code, and the names to find them by."""

    provinces: Mapping[str, Province]
    units: Mapping[str, Unit]
    as_of: date
    province_names: Mapping[str, tuple[str, str]] = field(repr=False)
    districts: Mapping[str, Mapping[str, tuple[_District, ...]]] = field(repr=False)
    communes: Mapping[str, Mapping[str, tuple[_Name, ...]]] = field(repr=False)

    def resolve(self, text: str) -> AddressReading:
        """Return what `text` means today; any text is accepted."""
        line = clean(text)
        words = words_of(line)
        if [word.text for word in words[-2:]] == ["viet", "nam"]:
            words = words[:-2]
        at = name_at_tail(words, len(words), self.province_names, PROVINCE_PREFIXES)
        if at is None:
            return AddressReading(text, Found.UNKNOWN)
        code, own = self.province_names[at.key]
        province = self.provinces[code]
        own_name = next((old.name for old in province.old if old.code == own), province.name)
        end, certain = at.begin, at.aligned
        if at.kind == "thanhpho" and not own_name.startswith("Thành phố"):
            end, certain = len(words), False  # "phường 5, TP Vĩnh Long": the town, not the province
        olds = sorted((old.code for old in province.old), key=lambda old: old != own)
        begin, codes, exact = self._search(words, end, province, olds, own_name)
        street = line[: words[begin].start].rstrip(" ,;-–") if begin < len(words) else line
        units = tuple(self.units[each] for each in codes)
        if not units:
            return AddressReading(text, Found.PROVINCE, (), province, street)
        found = Found.UNIT if exact and certain and len(units) == 1 else Found.CANDIDATES
        return AddressReading(text, found, units, province, street)

    def _search(
        self, words: tuple[Word, ...], end: int, province: Province, olds: list[str], own_name: str
    ) -> tuple[int, tuple[str, ...], bool]:
        """Return (where the street ends, codes, whether they are certain)."""
        communes = self.communes[province.code]
        today = name_at_tail(words, end, communes, COMMUNE_PREFIXES)
        todays = own_name == province.name  # no new address names a province that is gone
        if today is not None and today.kind and todays:
            codes, exact = _choose(communes[today.key], today)
            if exact:
                return today.begin, codes, True
        for old in olds:
            at = name_at_tail(words, end, self.districts[old], DISTRICT_PREFIXES)
            if at is None:
                continue
            begin, codes, exact = _in_districts(words, at, self.districts[old][at.key])
            if at.aligned or today is None or begin < at.begin:
                return begin, codes, exact
        if today is not None:
            codes, exact = _choose(communes[today.key], today)
            return today.begin, codes, exact and todays
        return self._anywhere(words, end, olds)

    def _anywhere(
        self, words: tuple[Word, ...], end: int, olds: list[str]
    ) -> tuple[int, tuple[str, ...], bool]:
        """Look for the commune of a district that nobody knows in the whole province."""
        before = next((i for i in range(end - 1, 0, -1) if words[i].opens), 0)
        codes: list[str] = []
        begin = end
        for old in olds:
            for districts in self.districts[old].values():
                for district in districts:
                    at = name_at_tail(words, before, district.communes, COMMUNE_PREFIXES)
                    if at is not None and at.aligned:
                        codes += _choose(district.communes[at.key], at)[0]
                        begin = min(begin, at.begin)
        return begin, _once(codes), False


def _in_districts(
    words: tuple[Word, ...], at: NameAtTail, districts: tuple[_District, ...]
) -> tuple[int, tuple[str, ...], bool]:
    same = tuple(each for each in districts if each.kind == at.kind) or districts
    named = list({id(each.communes): each for each in same}.values())
    codes: list[str] = []
    begin, exact = at.begin, at.aligned and len(named) == 1 and not named[0].former
    for district in named:
        commune = name_at_tail(words, at.begin, district.communes, COMMUNE_PREFIXES)
        if commune is not None:
            found, certain = _choose(district.communes[commune.key], commune)
            codes += found
            begin, exact = min(begin, commune.begin), exact and certain
    if codes:
        return begin, _once(codes), exact
    whole = exact and not named[0].communes  # an island district had no communes
    return at.begin, _once(code for district in named for code in district.codes), whole


def _choose(names: tuple[_Name, ...], at: NameAtTail) -> tuple[tuple[str, ...], bool]:
    """Return the codes of the names that fit, and whether they are what the text says."""
    same = tuple(name for name in names if name.kind == at.kind)
    fitting = same or names
    if len(fitting) > 1:  # only accents tell Sơn Hà and Sơn Hạ apart
        accented = tuple(each for each in fitting if same_spelling(each.name, at.spelled))
        fitting = accented or fitting
    exact = at.aligned and len(fitting) == 1 and bool(fitting[0].name)
    codes = _once(code for name in fitting for code in name.codes)
    return codes, exact and (bool(same) or not at.kind)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


@dataclass(frozen=True, slots=True)
class _DistrictRow:
    communes: dict[str, str] = field(default_factory=dict)
    earlier: dict[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _OldProvinceRow:
    code: str
    name: str
    districts: dict[str, _DistrictRow]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _ProvinceRow:
    code: str
    name: str
    communes: dict[str, str]
    old: tuple[_OldProvinceRow, ...]


@dataclass(frozen=True, slots=True)
class _File:
    as_of: date
    provinces: tuple[_ProvinceRow, ...]


def units_from_plain(value: object) -> UnitTable:
    """Return the table from the JSON of `resources/units/units.json` (its README tells the shape).

    Raises NotPlainError for another shape, and for a code that no commune has.
    """
    file = from_plain(_File, value)
    provinces, units = {}, {}
    names: dict[str, tuple[str, str]] = {}
    districts, communes = {}, {}
    for row in file.provinces:
        olds = tuple(OldProvince(old.code, old.name) for old in row.old)
        province = provinces[row.code] = Province(row.code, row.name, olds)
        for code, name in row.communes.items():
            units[code] = Unit(code, name, province)
        communes[row.code] = _named(row.communes.values(), [(code,) for code in row.communes])
        names |= dict.fromkeys(_keys([row.name]), (row.code, ""))
        for old in row.old:
            names |= dict.fromkeys(_keys([old.name, *old.also]), (row.code, old.code))
            districts[old.code] = _districts(old)
    table = UnitTable(provinces, units, file.as_of, names, districts, communes)
    _check(table)
    return table


def _districts(old: _OldProvinceRow) -> dict[str, tuple[_District, ...]]:
    by_key: dict[str, tuple[_District, ...]] = {}
    for (kind, key), row in zip(keys_of(old.districts), old.districts.values(), strict=True):
        codes = [tuple(each.split()) for each in row.communes.values()]
        communes = _named(row.communes.keys(), codes)
        for joined, each in row.earlier.items():
            earlier_kind, earlier_key = split_key(joined)
            name = _Name(earlier_kind, tuple(each.split()))
            communes[earlier_key] = (*communes.get(earlier_key, ()), name)
        all_codes = _once(code for each in codes for code in each) or (row.unit,)
        for called, name_key in ((kind, key), *map(split_key, row.also)):
            district = _District(called, all_codes, communes, former=name_key != key)
            by_key[name_key] = (*by_key.get(name_key, ()), district)
    return by_key


def _named(
    names: Collection[str], codes: Iterable[tuple[str, ...]]
) -> dict[str, tuple[_Name, ...]]:
    by_key: dict[str, tuple[_Name, ...]] = {}
    for (kind, key), each, name in zip(keys_of(names), codes, names, strict=True):
        by_key[key] = (*by_key.get(key, ()), _Name(kind, each, name))
    return by_key


def _keys(names: list[str]) -> list[str]:
    return [key for _, key in keys_of(names)]


def _check(table: UnitTable) -> None:
    """Refuse a table whose old units lead nowhere: better at start than at a counter."""
    for old, districts in table.districts.items():
        for same in districts.values():
            for code in (code for district in same for code in district.codes):
                if code not in table.units:
                    raise NotPlainError(f"/provinces/{old}", f"unknown commune {code!r}")
