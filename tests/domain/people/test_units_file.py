"""The shipped table of units holds together: counts, spelling, where every old commune leads."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest

from counter_app.domain.people.address import Found, UnitTable, units_from_plain
from counter_app.domain.people.identity import PROVINCE_PREFIXES

FILE = Path(__file__).parents[3] / "resources" / "units" / "units.json"
PLAIN = json.loads(FILE.read_text(encoding="utf-8"))
DISTRICTS = [
    (old["name"], name, district)
    for province in PLAIN["provinces"]
    for old in province["old"]
    for name, district in old["districts"].items()
]


@pytest.fixture(scope="module")
def table() -> UnitTable:
    return units_from_plain(PLAIN)


def test_counts_are_those_of_the_law(table: UnitTable) -> None:
    olds = [old for province in table.provinces.values() for old in province.old]
    assert len(table.provinces) == 34
    assert len(table.units) == 3321
    assert len(olds) == 63
    assert len(DISTRICTS) == 696
    assert sum(len(district["communes"]) for _, _, district in DISTRICTS) == 10_035
    split = [c for _, _, d in DISTRICTS for c in d["communes"].values() if " " in c]
    assert len(split) == 471
    assert FILE.stat().st_size < 1_500_000


def test_old_provinces_are_the_prefixes_of_personal_numbers(table: UnitTable) -> None:
    codes = {f"0{old.code}" for province in table.provinces.values() for old in province.old}
    assert codes == PROVINCE_PREFIXES


def test_mergers_of_provinces(table: UnitTable) -> None:
    made_of = {each.name: {old.name for old in each.old} for each in table.provinces.values()}
    assert made_of["Tỉnh Lâm Đồng"] == {"Tỉnh Bình Thuận", "Tỉnh Đắk Nông", "Tỉnh Lâm Đồng"}
    assert made_of["Tỉnh Tây Ninh"] == {"Tỉnh Long An", "Tỉnh Tây Ninh"}
    assert made_of["Thành phố Hà Nội"] == {"Thành phố Hà Nội"}
    assert sum(len(olds) == 1 for olds in made_of.values()) == 11


def test_names_are_official_spelling() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    names = [name for _, name, _ in DISTRICTS]
    names += [commune for _, _, district in DISTRICTS for commune in district["communes"]]
    names += [name for province in PLAIN["provinces"] for name in province["communes"].values()]
    kinds = r"(Xã|Phường|Thị trấn|Đặc khu|Quận|Huyện|Thị xã|Thành phố) [\w'\- ]+"
    assert [name for name in names if not re.fullmatch(kinds, name)] == []
    assert [
        name for name in names if re.search(r"o[àáảãạ](?!\w)|(?<![Qq])u[ỷỳýỹỵ](?!\w)", name)
    ] == []


def test_every_unit_of_today_took_over_something(table: UnitTable) -> None:
    taken = {
        code for _, _, d in DISTRICTS for codes in d["communes"].values() for code in codes.split()
    }
    taken |= {district["unit"] for _, _, district in DISTRICTS if "unit" in district}
    assert taken == set(table.units)


def test_every_old_commune_is_found_under_its_full_name(table: UnitTable) -> None:
    wrong = []
    for province, name, district in DISTRICTS:
        for commune, codes in district["communes"].items():
            reading = table.resolve(f"Tổ 1, {commune}, {name}, {province}")
            found = Found.CANDIDATES if " " in codes else Found.UNIT
            given = " ".join(unit.code for unit in reading.units)
            if (given, reading.found, reading.street) != (codes, found, "Tổ 1"):
                wrong.append(f"{commune}, {name}, {province}")
    assert wrong == []


def test_every_unit_of_today_is_found_under_its_full_name(table: UnitTable) -> None:
    for unit in table.units.values():
        reading = table.resolve(f"Số 1 phố Mẫu, {unit}")
        assert (reading.found, reading.units) == (Found.UNIT, (unit,))


def test_bare_names_never_lead_to_a_wrong_unit(table: UnitTable) -> None:
    """Cards leave out "xã", "huyện", "tỉnh"; then the right unit must still be among the answer."""
    prefix = re.compile(r"^(Xã|Phường|Thị trấn|Quận|Huyện|Thị xã|Thành phố|Tỉnh) (?!\d)")
    wrong = []
    for province, name, district in DISTRICTS:
        for commune, codes in district["communes"].items():
            line = ", ".join(prefix.sub("", each) for each in (commune, name, province))
            given = {unit.code for unit in table.resolve(line).units}
            if not given.issuperset(codes.split()):
                wrong.append(line)
    assert wrong == []


def test_the_table_is_quick(table: UnitTable) -> None:
    """Limits are several times what is measured: they catch a blunder, not a busy machine."""
    start = time.process_time()
    units_from_plain(PLAIN)
    assert time.process_time() - start < 0.6
    start = time.process_time()
    for _ in range(100):
        table.resolve("Thôn Không Có, Xã Không Có, Huyện Không Có, Tỉnh Thanh Hóa")
    assert (time.process_time() - start) / 100 < 0.008
