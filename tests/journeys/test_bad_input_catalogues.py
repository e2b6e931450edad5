"""Files that are given as a province's list: none of them may harm the list in use."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from counter_app.config import resource
from counter_app.store.store import Store
from tests.journeys.bad_input import Commands, kept, refused

HEADINGS = ["Mã TTHC", "Tên TTHC", "Thời hạn", "Giấy tờ", "Bản chính"]
GOOD_ROW = ["1.004837", "Đăng ký giám hộ", "3 ngày làm việc", "Tờ khai", 1]
MEGABYTE = 1_000_000


def workbook(*rows: list[object]) -> bytes:
    """Return a real xlsx with these rows."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Danh mục")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def zipped(**members: bytes) -> bytes:
    """Return a zip with these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


def torn(path: Path) -> None:
    whole = workbook(HEADINGS, GOOD_ROW)
    path.write_bytes(whole[: len(whole) // 2])


def flipped(path: Path) -> None:
    whole = bytearray(workbook(HEADINGS, GOOD_ROW))
    for at in range(200, len(whole) - 400, 97):
        whole[at] ^= 0x55
    path.write_bytes(whole)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(100 * MEGABYTE)


def bomb(path: Path) -> None:
    """Small on disk; would unpack to more than any list."""
    data = workbook(HEADINGS, GOOD_ROW)
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            is_sheet = name.endswith("sheet1.xml")
            made.writestr(name, b" " * 300 * MEGABYTE if is_sheet else source.read(name))
    path.write_bytes(target.getvalue())


def written(data: bytes | str) -> Callable[[Path], None]:
    """Return what writes `data`."""
    raw = data if isinstance(data, bytes) else data.encode()
    return lambda path: void(path.write_bytes(raw))


def void(_: object) -> None:
    """Drop a value."""


FILES: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "not there": ("a.xlsx", lambda _: None, "catalogue.unreadable"),
    "a folder": ("a.xlsx", lambda path: path.mkdir(), "catalogue.unreadable"),
    "a pipe": ("a.xlsx", os.mkfifo, "catalogue.unreadable"),
    "a link to nowhere": (
        "a.xlsx",
        lambda path: path.symlink_to("nowhere"),
        "catalogue.unreadable",
    ),
    "empty": ("a.xlsx", written(b""), "catalogue.empty"),
    "100 MB": ("a.xlsx", sparse, "catalogue.too_large"),
    "zip bomb": ("a.xlsx", bomb, "catalogue.packed"),
    "cut xlsx": ("a.xlsx", torn, "catalogue.broken"),
    "flipped bytes": ("a.xlsx", flipped, "catalogue.broken"),
    "junk after PK": ("a.xlsx", written(b"PK\x03\x04 junk"), "catalogue.broken"),
    "a letter (docx)": (
        "a.xlsx",
        written(zipped(**{"word/document.xml": b"<w/>", "[Content_Types].xml": b"<T/>"})),
        "catalogue.broken",
    ),
    "old xls": (
        "a.xls",
        written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9),
        "catalogue.old_workbook",
    ),
    "PDF": ("a.pdf", written(b"%PDF-1.7\n"), "catalogue.unknown_kind"),
    "picture": ("a.png", written(b"\x89PNG\r\n\x1a\n" + bytes(90)), "catalogue.unknown_kind"),
    "csv": ("a.csv", written("Mã TTHC;Tên TTHC\n1.004837;Giám hộ\n"), "catalogue.unknown_kind"),
    "web page": ("a.json", written("<html>Đăng nhập</html>"), "catalogue.unknown_kind"),
    "wrong columns": (
        "a.xlsx",
        written(workbook(["Họ tên", "Ngày sinh"], ["Trần Thị Mẫu", "1990"])),
        "catalogue.wrong_columns",
    ),
    "no code column": (
        "a.xlsx",
        written(workbook(["Tên TTHC", "Thời hạn"], ["Giám hộ", "3 ngày"])),
        "catalogue.wrong_columns",
    ),
    "headings only": ("a.xlsx", written(workbook(HEADINGS)), "catalogue.empty"),
    "blank sheet": ("a.xlsx", written(workbook()), "catalogue.empty"),
    "half a JSON": (
        "a.json",
        written(resource("procedures", "starter.json").read_bytes()[:5000]),
        "catalogue.not_json",
    ),
    "JSON in another code page": (
        "a.json",
        written('[{"Mã TTHC": "1.004837", "Tên TTHC": "Đăng ký"}]'.encode("utf-16")),
        "catalogue.encoding",
    ),
    "an empty JSON list": ("a.json", written("[]"), "catalogue.empty"),
    "a JSON without end": ("a.json", written("[" * 200_000), "catalogue.not_json"),
}


@pytest.mark.parametrize(("name", "make", "code"), FILES.values(), ids=FILES.keys())
@pytest.mark.timeout(20)
def test_a_file_that_is_no_list_changes_nothing(
    name: str,
    make: Callable[[Path], None],
    code: str,
    home: Path,
    tmp_path: Path,
    command: Commands,
) -> None:
    before, lists = kept(home), listed(home)
    make(tmp_path / name)
    refused(command("import-catalogue", tmp_path / name, home=home), code)
    assert kept(home) == before
    assert listed(home) == lists


def listed(home: Path) -> tuple[object, ...]:
    """Return the lists that the store of `home` holds."""
    with Store.open(home / "store.db", None) as store, store.reading() as tx:
        return tuple(tx.catalogues.listing())


ROWS: dict[str, list[object]] = {
    "a code that is none": ["sai mã", "Thủ tục sai mã", "1 ngày", "Đơn", 1],
    "a name without a code": [None, "Thủ tục không mã", "1 ngày", "Đơn", 1],
    "a code without a name": ["1.000001", None, "1 ngày", "Đơn", 1],
    "a name without end": ["1.000002", "Đ" * 5000, "1 ngày", "Đơn", 1],
    "days without a unit": ["1.000003", "Thủ tục", "07", "Đơn", 1],
    "a limit in prose": ["1.000004", "Thủ tục", "sớm nhất có thể", "Đơn", 1],
    "the same name twice": ["1.000005", "Đăng ký giám hộ", "1 ngày", "Đơn", 1],
    "an error in a cell": ["1.000006", "#REF!", "1 ngày", "Đơn", 1],
    "a negative count": ["1.000007", "Thủ tục", "1 ngày làm việc", "Đơn", -5],
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_a_bad_row_is_named_and_the_others_are_taken(
    row: list[object], home: Path, tmp_path: Path, command: Commands
) -> None:
    before = kept(home)
    (tmp_path / "a.xlsx").write_bytes(workbook(HEADINGS, GOOD_ROW, row))
    done = command("import-catalogue", tmp_path / "a.xlsx", "--version", "2026.9", home=home)
    assert done.code == 0, done.err
    assert "dòng 3:" in done.out or "dòng 2:" in done.out
    assert "catalogue." not in done.out
    after = kept(home)
    assert after == before
    (line,) = [each for each in listed(home) if getattr(each, "version", "") == "2026.9"]
    with Store.open(home / "store.db", None) as store, store.reading() as tx:
        found = tx.catalogues.get("procedures", "2026.9")
    assert found is not None
    assert "1.004837" in {each["code"] for each in json.loads(found.body)["procedures"]}
    assert line


def test_a_list_for_a_counter_that_isn_t_one_yet(tmp_path: Path, command: Commands) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(HEADINGS, GOOD_ROW))
    done = command("import-catalogue", tmp_path / "a.xlsx", home=tmp_path / "home")
    refused(done, "work.not_enrolled")


def test_a_list_that_another_program_is_writing(
    home: Path, tmp_path: Path, command: Commands
) -> None:
    """Cut again and again while it is read: each time a sentence or a whole list, never more."""
    path = tmp_path / "a.xlsx"
    whole = workbook(HEADINGS, GOOD_ROW)
    path.write_bytes(whole)
    over = threading.Event()

    def rewrite() -> None:
        while not over.is_set():
            path.write_bytes(whole[: len(whole) // 2])
            path.write_bytes(whole)

    other = threading.Thread(target=rewrite)
    other.start()
    try:
        done = [command("import-catalogue", path, "--check", home=home) for _ in range(10)]
    finally:
        over.set()
        other.join()
    assert {each.code for each in done} <= {0, 1}
    assert not any("Traceback" in each.err for each in done)
