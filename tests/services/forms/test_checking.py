"""A changed set is checked wholly before it can be used: real files, whole and broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counter_app.domain.errors.home import PathUnusableError
from counter_app.papers.fonts import FontChoice, choose_fonts
from counter_app.services.counter.reference import shipped_form_sets
from counter_app.services.forms.checking import CheckReport, check_files
from counter_app.wording.forms import finding_words
from counter_app.wording.sentences import problems
from tests.services.forms.changed import SET, copied, edit, provincial

pytestmark = pytest.mark.long
BASE = f"{SET}.json"
GUIDE, LEDGER = f"{SET}/letters/guide.json", f"{SET}/sheets/ledger.json"


@pytest.fixture(scope="module")
def fonts() -> FontChoice:
    return choose_fonts()


def wrong(report: CheckReport) -> list[tuple[str, str, str]]:
    """Return file, place and code of what keeps a set from being used."""
    assert not report.is_usable
    return [(each.file, each.place, each.problem.code) for each in report.wrong]


def test_the_shipped_sets_pass(tmp_path: Path, fonts: FontChoice) -> None:
    for form_set in shipped_form_sets():
        report = check_files(copied(tmp_path / form_set.id, form_set.id), fonts)
        assert report.is_usable
        assert report.doubtful == ()
        assert report.form_set == form_set


def test_header_texts_order_and_margins_may_change(tmp_path: Path, fonts: FontChoice) -> None:
    report = check_files(provincial(tmp_path / "tinh"), fonts)
    assert report.is_usable, report.wrong
    found = report.form_set
    assert found is not None
    assert found.title == "Biểu mẫu của tỉnh Ví Dụ"
    assert found.letters["guide"].title == "PHIẾU HƯỚNG DẪN CỦA TỈNH"
    assert found.margins.left == 150
    assert found.sheets["ledger"].margins.top == 180


def test_a_set_is_found_by_its_file_its_folder_or_that_of_its_forms(
    tmp_path: Path, fonts: FontChoice
) -> None:
    folder = provincial(tmp_path / "tinh")
    found = [check_files(path, fonts).form_set for path in (folder, folder / BASE, folder / SET)]
    assert found[0] == found[1] == found[2] is not None


def test_forms_that_are_left_out_go_on_as_they_ship(tmp_path: Path, fonts: FontChoice) -> None:
    folder = copied(tmp_path / "tinh")
    shutil.rmtree(folder / SET / "sheets")
    (folder / SET / "letters" / "apology.json").unlink()
    report = check_files(folder, fonts)
    assert report.is_usable
    assert report.form_set == shipped_form_sets()[-1]


def _unbroken(plain: dict[str, Any]) -> None:
    plain["notes"] = [("Ghi chú dài. " * 70).strip()] * 8


BROKEN: dict[str, tuple[str, Callable[[dict[str, Any]], object], str, str]] = {
    "no date": (BASE, lambda p: p.pop("effective_from"), "/effective_from", "form_set_no_date"),
    "odd date": (
        BASE, lambda p: p.update(effective_from="0001-01-01"), "/effective_from",
        "form_set_date_odd",
    ),
    "date in words": (
        BASE, lambda p: p.update(effective_from="01/7/2025"), "/effective_from",
        "form_set_no_date",
    ),
    "no basis": (BASE, lambda p: p.pop("basis"), "/basis", "form_set_no_basis"),
    "empty basis": (BASE, lambda p: p.update(basis=""), "/basis", "form_set_no_basis"),
    "path as id": (BASE, lambda p: p.update(id="../TT03"), "/id", "form_set_id"),
    "slip of the hand": (
        BASE, lambda p: p.update(tilte="Biểu mẫu"), "/tilte", "form_set_name_unknown",
    ),
    "unknown value": (
        GUIDE, lambda p: p["blocks"].insert(0, {"paragraph": {"text": "Gọi {fax}."}}),
        "/blocks/0/paragraph/text", "letter_value_unknown",
    ),
    "unknown name in a receipt": (
        BASE, lambda p: p["receipt"].update(lookup_note="Xem {trang}"), "/receipt/lookup_note",
        "letter_value_unknown",
    ),
    "brace": (
        BASE, lambda p: p["receipt"].update(lookup_note="Xem {lookup"), "/receipt/lookup_note",
        "letter_place_unreadable",
    ),
    "unknown field": (
        BASE, lambda p: p["receipt"]["fields"][0].update(key="fax"), "/receipt/fields/0/key",
        "form_set_value",
    ),
    "margin of 90 mm": (
        LEDGER, lambda p: p["margins"].update(left=900), "/margins/left", "form_set_margin",
    ),
    "margin of 90 mm on A5": (
        BASE, lambda p: p.update(margins={"left": 900}), "/margins/left", "form_set_margin",
    ),
    "no room for symbols": (
        BASE, lambda p: p.update(margins={"left": 280, "right": 280}), "/margins",
        "form_set_symbols_crowded",
    ),
    "a head too few": (
        BASE, lambda p: p["receipt"]["table"]["heads"].pop(), "/receipt/table/heads",
        "form_set_count",
    ),
    "table gone": (
        LEDGER, lambda p: p.update(tables={}), "/tables/rows", "form_set_missing",
    ),
    "columns too wide": (
        LEDGER, lambda p: p["tables"]["rows"]["columns"][2].update(width=2000),
        "/tables/rows/columns", "letter_columns_wide",
    ),
    "text too long": (GUIDE, lambda p: p.update(title="DÀI " * 60 + "Ạ"), "/title",
                      "letter_text_long"),
    "longer than a page": (GUIDE, _unbroken, "", "letter_not_printable"),
    "number as a text": (
        LEDGER, lambda p: p["margins"].update(left="20"), "/margins/left", "form_set_value",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_set_says_file_place_and_what(
    name: str, tmp_path: Path, fonts: FontChoice
) -> None:
    file, change, place, code = BROKEN[name]
    folder = copied(tmp_path / "tinh")
    edit(folder / file, change)
    report = check_files(folder, fonts)
    assert (file, place, code) in wrong(report)
    for each in report.wrong:
        said = finding_words(each.file, each.place, each.problem)
        assert said.startswith(each.file)
        assert "form_set" not in said
        assert "{" not in said.replace("{trang}", "")


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path, fonts: FontChoice) -> None:
    folder = copied(tmp_path / "tinh")
    edit(folder / BASE, lambda plain: plain.pop("basis"))
    edit(folder / GUIDE, lambda plain: plain.pop("name"))
    edit(folder / LEDGER, lambda plain: plain.update(landscape="có"))
    assert wrong(check_files(folder, fonts)) == [
        (BASE, "/basis", "form_set_no_basis"),
        (GUIDE, "/name", "form_set_missing"),
        (LEDGER, "/landscape", "form_set_value"),
    ]


def test_a_file_that_is_cut_off_says_line_and_column(tmp_path: Path, fonts: FontChoice) -> None:
    folder = copied(tmp_path / "tinh")
    whole = (folder / GUIDE).read_bytes()
    (folder / GUIDE).write_bytes(whole[: len(whole) // 2])
    report = check_files(folder, fonts)
    ((file, place, code),) = wrong(report)
    assert (file, code) == (GUIDE, "form_set_not_json")
    line = int(place.partition(":")[0])
    assert line > 3
    assert f"dòng {line}, cột" in finding_words(file, place, report.wrong[0].problem)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "form_set_not_json"),
        (b"\xff\xfe{\x00}\x00", "form_set_not_utf8"),
        (b"[" * 100_000, "form_set_not_json"),
        (b"[]", "form_set_value"),
        (b"null", "form_set_value"),
        (b"{}", "form_set_no_date"),
        (b'{"id": "A", "id": "B"}', "form_set_twice"),
        (b" " * 1_000_001, "form_set_big"),
        (b'{"id": NaN}', "form_set_no_date"),
    ],
)
def test_what_is_no_form_set_at_all(
    raw: bytes, code: str, tmp_path: Path, fonts: FontChoice
) -> None:
    file = tmp_path / "bo.json"
    file.write_bytes(raw)
    report = check_files(file, fonts)
    assert code in {found for _, _, found in wrong(report)}
    assert code in problems()


def test_a_byte_order_mark_of_a_windows_editor_is_no_fault(
    tmp_path: Path, fonts: FontChoice
) -> None:
    folder = copied(tmp_path / "tinh")
    (folder / BASE).write_bytes(b"\xef\xbb\xbf" + (folder / BASE).read_bytes())
    assert check_files(folder, fonts).is_usable


def test_folders_without_a_set_or_with_several(tmp_path: Path, fonts: FontChoice) -> None:
    empty = tmp_path / "trong"
    empty.mkdir()
    assert wrong(check_files(empty, fonts)) == [("trong", "", "form_set_none")]
    folder = copied(tmp_path / "tinh")
    (folder / "khac.json").write_text("{}")
    assert wrong(check_files(folder, fonts)) == [("tinh", "", "form_set_several")]
    with pytest.raises(PathUnusableError):
        check_files(tmp_path / "gone.json", fonts)


def test_a_form_in_a_folder_of_another_name_is_seen(tmp_path: Path, fonts: FontChoice) -> None:
    folder = copied(tmp_path / "tinh")
    (folder / SET / "letters").rename(folder / SET / "leters")
    assert (f"{SET}/leters/guide.json", "", "form_set_name_unknown") in wrong(
        check_files(folder, fonts)
    )


def test_a_set_of_a_new_circular_may_lack_a_letter_but_it_is_said(
    tmp_path: Path, fonts: FontChoice
) -> None:
    file = tmp_path / "TT09-2027.json"
    plain = json.loads((copied(tmp_path / "tinh") / BASE).read_bytes())
    plain |= {"id": "TT09-2027", "effective_from": "2027-01-01"}
    file.write_text(json.dumps(plain), encoding="utf-8")
    report = check_files(file, fonts)
    assert report.is_usable
    assert {each.problem.code for each in report.doubtful} == {"form_set_lacks"}
    assert len(report.doubtful) == 20
