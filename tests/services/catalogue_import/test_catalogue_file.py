from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from counter_app.config import resource
from counter_app.domain.errors.catalogue import CatalogueError
from counter_app.services.catalogue_import import catalogue_file
from counter_app.services.catalogue_import.catalogue_file import import_catalogue
from counter_app.wording.catalogue import PROBLEMS, WORDS

HEADINGS = ["Mã TTHC", "Tên TTHC", "Thời hạn", "Giấy tờ", "Bản chính", "Ghi chú thêm"]
ROWS: list[list[Any]] = [
    ["1.004837", "Đăng ký giám hộ", "3 ngày làm việc", "Tờ khai", 1, "…"],
    [None, None, None, "Văn bản cử", 1, None],
    [1.00487, "Thủ tục mã số kiểu số", 7, "Đơn", 1, None],
    ["sai mã", "Thủ tục sai mã", "1 ngày", "Đơn", 1, None],
]


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> Path:
    with xlsxwriter.Workbook(path) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def in_memory(sheets: dict[str, list[list[Any]]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return target.getvalue()


def test_a_sheet_with_titles_above_and_one_row_a_paper(tmp_path: Path) -> None:
    title = ["DANH MỤC THỦ TỤC HÀNH CHÍNH TỈNH MẪU"]
    path = workbook(
        tmp_path / "a.xlsx",
        {"Hướng dẫn": [["Đọc kỹ"]], "Danh mục": [title, [], HEADINGS, *ROWS]},
    )
    report = import_catalogue(path)
    first, second = report.imported
    assert [paper.name for paper in first.papers_of()] == ["Tờ khai", "Văn bản cử"]
    assert second.code == "1.004870"
    assert report.rows_read == 4
    assert report.ignored_columns == ("Ghi chú thêm",)
    (doubt,) = report.doubtful
    assert (doubt.problem.code, doubt.row, doubt.sheet) == (
        "catalogue.limit_without_unit",
        6,
        "Danh mục",
    )
    (refused,) = report.refused
    assert (refused.problem.code, refused.row, refused.code) == ("catalogue.bad_code", 7, "sai mã")
    for found in (doubt, refused):
        assert PROBLEMS[found.problem.code].format_map(dict(found.problem.facts))


def test_sheets_of_their_own_say_the_same_as_one_sheet(tmp_path: Path) -> None:
    code = "1.004837"
    apart = workbook(
        tmp_path / "apart.xlsx",
        {
            "Thủ tục": [["Mã thủ tục", "Tên thủ tục"], [code, "Đăng ký giám hộ"]],
            "Thời hạn": [["Mã", "Kênh", "Thời hạn"], [code, "trực tiếp", "3 ngày làm việc"]],
            "Giấy tờ": [["Mã TTHC", "Giấy tờ", "Bản chính"], [code, "Tờ khai", 1]],
            "Phí": [["Mã TTHC", "Mức thu", "Tên phí"], [code, 8000, "Lệ phí hộ tịch"]],
        },
    )
    row = {
        "Mã thủ tục": code,
        "Tên thủ tục": "Đăng ký giám hộ",
        "Kênh": "trực tiếp",
        "Thời hạn": "3 ngày làm việc",
        "Giấy tờ": "Tờ khai",
        "Bản chính": 1,
        "Mức thu": 8000,
        "Tên phí": "Lệ phí hộ tịch",
    }
    together = tmp_path / "together.json"
    together.write_text(json.dumps([row]), "utf-8")
    reports = import_catalogue(apart), import_catalogue(together)
    assert reports[0].imported == reports[1].imported
    # The fee's row names no channel, so it holds for the one that is offered.
    assert [rule.amount for rule in reports[0].imported[0].channels[0].fees] == [8000]
    assert all(not report.doubtful and not report.refused for report in reports)


def test_our_own_file_comes_back_as_it_was_with_decomposed_letters_too(tmp_path: Path) -> None:
    import unicodedata

    text = resource("procedures", "starter.json").read_text("utf-8")
    path = tmp_path / "của ta.json"
    path.write_text("\ufeff" + unicodedata.normalize("NFD", text), "utf-8")
    report = import_catalogue(path)
    assert len(report.imported) == report.rows_read >= 25
    assert report.imported == import_catalogue(resource("procedures", "starter.json")).imported
    assert report.refused == ()


def test_items_that_are_no_objects_are_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    row = dict(zip(HEADINGS[:3], ROWS[0][:3], strict=True))
    path.write_text(json.dumps([7, row, "x"]), "utf-8")
    report = import_catalogue(path)
    assert len(report.imported) == 1
    assert [found.row for found in report.refused] == [1, 3]


@pytest.mark.parametrize("kind", ["xlsx", "rows", "plain"])
def test_the_bar_never_goes_back_and_ends_full(tmp_path: Path, kind: str) -> None:
    codes = [f"1.{number:06d}" for number in range(1500)]
    if kind == "xlsx":
        rows: list[list[Any]] = [[code, f"Thủ tục {code}", "1 giờ"] for code in codes]
        path = workbook(tmp_path / "a.xlsx", {"A": [HEADINGS[:3], *rows]})
    else:
        keys = HEADINGS[:2] if kind == "rows" else ["code", "name"]
        items = [dict(zip(keys, (code, f"Thủ tục {code}"), strict=True)) for code in codes]
        path = tmp_path / "a.json"
        path.write_text(json.dumps({"procedures": items}), "utf-8")
    seen: list[tuple[int, int]] = []
    report = import_catalogue(path, lambda done, total: seen.append((done, total)))
    assert len(report.imported) == 1500
    assert len(seen) > 100
    assert seen == sorted(set(seen))
    assert seen[-1][0] == seen[-1][1]


def _zip(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return target.getvalue()


GOOD_BOOK = in_memory({"A": [HEADINGS, *ROWS]})
BAD_FILES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty"),
    "blank text": (b" \r\n\t ", "empty"),
    "empty list": (b"[]", "empty"),
    "empty list inside": (b'{"procedures": []}', "empty"),
    "rows of nothing": (b'[{"M\xc3\xa3 TTHC": "", "T\xc3\xaan TTHC": null}]', "empty"),
    "empty workbook": (in_memory({"A": []}), "empty"),
    "headings only": (in_memory({"A": [HEADINGS]}), "empty"),
    "no code column": (in_memory({"A": [["STT", "Tên TTHC"], [1, "x"]]}), "wrong_columns"),
    "no name column": (in_memory({"A": [["Mã TTHC", "Thời hạn"], [1, "x"]]}), "wrong_columns"),
    "only a code": (in_memory({"A": [["Mã TTHC"], ["1.004837"]]}), "wrong_columns"),
    "headings too deep": (
        in_memory({"A": [["x"] for _ in range(40)] + [HEADINGS, *ROWS]}),
        "wrong_columns",
    ),
    "another list": (in_memory({"Lương": [["Họ tên", "Số tiền"], ["A", 1]]}), "wrong_columns"),
    "rows without names": ('[{"Mã TTHC": "1.004837"}]'.encode(), "wrong_columns"),
    "another object": (b'{"data": []}', "wrong_columns"),
    "procedures no list": (b'{"procedures": {}}', "wrong_columns"),
    "half a workbook": (GOOD_BOOK[: len(GOOD_BOOK) // 2], "broken"),
    "a workbook's first bytes": (GOOD_BOOK[:60], "broken"),
    "empty zip": (_zip(), "broken"),
    "a zip of something else": (_zip(**{"word/document.xml": "<w/>"}), "broken"),
    "bytes after PK": (b"PK\x03\x04" + bytes(range(256)), "broken"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "old_workbook"),
    "csv": ("Mã TTHC,Tên TTHC\n1.004837,x".encode(), "unknown_kind"),
    "html": (b"<!doctype html><title>Wi-Fi</title>", "unknown_kind"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "encoding"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "unknown_kind"),
    "a bare word": (b"null", "unknown_kind"),
    "half a JSON": (b'[\n{"code": "1.0048', "not_json"),
    "a comma too many": (b"[1,]", "not_json"),
    "NaN": (b"[NaN]", "not_json"),
    "a name twice": (b'[{"code": "a", "code": "b"}]', "not_json"),
    "very deep": (b"[" * 100_000, "not_json"),
    "a huge number": (b"[" + b"9" * 10_000 + b"]", "not_json"),
    "TCVN3 bytes": (b'[{"name": "\xd0\xa8ng k\xfd"}]', "encoding"),
    "UTF-16": ('[{"code": "1"}]'.encode("utf-16"), "encoding"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_clear_sentence(tmp_path: Path, name: str) -> None:
    content, code = BAD_FILES[name]
    path = tmp_path / "danh mục.tệp"
    path.write_bytes(content)
    _expect(path, code)


def _expect(path: Path, code: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        import_catalogue(path)
    assert caught.value.code == f"catalogue.{code}"
    sentence = WORDS[caught.value.code]
    assert sentence.placeholders() <= set(caught.value.facts)
    shown = sentence.filled(caught.value.facts)
    assert "…" not in shown
    assert path.name in shown


def test_a_hundred_megabytes_are_refused_without_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lớn.xlsx"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def never(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the file was opened")

    for name in ("open", "read_bytes", "read_text"):
        monkeypatch.setattr(Path, name, never)
    _expect(path, "too_large")


def test_what_the_system_does_not_let_us_read(tmp_path: Path) -> None:
    _expect(tmp_path / "không có.xlsx", "unreadable")
    _expect(tmp_path, "unreadable")
    if hasattr(os, "mkfifo"):
        pipe = tmp_path / "ống"
        os.mkfifo(pipe)
        _expect(pipe, "unreadable")


def test_too_many_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = tmp_path / "a.json"
    many.write_text("[" + ",".join(["0"] * 200_001) + "]", "ascii")
    _expect(many, "too_many_rows")


def test_a_file_that_vanishes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("[]", "ascii")
    real: Callable[[Path], bytes] = catalogue_file._checked_start

    def then_gone(checked: Path) -> bytes:
        start = real(checked)
        checked.unlink()
        return start

    monkeypatch.setattr(catalogue_file, "_checked_start", then_gone)
    _expect(path, "unreadable")


def test_every_error_and_problem_has_words_and_no_word_is_orphaned() -> None:
    from counter_app.domain.errors import catalogue as errors

    leaves = {each.code for each in CatalogueError.__subclasses__()}
    assert leaves == set(WORDS)
    assert errors.CatalogueError.code not in WORDS
    assert all("thất bại" not in text.lower() for text in PROBLEMS.values())
