"""An approved list goes in whole or not at all, and says what is wrong line by line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from counter_app.domain.errors.catalogue import CatalogueError, WrongColumnsError
from counter_app.domain.office.coverage import CoverageList, Operation, ProcessState
from counter_app.domain.plain import from_plain
from counter_app.domain.procedures.procedure import Level
from counter_app.services.counter.catalogues import activate_staged
from counter_app.services.counter.reference import load_reference
from counter_app.services.coverage.approved_list import ApprovedReport, import_approved
from counter_app.services.coverage.keeping import coverage_file, keep_coverage
from tests.services.conftest import Counter, shipped_reference

HEAD = "Mã TTHC;Tên TTHC;Mã cơ quan;Cấp;Quyết định;Ngày quyết định;Lý do;Dự kiến"
GOOD = "1.001193;Đăng ký khai sinh;H26.15;Cấp xã;12/QĐ-UBND;01/07/2025;;"
LATER = "1.008603;Kê khai phí;H26.33;Tỉnh;12/QĐ-UBND;01/07/2025;Chờ kết nối;31/12/2026"
STATES = "Mã cơ quan;Quy trình điện tử;Vận hành;Từ ngày"


def read(folder: Path, *lines: str, before: CoverageList | None = None) -> ApprovedReport:
    path = folder / "ds.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8-sig")
    books = shipped_reference()
    return import_approved(path, "2", books.procedures, books.agencies, before or CoverageList())


def codes(report: ApprovedReport) -> list[tuple[int, str]]:
    return [(each.row, each.problem.code) for each in (*report.refused, *report.doubtful)]


def test_a_good_list_goes_in_whole(tmp_path: Path) -> None:
    report = read(tmp_path, "Danh sách đã phê duyệt", HEAD, GOOD, LATER)
    assert codes(report) == []
    first, second = report.coverage.lines
    assert (first.code, first.level, first.decided_on) == (
        "1.001193", Level.COMMUNE, date(2025, 7, 1),
    )  # fmt: skip
    assert (second.reason, second.expected_on) == ("Chờ kết nối", date(2026, 12, 31))
    assert (report.coverage.version, report.coverage.imported) == ("2", True)


def test_wrong_rows_are_named_and_nothing_goes_in(tmp_path: Path) -> None:
    report = read(
        tmp_path, HEAD, GOOD, "1.00119;Sai mã;;;;;;", GOOD.replace("khai sinh", "khác"),
        "1.004837;;;;;;;", LATER.replace("31/12/2026", "cuối năm"),
    )  # fmt: skip
    assert not report.is_whole
    assert report.coverage == CoverageList()
    assert {(3, "approved.bad_code"), (4, "approved.given_differently"), (5, "approved.no_name"),
            (6, "approved.unread")} <= set(codes(report))  # fmt: skip


def test_doubts_are_named_and_go_in(tmp_path: Path) -> None:
    other = GOOD.replace("Đăng ký khai sinh", "Khai sinh").replace("H26.15", "H99")
    report = read(tmp_path, HEAD, other, other)
    assert report.is_whole
    assert len(report.coverage.lines) == 1
    assert {code for _, code in codes(report)} == {
        "approved.name_differs", "approved.agency_unknown", "approved.given_twice",
    }  # fmt: skip


def test_states_of_agencies_leave_the_list_as_it_was(tmp_path: Path) -> None:
    before = read(tmp_path, HEAD, GOOD).coverage
    rows = ("H26.15;Đã duyệt;Thử nghiệm;01/10/2026", "H26.31;đang trình;;", "H26.33;;chính thức;")
    report = read(tmp_path, STATES, *rows, before=before)
    assert report.coverage.lines == before.lines
    found = {each.agency: (each.process, each.operation) for each in report.coverage.processes}
    assert found == {
        "H26.15": (ProcessState.APPROVED, Operation.TRIAL),
        "H26.31": (ProcessState.SUBMITTED, Operation.NONE),
        "H26.33": (ProcessState.NOT_DRAWN, Operation.OFFICIAL),
    }
    assert {code for _, code in codes(report)} == {
        "approved.no_since", "approved.operated_unapproved",
    }  # fmt: skip
    wrong = read(
        tmp_path, STATES, "H26.15;gần xong;;", ";đã duyệt;;", "H26.31;;;", "H26.31;chưa;chính thức;"
    )
    assert {code for _, code in codes(wrong)} >= {
        "approved.bad_state", "approved.no_agency", "approved.agency_twice",
    }  # fmt: skip


def test_json_says_the_same_and_other_files_are_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "ds.json"
    path.write_text(json.dumps([dict(zip(HEAD.split(";"), GOOD.split(";"), strict=True))]), "utf-8")
    books = shipped_reference()
    empty = CoverageList()
    report = import_approved(path, "2", books.procedures, books.agencies, empty)
    assert report.coverage == read(tmp_path, HEAD, GOOD).coverage
    with pytest.raises(WrongColumnsError):
        read(tmp_path, "a;b", "1;2")
    for data in (b"", b"\xff\xfe1", b"a;b\n\x00", b"PK\x03\x04"):
        path.write_bytes(data)
        with pytest.raises(CatalogueError):
            import_approved(path, "2", books.procedures, books.agencies, empty)


def test_a_kept_list_is_used_and_a_published_file_says_the_same(
    counter: Counter, tmp_path: Path
) -> None:
    coverage = read(tmp_path, HEAD, GOOD, LATER).coverage
    store, today = counter.workplace.store, counter.clock.at.date()
    assert keep_coverage(store, coverage, valid_from=today)
    assert not keep_coverage(store, coverage, valid_from=today)
    assert activate_staged(store, today) == ("coverage",)
    with store.reading() as tx:
        found = load_reference(
            lambda name: each.body if (each := tx.catalogues.active(name)) else None
        )
    assert found.coverage == coverage
    assert from_plain(CoverageList, json.loads(coverage_file(coverage))) == coverage
