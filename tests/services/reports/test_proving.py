"""A check code from a paper: found in the log, and made again from the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.problems import Problem
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import Cell, ReportSheet, Row, check_code
from counter_app.papers.fonts import choose_fonts
from counter_app.services.inspecting.exporting import record_exported
from counter_app.services.reports import shelf
from counter_app.services.reports.handing_out import report_document, save_xlsx
from counter_app.services.reports.making import make_report
from counter_app.services.reports.proving import Proof, Verdict, prove
from tests.services.conftest import Counter
from tests.services.conftest import counter as counter  # noqa: PLC0414 (a fixture)
from tests.services.conftest import new_store as new_store  # noqa: PLC0414 (a fixture)
from tests.services.conftest import open_counter as open_counter  # noqa: PLC0414 (a fixture)
from tests.services.reports.shelved import HEAD, TRIED, shelve, take_in

FONTS = choose_fonts()


@pytest.fixture
def sheet(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> ReportSheet:
    shelve(monkeypatch)
    take_in(counter)
    month = period_of(Step.MONTH, counter.clock.at.date())
    return make_report(counter.workplace, HEAD, TRIED, month)


def proof(counter: Counter, sheet: ReportSheet) -> Proof:
    found = prove(counter.workplace, HEAD, check_code(sheet).lower())
    assert isinstance(found, Proof)
    return found


def test_a_paper_is_found_and_made_again(
    counter: Counter, sheet: ReportSheet, tmp_path: Path
) -> None:
    report_document(counter.workplace, HEAD, sheet, FONTS)
    counter.clock.go(minutes=5)
    save_xlsx(counter.workplace, HEAD, sheet, tmp_path / "a.xlsx")
    counter.clock.go(days=1)
    found = proof(counter, sheet)
    assert (found.verdict, found.later) == (Verdict.SAME, 2)
    told = found.handed_out
    assert (told.name, told.period, told.position) == (
        "tried", sheet.period, sheet.standing.position,
    )  # fmt: skip
    assert [each.file for each in found.leavings] == ["xlsx", "giấy"]
    assert {each.counter for each in found.leavings} == {"12"}
    assert found.now is not None
    assert found.now.rows == sheet.rows


def test_later_entries_change_the_figures(counter: Counter, sheet: ReportSheet) -> None:
    report_document(counter.workplace, HEAD, sheet, FONTS)
    take_in(counter)
    found = proof(counter, sheet)
    assert (found.verdict, found.later) == (Verdict.CHANGED, 2)


def test_a_report_that_is_no_longer_made(
    counter: Counter, sheet: ReportSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_document(counter.workplace, HEAD, sheet, FONTS)
    monkeypatch.setattr(shelf, "REPORTS", ())
    found = proof(counter, sheet)
    assert (found.verdict, found.now) == (Verdict.GONE, None)


def test_figures_changed_by_hand_have_a_code_that_nobody_knows(
    counter: Counter, sheet: ReportSheet
) -> None:
    report_document(counter.workplace, HEAD, sheet, FONTS)
    forged = replace(sheet, rows=(Row((Cell("1.001193"), Cell(9))),))
    found = prove(counter.workplace, HEAD, check_code(forged))
    assert isinstance(found, Problem)
    assert found.code == "check_code_unknown"
    found = prove(counter.workplace, HEAD, "không rõ")
    assert isinstance(found, Problem)
    assert found.code == "check_code_unreadable"


def test_a_code_in_another_sentence_is_no_report(counter: Counter, sheet: ReportSheet) -> None:
    record_exported(counter.workplace, HEAD, f"mã {check_code(sheet)}", 1, "xlsx")
    assert isinstance(prove(counter.workplace, HEAD, check_code(sheet)), Problem)


def test_who_only_receives_may_not_ask(counter: Counter, sheet: ReportSheet) -> None:
    with pytest.raises(NotPermittedError):
        prove(counter.workplace, counter.session, check_code(sheet))
