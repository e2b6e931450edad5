from __future__ import annotations

import contextlib
import random
import struct
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from counter_app.domain.errors.catalogue import (
    CatalogueError,
    FilePackedError,
    FileUnreadableError,
    OldWorkbookError,
    TooManyRowsError,
    WorkbookBrokenError,
)
from counter_app.papers import sheet_reader
from counter_app.papers.sheet_reader import read_workbook


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "danh mục.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Thủ tục"
    sheet.append(["Mã", "Tên", None, "Ngày"])
    sheet.append([1.00487, "Đăng ký", "   ", datetime(2026, 11, 20, 8, 0)])
    sheet["B5"] = True
    sheet["A5"] = 7
    hidden = made.create_sheet("Cũ")
    hidden.append(["Mã"])
    hidden.sheet_state = "hidden"
    made.create_sheet("Trống")
    made.save(path)
    return path


def test_values_come_with_the_numbers_that_the_spreadsheet_shows(book: Path) -> None:
    first, empty = read_workbook(book)
    assert (first.name, empty.name, empty.rows) == ("Thủ tục", "Trống", ())
    assert [row.number for row in first.rows] == [1, 2, 5]
    assert first.rows[0].cells[:4] == ("Mã", "Tên", None, "Ngày")
    assert first.rows[1].cells[:4] == (1.00487, "Đăng ký", None, date(2026, 11, 20))
    assert first.rows[2].cells[:2] == (7, True)


def test_a_workbook_of_another_program_and_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet("A")
        sheet.write("A1", "Mã TTHC")
        sheet.write_formula("B1", '="Tên"&" TTHC"', value="Tên TTHC")
        chart = made.add_chart({"type": "line"})
        chart.add_series({"values": "=A!$A$1:$B$1"})
        made.add_chartsheet("Biểu đồ").set_chart(chart)
    (only,) = read_workbook(path)
    assert only.rows[0].cells[:2] == ("Mã TTHC", "Tên TTHC")


def test_a_false_dimension_cuts_nothing_off(book: Path, tmp_path: Path) -> None:
    path = _changed(book, tmp_path, b'<dimension ref="A1:D5"', b'<dimension ref="A1:A1"')
    assert len(read_workbook(path)[0].rows) == 3


def test_progress_never_passes_its_total_and_ends_there(tmp_path: Path) -> None:
    path = tmp_path / "dài.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as made:
        sheet = made.add_worksheet()
        for row in range(2600):
            sheet.write_row(row, 0, [f"1.{row:06d}", "Tên"])
    seen: list[tuple[int, int]] = []
    (read,) = read_workbook(path, lambda done, total: seen.append((done, total)))
    assert len(read.rows) == 2600
    assert len(seen) >= 5
    assert all(done <= total for done, total in seen)
    assert seen == sorted(seen)
    assert seen[-1] == (2600, 2600)


def test_too_many_rows_stop_the_reading(
    monkeypatch: pytest.MonkeyPatch, book: Path, tmp_path: Path
) -> None:
    far = _changed(book, tmp_path, b'<row r="5"', b'<row r="99999999"')
    with pytest.raises(TooManyRowsError):
        read_workbook(far)
    monkeypatch.setattr(sheet_reader, "MAX_ROWS", 2)
    with pytest.raises(TooManyRowsError) as caught:
        read_workbook(book)
    assert caught.value.facts == {"file": "danh mục.xlsx", "limit": 2}


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(310):
            part.write(bytes(1_000_000))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(FilePackedError):
        read_workbook(path)


def test_a_zip_that_lies_about_its_sizes_is_broken(book: Path, tmp_path: Path) -> None:
    data = bytearray(book.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", data, at + 24, 10)  # the unpacked size in the directory
        at = data.find(b"PK\x01\x02", at + 1)
    path = tmp_path / "lie.xlsx"
    path.write_bytes(data)
    with pytest.raises(WorkbookBrokenError):
        read_workbook(path)


def test_an_xml_bomb_is_refused(book: Path, tmp_path: Path) -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = _changed(book, tmp_path, b"<worksheet", doctype + b"<worksheet")
    with pytest.raises(FilePackedError):
        read_workbook(path)


def test_what_is_no_workbook(tmp_path: Path) -> None:
    old = tmp_path / "a.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    with pytest.raises(OldWorkbookError):
        read_workbook(old)
    with pytest.raises(FileUnreadableError):
        read_workbook(tmp_path / "missing.xlsx")
    with pytest.raises(FileUnreadableError):
        read_workbook(tmp_path)
    plain = tmp_path / "a.zip"
    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("a.txt", "không phải bảng tính")
    with pytest.raises(WorkbookBrokenError):
        read_workbook(plain)


def test_damage_is_an_error_of_ours_or_does_no_harm(book: Path, tmp_path: Path) -> None:
    whole = book.read_bytes()
    chance = random.Random(20261120)  # always the same damage
    path = tmp_path / "hỏng.xlsx"
    errors = 0
    for turn in range(300):
        data = bytearray(whole)
        if turn % 3 == 0:
            data = data[: chance.randrange(len(data))]
        for _ in range(chance.randrange(1, 8)):
            if data:
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            read_workbook(path)
        except CatalogueError:
            errors += 1
    assert errors > 150


def test_damage_inside_the_xml_is_an_error_of_ours_or_does_no_harm(
    book: Path, tmp_path: Path
) -> None:
    chance = random.Random(20261121)
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    path = tmp_path / "hỏng.xlsx"
    for _ in range(150):
        name = chance.choice(sorted(parts))
        damaged = bytearray(parts[name])
        for _ in range(chance.randrange(1, 4)):
            start = chance.randrange(len(damaged))
            damaged[start : start + chance.randrange(1, 30)] = bytes([chance.randrange(32, 127)])
        with zipfile.ZipFile(path, "w") as package:
            for each, content in parts.items():
                package.writestr(each, bytes(damaged) if each == name else content)
        with contextlib.suppress(CatalogueError):
            read_workbook(path)


def _changed(book: Path, folder: Path, before: bytes, after: bytes) -> Path:
    """Return a copy of `book` with bytes of its first sheet replaced."""
    path = folder / "khác.xlsx"
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert before in content
                content = content.replace(before, after)
            target.writestr(name, content)
    return path
