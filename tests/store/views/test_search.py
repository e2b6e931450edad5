from __future__ import annotations

import dataclasses
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from counter_app.domain.acts.steps import Corrected
from counter_app.domain.dossiers.correction import changes_between
from counter_app.domain.people.person import Identity, IdentityKind, Person
from counter_app.domain.vietqr import transfer_code
from counter_app.store.engine import connect
from counter_app.store.views import search


def find(office: Any, typed: str, **how: Any) -> list[str]:
    with office.store.reading() as tx:
        return [line.applicant for line in tx.search.find(typed, **how).lines]


@pytest.fixture
def people(office: Any) -> Any:
    office.register("Nguyễn Thị Ánh Tuyết")
    office.register("Đặng Văn Đức", submitter=Person("Lý Thường Mẫu", phone="+84 987 654 321"))
    card = Identity(IdentityKind.CITIZEN_CARD, "079300000777")
    office.register("Trần Ngọc Ánh", applicant=Person("Trần Ngọc Ánh", identity=card))
    office.register(
        "Nguyễn Văn Ánh", provisional=True, code="HG00001-250718-0001", book="", serial=0
    )
    return office


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anh", ["Nguyễn Văn Ánh", "Trần Ngọc Ánh", "Nguyễn Thị Ánh Tuyết"]),
        ("ÁNH", ["Nguyễn Văn Ánh", "Trần Ngọc Ánh", "Nguyễn Thị Ánh Tuyết"]),
        ("nguyen anh", ["Nguyễn Văn Ánh", "Nguyễn Thị Ánh Tuyết"]),
        ("ánh nguyễn t", ["Nguyễn Thị Ánh Tuyết"]),
        ("tuyết ánh", ["Nguyễn Thị Ánh Tuyết"]),
        ("dang duc", ["Đặng Văn Đức"]),
        ("Đặng Đức", ["Đặng Văn Đức"]),
        ("thuong mau", ["Đặng Văn Đức"]),
        ("0987654", ["Đặng Văn Đức"]),
        ("0793000", ["Trần Ngọc Ánh"]),
        ("079300000777", ["Trần Ngọc Ánh"]),
        ("HG00001-250718-0001", ["Nguyễn Văn Ánh"]),
        ("hg00001-2507", ["Nguyễn Văn Ánh"]),
        ("H00.15-250718-0002", ["Đặng Văn Đức"]),
        ("h00.15-250718-0002", ["Đặng Văn Đức"]),
        ("https://tra-cuu.example/?ma=H00.15-250718-0002", ["Đặng Văn Đức"]),
        ("250718 0002", ["Đặng Văn Đức"]),
        ("2507180002", ["Đặng Văn Đức"]),
        ("250718000", ["Nguyễn Văn Ánh", "Trần Ngọc Ánh", "Đặng Văn Đức", "Nguyễn Thị Ánh Tuyết"]),
        ("2507180002 dang", ["Đặng Văn Đức"]),
        ("2513180002", []),
        ("khai sinh tuyet", ["Nguyễn Thị Ánh Tuyết"]),
        ("", []),
        ("  ", []),
        ("không có ai", []),
        ('"', []),
        ("NOT OR * ( ^", []),
        ("a-b", []),
    ],
)
def test_what_an_officer_types(people: Any, typed: str, expected: list[str]) -> None:
    assert find(people, typed) == expected


def test_a_begun_code_finds_all_of_the_day(people: Any) -> None:
    assert len(find(people, "H00.15-2507")) == 3


def test_pages_go_on_where_the_last_one_ended(office: Any) -> None:
    for number in range(9):
        office.register(f"Mẫu {number}")
    found, after = [], None
    with office.store.reading() as tx:
        for _ in range(5):
            page = tx.search.find("mau", after, limit=2)
            found += [line.applicant for line in page.lines]
            after = page.after
    assert found == [f"Mẫu {number}" for number in reversed(range(9))]
    assert after is None
    with office.store.reading() as tx:
        page = tx.search.find("H00.15-25", limit=4)
        assert len(page.lines) == 4
        assert len(tx.search.find("H00.15-25", page.after, limit=50).lines) == 5


def test_a_counter_and_a_day_narrow_the_search(office: Any) -> None:
    office.register("Mẫu Cũ")
    middle = office.now + timedelta(hours=1)
    office.now += timedelta(hours=2)
    office.register("Mẫu Mới")
    assert find(office, "mau", received_from=middle) == ["Mẫu Mới"]
    assert find(office, "mau", counter="quay-1") == ["Mẫu Mới", "Mẫu Cũ"]
    assert find(office, "mau", counter="quay-2") == []
    assert find(office, "H00.15-250718-0001", received_from=middle) == ["Mẫu Cũ"]


def test_a_correction_is_found_under_its_new_name_only(office: Any) -> None:
    uid = office.register("Nguyễn Thị Sai")
    before = office.get(uid).received
    after = dataclasses.replace(before, applicant=Person("Nguyễn Thị Đúng"))
    office.act(Corrected("Gõ nhầm tên", changes_between(before, after)), uid)
    assert find(office, "nguyen dung") == ["Nguyễn Thị Đúng"]
    assert find(office, "sai") == []
    assert office.store.verify().is_whole


def test_results_are_masked(people: Any) -> None:
    with people.store.reading() as tx:
        (line,) = tx.search.find("079300000777").lines
    assert line.identity == "0793••••0777"
    assert "079300000777" not in repr(line)


def test_a_common_surname_is_read_newest_first_and_not_sorted(office: Any) -> None:
    query = search._WITH_WORDS._sql
    values = {"typed": '"nguyen" "v"*', "before": 2**63 - 1, "since": 0, "at": ""}
    with closing(connect(office.path, office.key)) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
    assert [row[3].split()[:2] for row in rows] == [["SCAN", "search"], ["SEARCH", "dossier"]]


def test_the_line_of_a_bank_finds_what_was_paid_before_the_number(people: Any) -> None:
    with people.store.reading() as tx:
        one, other = tx.search.find("nguyễn ánh").lines
    for line, wanted in ((one, "Nguyễn Văn Ánh"), (other, "Nguyễn Thị Ánh Tuyết")):
        code = transfer_code(line.uid)
        assert find(people, f"MBVCB.118 QUAY 12 {code} CT tu 0011") == [wanted]
        assert find(people, code.lower()) == [wanted]
    assert find(people, "HS00000000") == []


def test_the_ends_of_ids_are_read_out_of_their_index(people: Any) -> None:
    with closing(connect(people.path, people.key)) as raw:
        plan = raw.execute(
            "EXPLAIN QUERY PLAN SELECT uid FROM dossier WHERE substr(uid, -8) = 'x'"
        ).fetchall()
    assert "USING COVERING INDEX" in " ".join(str(row) for row in plan)
