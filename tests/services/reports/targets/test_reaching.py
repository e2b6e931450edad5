"""Targets against a slow count over the journal; purged or not; and what can't be counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from counter_app.domain.office.targets import Formula, LevelSet, Scope, Target, TargetBook
from counter_app.domain.procedures.procedure import ServiceLevel
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import ReportSheet, Row, RowKind, Unit, check_code
from counter_app.services.reports.making import asked, behind, follow, make_report
from counter_app.services.reports.shelf import report
from counter_app.services.reports.targets.reaching import Reaching
from counter_app.services.reports.targets.stock import Stock
from tests.made import NOON
from tests.services.conftest import Counter
from tests.services.reports.shelved import HEAD
from tests.services.reports.targets.lived import live, read

MONTH = period_of(Step.MONTH, NOON.date())
QUARTER = period_of(Step.QUARTER, NOON.date())
ONLINE = "Hồ sơ nộp trực tuyến"
Dossier = dict[str, Any]


def made(counter: Counter, name: str = "targets", period: Period = MONTH) -> ReportSheet:
    return make_report(counter.workplace, HEAD, report(name), period)


def line(sheet: ReportSheet, name: str) -> dict[str, Any]:
    keys = [column.key for column in sheet.columns]
    row: Row = next(row for row in sheet.rows if row.cells[0].value == name)
    return dict(zip(keys, (cell.value for cell in row.cells), strict=True))


def within(period: Period, day: date | None) -> bool:
    return day is not None and period.first <= day <= period.last


@pytest.mark.parametrize("seed", [2])
def test_they_are_what_a_slow_count_finds(counter: Counter, seed: int) -> None:
    accepted = live(counter, seed)
    found = read(counter, accepted)
    follow(counter.workplace)
    for period in (MONTH, MONTH.before(), QUARTER):
        agree(counter, found, period)
    sheets = [made(counter, name, QUARTER) for name in ("targets", "targets_agency")]
    with counter.workplace.store.writing() as tx:
        tx.purging.erase([one["uid"] for one in found if one["here"]])
        tx.lives.forget()
    again = [made(counter, name, QUARTER) for name in ("targets", "targets_agency")]
    assert [sheet.rows for sheet in again] == [sheet.rows for sheet in sheets]
    assert list(map(check_code, again)) == list(map(check_code, sheets))


def agree(counter: Counter, found: list[Dossier], period: Period) -> None:
    reference = counter.workplace.reference
    came = [one for one in found if within(period, one["day"])]
    done = [one for one in found if one["done"] and within(period, one["done"].date())]
    levels = {each.code: each.service_level for each in reference.procedures.procedures}
    four = {each.code for each in reference.procedures.procedures if each.four_steps_on_site}
    four &= {each.code for each in reference.coverage.lines}
    full = [one for one in done if levels[one["code"]] is ServiceLevel.FULL]
    state = [one for one in full if one["state"]]
    offered = {code for code, level in levels.items() if level is ServiceLevel.FULL}
    online = {one["code"] for one in came if one["online"]} & offered
    of_state = [one for one in came if one["state"] and one["code"] in offered]
    on_paper = [one for one in came if not one["online"]]
    here = [one for one in done if one["code"] in four and one["here"] and not one["away"]]
    begun = min(one["done"].date() for one in found if one["done"]).replace(day=1)
    assert begun.month == 9
    until = [one for one in found if one["done"] and begun <= one["done"].date() <= period.last]
    months = min(period.last, NOON.date()).month - begun.month + 1
    own = min(period.last, NOON.date()).month - period.first.month + 1
    average = len(until) * (own if period is QUARTER else 1) // months
    expected = {
        "qd766-4-thu-tuc": (len(online), len(offered)),
        "qd766-4-ho-so": (sum(one["online"] for one in full), len(full)),
        "qd766-4-ho-so-co-quan": (sum(one["online"] for one in state), len(state)),
        "qd766-4-thu-tuc-co-quan": (
            len({one["code"] for one in of_state if one["online"]}),
            len({one["code"] for one in of_state}),
        ),
        "qd766-cong": (sum(one["accepted"] for one in came), len(came)),
        "cv4662-ho-so": (len(here), average),
        "nay-truc-tuyen": (sum(one["online"] for one in came), len(came)),
        "nay-dung-han": (sum(one["done"] <= one["due"] for one in done), len(done)),
        "nay-so-hoa": (sum(bool(one["scans"]) for one in on_paper), len(on_paper)),
    }
    with counter.workplace.store.reading() as tx:
        question = asked(counter.workplace, tx, period)
        reaching = Reaching(question, Stock(question))
        targets = {each.id: each for each in reference.targets.targets}
        ours = {name: reaching.reach(targets[name], period) for name in expected}
    assert {name: (each.part, each.whole) for name, each in ours.items()} == expected


def test_parts_add_up_and_name_their_dossiers(counter: Counter) -> None:
    live(counter, 3)
    whole = line(made(counter, period=QUARTER), ONLINE)
    drilled = 0
    for name in ("targets_agency", "targets_field_name"):
        sheet = made(counter, name, QUARTER)
        assert all(column.definition or column.unit is Unit.TEXT for column in sheet.columns)
        heads = [at for at, row in enumerate(sheet.rows) if row.kind is RowKind.HEAD]
        begin = next(at for at in heads if sheet.rows[at].cells[0].value == ONLINE)
        end = min(at for at in (*heads, len(sheet.rows)) if at > begin)
        sums = [
            sum(int(str(row.cells[place].value)) for row in sheet.rows[begin + 1 : end])
            for place in (1, 2)
        ]
        assert sums == [whole["part"], whole["whole"]]
        cells = [cell for row in sheet.rows for cell in row.cells[1:3] if cell.drill and cell.value]
        for cell in cells[:: max(1, len(cells) // 12)]:
            assert cell.drill is not None
            uids = behind(counter.workplace, HEAD, report(name), QUARTER, cell.drill)
            # Of procedures there are the dossiers that they were counted for, one or more.
            few = cell.value if "thu-tuc" not in cell.drill.figure else len(uids)
            assert len(set(uids)) == few > 0, cell.drill
            drilled += 1
    assert drilled > 15


def test_months_say_what_the_months_say(counter: Counter) -> None:
    live(counter, 5)
    period = period_of(Step.YEAR, NOON.date())
    year = made(counter, "targets_months", period)
    for month in (MONTH, MONTH.before()):
        sheet = made(counter, "targets", month)
        for target in counter.workplace.reference.targets.targets:
            own = line(sheet, target.name)["actual"]
            told = line(year, target.name)[f"m{month.first.month}"]
            assert told == (None if own == "–" else own), target.id
    assert line(year, ONLINE)["m12"] is None
    (drill,) = [
        cell.drill
        for row in year.rows
        for cell in row.cells
        if row.cells[0].value == ONLINE and cell.drill and cell.drill.narrowed("month") == "11"
    ]
    uids = behind(counter.workplace, HEAD, report("targets_months"), period, drill)
    assert len(uids) == line(made(counter), ONLINE)["part"]


def a_target(name: str, formula: Formula = Formula.RECEIVED_ONLINE, **changes: Any) -> Target:
    fields: dict[str, Any] = {"threshold": 500, "basis": "QĐ mẫu", "valid_from": date(2026, 1, 1)}
    return Target(name, name, formula, **{**fields, **changes})


def test_what_cannot_be_counted_is_said(counter: Counter) -> None:
    live(counter, 6, 12)
    place = counter.workplace
    book = TargetBook(
        "2",
        levels=(LevelSet("khac", "Mức khác"), LevelSet("tt", "Toàn trình", (ServiceLevel.FULL,))),
        targets=(
            a_target("hết hạn", valid_until=date(2026, 6, 30)),
            a_target("một phần kỳ", valid_from=date(2026, 11, 15)),
            a_target("rỗng", scope=Scope(level="khac")),
            a_target("lạ", scope=Scope(agency="H99.99")),
            a_target("ít", scope=Scope(level="tt", agency="H26.15.03")),
            a_target("tuần", Formula.FOUR_STEP_DOSSIERS),
            a_target("thư", Formula.LATE_WITHOUT_LETTER, scope=Scope(between_agencies=True)),
        ),
    )
    place.reference = replace(place.reference, targets=book)
    sheet = made(counter)
    states = {str(row.cells[0].value): str(row.cells[-2].value) for row in sheet.rows}
    assert states["hết hạn"] == "ngoài thời gian áp dụng"
    assert "rỗng" in states["rỗng"]
    assert "rỗng" in states["lạ"]
    assert "cơ quan nhà nước" in states["thư"]
    assert any("một phần kỳ: áp dụng từ 15/11/2026" in note for note in sheet.notes)
    assert line(sheet, "hết hạn")["actual"] == "–"
    week = made(counter, period=period_of(Step.WEEK, NOON.date()))
    assert "tháng, quý" in line(week, "tuần")["state"]
    later = made(counter, period=MONTH.after())
    assert line(later, "một phần kỳ")["state"] == "kỳ chưa bắt đầu"
    place.reference = replace(place.reference, targets=TargetBook())
    assert made(counter).rows == ()
    assert "Chưa có bảng chỉ tiêu nào." in made(counter).notes


def test_few_have_no_percentage_and_what_is_missing_suffices(counter: Counter) -> None:
    accepted = live(counter, 7)
    came = [one for one in read(counter, accepted) if within(MONTH, one["day"])]
    online = sum(one["online"] for one in came)
    found = line(made(counter), ONLINE)
    assert (found["part"], found["whole"]) == (online, len(came))
    assert found["actual"] == online * 1000 // len(came)
    missing = found["lacking"]
    assert (online + missing) * 2 >= len(came) + missing
    assert not missing or (online + missing - 1) * 2 < len(came) + missing - 1
    portal = line(made(counter), "Hồ sơ tiếp nhận, giải quyết qua Cổng dịch vụ công của tỉnh")
    assert portal["lacking"] == len(came) - sum(one["accepted"] for one in came)
    few = line(made(counter, period=period_of(Step.DAY, NOON.date())), ONLINE)
    assert few["actual"] == "–"
