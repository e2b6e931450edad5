"""300 procedures as the national portal publishes them, through the importer.

The file isn't part of the project: it is taken from `COUNTER_SHARED_DATA`, or from `shared/data`
beside the checkout. Without it a stand-in with the same faults is made, so that nothing is skipped.
"""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from counter_app.domain.deadlines.limit import LimitUnit
from counter_app.domain.plain import from_plain, to_plain
from counter_app.domain.procedures.procedure import Procedure
from counter_app.services.catalogue_import.catalogue_file import import_catalogue
from counter_app.services.catalogue_import.report import ImportReport
from counter_app.wording.catalogue import PROBLEMS

ROOT = Path(__file__).resolve().parents[3]
CHANNELS = {"counter": "Trực tiếp", "online": "Trực tuyến", "post": "Dịch vụ bưu chính"}
UNITS = {"working_day": "ngày làm việc", "day": "ngày", "hour": "giờ", "unknown": None, None: None}


def portal_list() -> list[dict[str, Any]]:
    folder = Path(os.environ.get("COUNTER_SHARED_DATA") or ROOT.parent / "shared" / "data")
    path = folder / "procedures-300.json"
    if path.is_file():
        procedures: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["procedures"]
        return procedures
    return stand_in()


def stand_in() -> list[dict[str, Any]]:
    chance = random.Random(300)
    made = []
    for number in range(300):
        unit = chance.choice(["working_day", "day", "hour", "unknown"])
        channels = [
            {
                "channel": channel,
                "time": float(chance.choice([1, 3, 15])),
                "unit": unit,
                "fee_vnd": chance.choice([None, 0, 0, 0, 40, 50_000]),
                "fee_set_by_province": chance.random() < 0.3,
            }
            for channel in chance.sample(sorted(CHANNELS), chance.randint(1, 3))
        ]
        papers = [
            {
                "name": chance.choice(["Tờ khai", "Bản sao giấy tờ", "Lưu ý: mang bản chính"])
                + f" {paper}",
                "originals": 1,
                "copies": 0,
                "case": chance.choice(["", "Trường hợp một"]),
                "present_only": paper == 3,
            }
            for paper in range(55 if number == 7 else chance.randint(0, 8))
        ]
        made.append(
            {
                "code": f"1.{number:06d}",
                "name": "ế" * 919 if number == 0 else f"Thủ tục {number % 290}",
                "domain": "Hộ tịch",
                "agency": None,
                "level": "Cấp tỉnh, Cấp xã, Cơ quan khác" if number % 9 == 0 else "Cấp xã",
                "subjects": "Công dân Việt Nam",
                "channels": channels,
                "documents": papers,
                "results": ["Giấy chứng nhận"],
            }
        )
    return made


