"""The nine indices against a slow count over the journal; what citizens said; purged or not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

from sqlalchemy import text

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import Drill, ReportSheet, check_code
from counter_app.services.reports.making import behind, make_report
from counter_app.services.reports.shelf import report
from tests.made import NOON
from tests.services.conftest import Counter
from tests.services.reports.shelved import HEAD
from tests.services.reports.targets.lived import live, read

QUARTER = period_of(Step.QUARTER, NOON.date())
Dossier = dict[str, Any]
OWN = ("evaluation_agency", "evaluation_officer", "satisfaction", "evaluation_groups")


def made(counter: Counter, name: str, period: Any = QUARTER) -> ReportSheet:
    return make_report(counter.workplace, HEAD, report(name), period)


def lines(sheet: ReportSheet) -> dict[str, dict[str, Any]]:
    keys = [column.key for column in sheet.columns]
    return {
        str(row.cells[0].value): dict(zip(keys, (c.value for c in row.cells), strict=True))
        for row in sheet.rows
    }


def grades(one: Dossier) -> dict[int, int]:
    """Return index → points that the newest slip gave; the short one speaks of index 7."""
    scores = one["rated"] or []
    if len(scores) == 1:
        return {7: scores[0]}
    asked = (2, 7, 8, 9)
    return {at: scores[at - 1] for at in asked if scores and scores[at - 1] >= 0}


def slow_index(done: list[Dossier], which: tuple[int, ...]) -> int:
    """Return Σ points / Σ dossiers of these indices, summed, in tenths."""
    points: dict[int, Callable[[Dossier], int | None]] = {
        1: lambda one: (
            0 if one["done"] > one["due"] else 2 if one["done"].date() < one["due"].date() else 1
        ),
        3: lambda one: max(0, 2 - one["asked"]),
        4: lambda one: {0: 2, 1: 2, 2: 1}[one["away"]],
        5: lambda one: (2 if not one["away"] else 1) if one["here"] else 0,
        6: lambda one: 2,
        **{at: lambda one, at=at: grades(one).get(at) for at in (2, 7, 8, 9)},  # type: ignore[misc]
    }
    total = Fraction(0)
    for at in which:
        given = [each for each in map(points[at], done) if each is not None]
        assert len(given) >= 5
        total += Fraction(sum(given), len(given))
    return int(total * 10)


def test_the_index_is_what_a_slow_count_finds_also_after_a_purge(counter: Counter) -> None:
    found = read(counter, live(counter, 11, 60))
    first, last = QUARTER.first, QUARTER.last
    done = [one for one in found if one["done"] and first <= one["done"].date() <= last]
    sheets = [made(counter, name) for name in OWN]
    total = lines(sheets[0])["Tổng cộng"]
    assert total["processed"] == len(done)
    assert total["rated"] == sum(one["rated"] is not None for one in done)
    assert total["index"] == slow_index(done, tuple(range(1, 10)))
    assert total["band"] in ("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu")
    by_officer = lines(sheets[1])
    for officer in ("cb-01", "cb-02"):
        own = [one for one in done if one["officer"] == officer]
        assert by_officer[officer]["processed"] == len(own)
        assert by_officer[officer]["index"] == slow_index(own, (3, 5, 7))
    said = sum(max(grades_of) for grades_of in _short(found))
    short = lines(sheets[2])["Ông/bà có hài lòng với việc phục vụ ở đây không?"]
    assert short["answers"] == len(_short(found))
    assert short["mean"] in ("–", said * 10 // max(1, len(_short(found))))
    with counter.workplace.store.writing() as tx:
        tx.purging.erase([one["uid"] for one in found if one["rated"] is not None])
        tx.lives.forget()
    again = [made(counter, name) for name in OWN]
    assert [sheet.rows for sheet in again] == [sheet.rows for sheet in sheets]
    assert list(map(check_code, again)) == list(map(check_code, sheets))
    assert all("Trần" not in json.dumps(str(sheet), ensure_ascii=False) for sheet in again)


def _short(found: list[Dossier]) -> list[list[int]]:
    first, last = QUARTER.first, QUARTER.last
    rated = [one for one in found if one["rated"] and first <= one["done"].date() <= last]
    return [one["rated"] for one in rated if len(one["rated"]) == 1]


def test_ratings_from_before_the_facts_knew_them(counter: Counter) -> None:
    live(counter, 12, 15)
    before = made(counter, "satisfaction").rows
    assert before
    with counter.workplace.store.writing() as tx:
        run = tx.lives.connection.execute
        run(text("DROP TRIGGER fact_no_update"))
        run(text("UPDATE fact SET flags = '[]' WHERE kind = :kind"), {"kind": Kind.RATED.value})
    assert made(counter, "satisfaction").rows == before
    with counter.workplace.store.writing() as tx:
        run = tx.lives.connection.execute
        run(text("UPDATE body SET data = NULL"))
    sheet = made(counter, "satisfaction")
    assert sheet.rows == ()
    assert any("phiếu không đọc được" in note for note in sheet.notes)
    notes = made(counter, "evaluation_agency").notes
    assert any("đã xóa nội dung trước khi điểm được giữ lại" in note for note in notes)


def test_small_numbers_and_other_systems(counter: Counter) -> None:
    live(counter, 13, 4)
    sheet = made(counter, "evaluation_agency")
    total = lines(sheet)["Tổng cộng"]
    assert total["index1"] is None
    assert total["band"] == "dưới 5 hồ sơ"
    assert sheet.basis.startswith("Thông tư 01/2018")
    assert any("văn bản thay thế chưa có" in note for note in sheet.notes)
    uids = behind(
        counter.workplace, HEAD, report("evaluation_agency"), QUARTER, sheet.rows[-1].cells[1].drill
    )  # type: ignore[arg-type]
    assert len(uids) == total["processed"]
    unknown = behind(counter.workplace, HEAD, report("evaluation_agency"), QUARTER, Drill("index1"))
    assert unknown == ()
    groups = made(counter, "evaluation_groups")
    paid = lines(groups)["Thanh toán trực tuyến"]
    assert (paid["points"], paid["how"]) == (None, "nhập từ hệ thống khác: chưa có")
    scanned = next(row for row in groups.rows if row.cells[0].value == "Số hóa hồ sơ")
    assert scanned.cells[3].drill is not None
    on_paper = behind(
        counter.workplace, HEAD, report("evaluation_groups"), QUARTER, scanned.cells[3].drill
    )
    assert len(on_paper) == scanned.cells[3].value
    opened = lines(groups)["Công khai, minh bạch"]
    assert opened["points"] == opened["part"] * 180 // opened["whole"]
    empty = made(counter, "satisfaction", period_of(Step.YEAR, NOON.replace(year=2020).date()))
    assert empty.rows == ()
    place = counter.workplace
    book = replace(place.reference.evaluation, indices=(), sets=())
    place.reference = replace(place.reference, evaluation=book)
    assert "Chưa có cách chấm điểm nào." in made(counter, "evaluation_agency").notes
    assert "Chưa có bộ chỉ số nào." in made(counter, "evaluation_groups").notes
