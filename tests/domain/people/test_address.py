"""Old addresses and what they mean today."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.people.address import Found, UnitTable, units_from_plain
from counter_app.domain.plain import NotPlainError

FILE = Path(__file__).parents[3] / "resources" / "units" / "units.json"
TABLE: UnitTable = units_from_plain(json.loads(FILE.read_text(encoding="utf-8")))

CERTAIN = [
    # merged
    ("Tổ 5, Phường Phúc Xá, Quận Ba Đình, Hà Nội", "Tổ 5", "Phường Hồng Hà, Thành phố Hà Nội"),
    ("Phúc Xá, Ba Đình, Hà Nội", "", "Phường Hồng Hà, Thành phố Hà Nội"),
    ("P.01,Q.3,TP.HCM", "", "Phường Bàn Cờ, Thành phố Hồ Chí Minh"),
    ("45/6 Lê Mẫu, P1, Q3, TPHCM", "45/6 Lê Mẫu", "Phường Bàn Cờ, Thành phố Hồ Chí Minh"),
    ("Ấp 1, TT. Củ Chi, H. Củ Chi, TP HCM", "Ấp 1", "Xã Tân An Hội, Thành phố Hồ Chí Minh"),
    ("Thôn Bản Phố, Bản Phố, Bắc Hà, Lào Cai", "Thôn Bản Phố", "Xã Bắc Hà, Tỉnh Lào Cai"),
    ("phường Sa Pả thị xã Sa Pa tỉnh Lào Cai", "", "Phường Sa Pa, Tỉnh Lào Cai"),
    ("Việt Hùng, Quế Võ, Bắc Ninh", "", "Phường Quế Võ, Tỉnh Bắc Ninh"),
    # only accents tell two communes of one district apart
    ("Xã Minh Quán, Trấn Yên, Yên Bái", "", "Xã Trấn Yên, Tỉnh Lào Cai"),
    ("Xã Minh Quân, Trấn Yên, Yên Bái", "", "Phường Âu Lâu, Tỉnh Lào Cai"),
    # the province of today before a district of yesterday
    ("Xã Minh Quân, Huyện Trấn Yên, Lào Cai", "", "Phường Âu Lâu, Tỉnh Lào Cai"),
    # minority names, other apostrophes, other spaces
    ("Xã Ea H’Leo, H. Ea H'leo, Đắk Lắk", "", "Xã Ea H'Leo, Tỉnh Đắk Lắk"),
    ("Xã Xa Dung, Điện Biên Đông, Điện Biên", "", "Xã Xa Dung, Tỉnh Điện Biên"),
    # an island district without communes
    ("Khu 3, Huyện Côn Đảo, Bà Rịa - Vũng Tàu", "Khu 3", "Đặc khu Côn Đảo, Thành phố Hồ Chí Minh"),
    # two levels, as since 01/07/2025
    ("Số 1, Phường Ba Đình, Thành phố Hà Nội", "Số 1", "Phường Ba Đình, Thành phố Hà Nội"),
    ("Xã Đất Mũi, tỉnh Cà Mau, Việt Nam", "", "Xã Đất Mũi, Tỉnh Cà Mau"),
    ("PHƯỜNG BA ĐÌNH, HÀ NỘI", "", "Phường Ba Đình, Thành phố Hà Nội"),
    ("Phuong Ba Dinh - Ha Noi", "", "Phường Ba Đình, Thành phố Hà Nội"),
]


@pytest.mark.parametrize(("text", "street", "unit"), CERTAIN)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_certain(text: str, street: str, unit: str, form: str) -> None:
    text = unicodedata.normalize(form, text)
    reading = TABLE.resolve(text)
    assert (reading.found, reading.street) == (Found.UNIT, street)
    assert [str(each) for each in reading.units] == [unit]
    assert reading.problems == ()
    address = reading.address()
    assert (address.original, address.unit_name) == (text, unit)
    assert address.unit_code == reading.units[0].code


CANDIDATES = [
    # split in law: every part is offered
    ("Phường Điện Biên, Ba Đình, Hà Nội", 4, "Phường Ba Đình"),
    ("Thị trấn Thiệu Hoá, Thiệu Hóa, Thanh Hóa", 3, "Xã Thiệu Hóa"),
    # gone before 2025: offered, not taken
    ("Nguyễn Trung Trực, Ba Đình, Hà Nội", 1, "Phường Ba Đình"),
    ("Phường An Phú, Quận 2, TP Hồ Chí Minh", 2, "Phường Bình Trưng"),
    ("Phường Tăng Nhơn Phú A, Quận 9, TP Hồ Chí Minh", 1, "Phường Tăng Nhơn Phú"),
    # a new commune under an old province, a town of the name of an old province
    ("Phường Đức Xuân, Tỉnh Bắc Kạn", 1, "Phường Đức Xuân"),
    ("Phường Tân Bình, TP Hải Dương", 1, "Phường Lê Thanh Nghị"),
    # another kind than the table knows: xã, then phường
    ("Xã Quế Tân, Huyện Quế Võ, Bắc Ninh", 1, "Phường Quế Võ"),
    # only the district is known
    ("Thị xã Sơn Tây, Hà Nội", 4, "Phường Sơn Tây"),
    ("Ba Đình, Hà Nội", 8, "Phường Ba Đình"),
    ("Xã Nhầm, Huyện Đan Phượng, Hà Nội", 6, "Xã Đan Phượng"),
    # the district is unknown: the commune is looked for in the province
    ("An Cựu, Thành phố Huế, Thừa Thiên Huế", 1, "Phường An Cựu"),
    # a name inside a part may be a street's
    ("Số 5 Đường Tân Lập, Đan Phượng, Hà Nội", 2, "Xã Ô Diên"),
    ("Thôn 3 Tân Lập Đan Phượng Hà Nội", 2, "Xã Ô Diên"),
    # without accents two communes of one name stay two
    ("Xa Minh Quan, Tran Yen, Yen Bai", 2, "Phường Âu Lâu"),
    # the town, not the province of the same name
    ("Phường 5, TP Vĩnh Long", 1, "Phường Thanh Đức"),
]


@pytest.mark.parametrize(("text", "count", "one"), CANDIDATES)
def test_candidates_are_offered_and_none_is_chosen(text: str, count: int, one: str) -> None:
    reading = TABLE.resolve(text)
    assert (reading.found, len(reading.units)) == (Found.CANDIDATES, count)
    assert one in [unit.name for unit in reading.units]
    assert [problem.code for problem in reading.problems] == ["address_candidates"]
    address = reading.address()
    assert (address.original, address.unit_code, address.unit_name) == (text, "", "")
    chosen = reading.address(reading.units[-1])
    assert chosen.unit_code == reading.units[-1].code
    assert chosen.original == text


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Tỉnh Bắc Kạn", "Tỉnh Thái Nguyên"),
        ("Bắc Cạn", "Tỉnh Thái Nguyên"),
        ("Làng Không Có, Hà Giang", "Tỉnh Tuyên Quang"),
        ("Thừa Thiên Huế", "Thành phố Huế"),
        ("Sài Gòn", "Thành phố Hồ Chí Minh"),
        ("Đắc Lắc", "Tỉnh Đắk Lắk"),
        ("Kontum", "Tỉnh Quảng Ngãi"),
    ],
)
def test_province_only(text: str, province: str) -> None:
    reading = TABLE.resolve(text)
    assert (reading.found, reading.units) == (Found.PROVINCE, ())
    assert reading.province is not None
    assert reading.province.name == province
    assert [problem.code for problem in reading.problems] == ["address_province_only"]


@pytest.mark.parametrize(
    "text", ["Phường Mẫu, Tỉnh Ví Dụ", "Paris, France", "12345", ",,,", "Hà Nội phố, đâu đó", "?"]
)
def test_unknown(text: str) -> None:
    reading = TABLE.resolve(text)
    assert (reading.found, reading.units, reading.province) == (Found.UNKNOWN, (), None)
    assert [problem.code for problem in reading.problems] == ["address_unknown"]
    assert str(reading.address()) == text


def test_no_address_is_no_problem() -> None:
    assert TABLE.resolve("").problems == ()


def test_where_a_district_has_two_towns_of_one_name_both_answer() -> None:
    town = TABLE.resolve("Phường An Thạnh, Thành phố Hồng Ngự, Đồng Tháp")
    district = TABLE.resolve("Xã Thường Phước 1, Huyện Hồng Ngự, Đồng Tháp")
    assert (town.found, district.found) == (Found.UNIT, Found.UNIT)
    both = TABLE.resolve("Hồng Ngự, Đồng Tháp")
    assert both.found is Found.CANDIDATES
    assert set(town.units + district.units) <= set(both.units)


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["xã", "phường", ",", "Hà", "Nội", "Q.", "3", "tỉnh", "-"])).map(
        " ".join
    )
)
def test_any_text_is_accepted_and_kept(text: str) -> None:
    reading = TABLE.resolve(text)
    assert reading.original == text
    assert (reading.found is Found.UNIT) <= (len(reading.units) == 1)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"as_of": "2025-07-01"},
        {"as_of": "1/7/2025", "provinces": []},
        {"as_of": "2025-07-01", "provinces": [{"code": "01", "name": "Tỉnh Ví Dụ"}]},
    ],
)
def test_another_shape_is_refused(value: object) -> None:
    with pytest.raises(NotPlainError):
        units_from_plain(value)


def test_a_table_that_leads_nowhere_is_refused() -> None:
    districts = {"Huyện Mẫu": {"communes": {"Xã Mẫu": "99999"}}}
    old = {"code": "99", "name": "Tỉnh Ví Dụ", "districts": districts}
    row = {"code": "99", "name": "Tỉnh Ví Dụ", "communes": {"00001": "Xã Mẫu"}, "old": [old]}
    with pytest.raises(NotPlainError, match="99999"):
        units_from_plain({"as_of": "2025-07-01", "provinces": [row]})
    districts["Huyện Mẫu"]["communes"]["Xã Mẫu"] = "00001"
    table = units_from_plain({"as_of": "2025-07-01", "provinces": [row]})
    assert table.resolve("Xã Mẫu, Huyện Mẫu, Tỉnh Ví Dụ").found is Found.UNIT