def rows_of(item: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one portal record as rows of our format: a head, then channels, then papers."""
    code = item["code"]
    head = {
        "Mã TTHC": code,
        "Tên TTHC": item["name"],
        "Lĩnh vực": item["domain"],
        "Cơ quan thực hiện": item["agency"],
        "Cấp thực hiện": item["level"],
        "Đối tượng": item["subjects"],
        "Kết quả": "\n".join(item["results"]),
    }
    rows = [head]
    for channel in item["channels"]:
        row = {
            "Mã TTHC": code,
            "Kênh": CHANNELS[channel["channel"]],
            "Thời hạn": channel["time"],
            "Đơn vị thời hạn": UNITS[channel["unit"]],
            "Mức thu": channel["fee_vnd"],
        }
        if channel.get("fee_set_by_province"):
            row["Mức thu"] = "HĐND tỉnh quy định"
        if channel.get("fee_list_vnd"):
            row["Mức thu"] = "; ".join(map(str, channel["fee_list_vnd"]))
        rows.append(row)
    rows += [
        {
            "Mã TTHC": code,
            "Giấy tờ": paper["name"],
            "Bản chính": paper["originals"],
            "Bản sao": paper["copies"],
            "Trường hợp": paper.get("case"),
            "Mẫu đơn": paper.get("form"),
            "Chỉ xuất trình": "x" if paper.get("present_only") else None,
        }
        for paper in item["documents"]
    ]
    return rows


@pytest.fixture(scope="module")
def items() -> list[dict[str, Any]]:
    return portal_list()


@pytest.fixture(scope="module")
def report(items: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> ImportReport:
    path = tmp_path_factory.mktemp("portal") / "portal.json"
    path.write_text(json.dumps([row for item in items for row in rows_of(item)]), "utf-8")
    return import_catalogue(path)


def test_every_procedure_goes_in_whole_or_is_named(
    items: list[dict[str, Any]], report: ImportReport
) -> None:
    taken = {procedure.code for procedure in report.imported}
    refused = {found.code for found in report.refused}
    assert taken | refused == {item["code"] for item in items}
    assert not taken & refused
    assert len(taken) >= 0.9 * len(items)
    assert report.ignored_columns == ()
    names = {procedure.code: procedure.name for procedure in report.imported}
    assert max(len(name) for name in names.values()) == 919
    print(f"\n{len(taken)} taken, {len(refused)} refused, {len(report.doubtful)} doubts:")
    for code, count in Counter(found.problem.code for found in report.doubtful).most_common():
        print(f"  {count:5} {code}")


def test_nothing_is_guessed(items: list[dict[str, Any]], report: ImportReport) -> None:
    by_code = {procedure.code: procedure for procedure in report.imported}
    said_zero = 0
    for item in items:
        procedure = by_code.get(item["code"])
        if procedure is None:
            continue
        for channel in item["channels"]:
            terms = next(
                each for each in procedure.channels if each.channel.value == channel["channel"]
            )
            if channel["unit"] in (None, "unknown"):
                assert terms.limit.unit is LimitUnit.UNKNOWN
            if channel["fee_vnd"] == 0:
                said_zero += 1
                assert all(rule.amount != 0 for rule in terms.fees)
        asked = sum(len(case.papers) for case in procedure.cases)
        different = {tuple(sorted(map(str, paper.items()))) for paper in item["documents"]}
        assert asked <= len(item["documents"])
        assert asked >= len({paper["name"] for paper in item["documents"]}) or not different
    assert said_zero


def test_each_doubt_has_a_row_and_a_sentence(report: ImportReport) -> None:
    found = {each.problem.code for each in report.doubtful}
    assert {
        "catalogue.limit_without_unit",
        "catalogue.note_as_paper",
        "catalogue.fee_by_council",
        "catalogue.fee_zero",
        "catalogue.same_name",
    } <= found
    for each in (*report.doubtful, *report.refused):
        assert each.row >= 1
        assert PROBLEMS[each.problem.code].format_map(dict(each.problem.facts))


def test_what_was_taken_survives_the_plain_form(report: ImportReport) -> None:
    for procedure in report.imported:
        plain = json.loads(json.dumps(to_plain(procedure)))
        assert from_plain(Procedure, plain) == procedure


def test_the_same_list_as_a_workbook_says_the_same(
    items: list[dict[str, Any]], report: ImportReport, tmp_path: Path
) -> None:
    rows = [row for item in items for row in rows_of(item)]
    headings = list(dict.fromkeys(key for row in rows for key in row))
    path = tmp_path / "portal.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Danh mục")
        sheet.write_row(0, 0, headings)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(heading) for heading in headings])
    read = import_catalogue(path)
    assert read.imported == report.imported
    assert read.rows_read == report.rows_read
    # The workbook has one row more above: its headings.
    assert [found.row - 1 for found in read.doubtful] == [found.row for found in report.doubtful]


def test_the_stand_in_has_the_same_faults(tmp_path: Path) -> None:
    path = tmp_path / "stand-in.json"
    path.write_text(json.dumps([row for item in stand_in() for row in rows_of(item)]), "utf-8")
    report = import_catalogue(path)
    assert len(report.imported) == 300
    assert {"catalogue.fee_small", "catalogue.value_unread", "catalogue.same_name"} <= {
        found.problem.code for found in report.doubtful
    }
