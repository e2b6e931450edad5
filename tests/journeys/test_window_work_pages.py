"""Pages beside the reception in the real program: piles, money, the day, the machine's own."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counter_app.desktop.presenters.day.day_state import DayStep
from counter_app.desktop.presenters.reception.state import Block
from counter_app.desktop.screens.certifying.certify_screen import CertifyScreen
from counter_app.desktop.screens.checking.bundle_page import BundlePage
from counter_app.desktop.screens.checking.checks_page import ChecksPage
from counter_app.desktop.screens.day.day_page import ClosedDayPage
from counter_app.desktop.screens.piles.piles_page import PilesPage
from counter_app.desktop.screens.shift.shift_screen import ShiftScreen
from counter_app.desktop.screens.updating.updates_page import UpdatesPage
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.domain.acts.received import PaperFirst
from counter_app.services.closing.stand import Difference
from counter_app.services.money.shift import open_shift
from counter_app.services.support.crash_report import PATTERN
from counter_app.services.support.log_file import log_files
from counter_app.services.support.sealed_bundle import opened
from tests.journeys.cases import receive
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.town import CounterHome, Town
from tests.journeys.townspeople import NEW
from tests.journeys.waiting import until
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

PAPER = "H99.01-261120-0007"
"""The code on a paper that no counter of this province knows."""


def test_a_pile_by_scans_and_f9(at: Counter, home: CounterHome) -> None:
    at.hands.press("Ctrl+G")
    page = at.office.page
    assert isinstance(page, PilesPage)
    at.hands.scan(home.waiting)
    at.until(lambda: not page.presenter.is_empty, "the scan is in the pile, no dossier opens")
    assert isinstance(at.office.page, PilesPage)


def test_three_keys_certify_and_the_shift_counts_it(at: Counter) -> None:
    place, session = at.office.desk.workplace, at.office.desk.session
    before = open_shift(place, session).cash
    at.hands.press("Ctrl+B")
    assert isinstance(at.office.page, CertifyScreen)
    at.hands.type("5")
    at.hands.press("Return")
    at.until(lambda: open_shift(place, session).cash == before + 7_000, "it is in the book")
    at.hands.press("Ctrl+T")
    page = at.office.page
    assert isinstance(page, ShiftScreen)
    at.until(lambda: "SCT/BS" in _codes(page), "and in the shift")


def _codes(page: ShiftScreen) -> str:
    shift = page.presenter._shift
    return " ".join(line.code for line in shift.lines) if shift else ""


def test_a_paper_on_the_desk_is_written_down_and_settled(at: Counter) -> None:
    at.hands.press("Ctrl+N")
    page = at.office.page
    assert isinstance(page, ClosedDayPage)
    at.hands.scan(PAPER)
    at.until(lambda: page.presenter._step is DayStep.PILE and page._count.text() == "1", "the pile")
    at.hands.press("F9")
    at.until(lambda: page.presenter._step is DayStep.LISTS, "the differences")
    at.until(lambda: _chosen(page) == PAPER and page._table.hasFocus(), "it isn't in the system")
    at.hands.press("Return")
    at.at(Block.PAPER_FIRST)
    day = at.office.desk.today() - timedelta(days=1)
    at.hands.type(f"9h15 {day:%d/%m}")
    at.hands.press("Return", "Return")
    at.hands.type("1")
    at.hands.press("Return")
    at.at(Block.APPLICANT)
    at.scan_card(NEW.card)
    at.hands.type(NEW.phone)
    at.hands.press("Return")
    at.at(Block.PROCEDURE)
    at.hands.type("khai tu")
    at.hands.press("Return")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    sheet = receive(at)
    at.until(lambda: at.draft.is_empty, "the page is empty again")
    assert at.shown.paper_line is None
    dossier = at.dossier(codes_on(sheet.pdf).pop())
    assert dossier.received.paper_first == PaperFirst("Mất điện", PAPER)
    assert f"{dossier.received.received_at:%H:%M %d/%m}" == f"09:15 {day:%d/%m}"
    at.hands.press("Ctrl+N")
    at.until(lambda: (line := _line(page)) is not None and not line.is_open, "its line is settled")


def _line(page: ClosedDayPage) -> Difference | None:
    stand = page.presenter._stand
    found = stand.differences if stand else ()
    return next((each for each in found if each.code == PAPER), None)


def _chosen(page: ClosedDayPage) -> str:
    each = page.presenter._difference()
    return each.code if each else ""


def sheets() -> list[Sheet]:
    widgets = QApplication.topLevelWidgets()
    return [each for each in widgets if isinstance(each, Sheet) and each.isVisible()]


def test_from_anywhere_to_a_sealed_file_by_three_keys(
    at: Counter, town: Town, tmp_path: Path
) -> None:
    at.scan_card(NEW.card)
    at.hands.press("Ctrl+Shift+M")
    page = at.office.page
    assert isinstance(page, ChecksPage)
    at.until(lambda: "Máy chủ" in [row.what for row in page._shown], "the server answered")
    at.hands.press("Ctrl+D")
    assert "✓ Máy chủ" in QGuiApplication.clipboard().text()
    at.hands.press("F6")
    bundle = at.office.page
    assert isinstance(bundle, BundlePage)
    at.until(bundle._save.isEnabled, "the bundle is there, and the province's key")
    shown = bundle._shown
    assert shown is not None
    bundle.presenter.save_to(tmp_path)
    at.until(
        lambda: bool(list(tmp_path.glob("*.goi"))) and bundle._saved.isVisible(), "it is saved"
    )
    (path,) = tmp_path.glob("*.goi")
    _, parts = opened(path, town.sandbox.province.keys.support)
    assert [part.name for part in parts] == [row.name for row in shown.rows]
    assert NEW.phone not in "".join(part.text for part in parts)
    at.hands.press("Escape", "Escape")  # the first one may close a toast
    assert at.office.page is page
    at.hands.press("Ctrl+K")
    at.hands.type("cap nhat")
    at.hands.press("Return")
    at.until(lambda: isinstance(at.office.page, UpdatesPage), "the page Cập nhật")
    updates = at.office.page
    assert isinstance(updates, UpdatesPage)
    at.until(lambda: "Chương trình" in str(updates._shown), "it says what runs")
    assert not updates._install.isVisible()  # nothing waits


@pytest.mark.expects_warnings
def test_a_bug_in_a_worker_is_kept_masked_and_told_once(at: Counter, home: CounterHome) -> None:
    folder = home.folder / "logs"
    before = set(folder.glob(PATTERN))

    def bug() -> None:
        raise ValueError(f"no {NEW.name} with {NEW.number}, {NEW.phone}")

    def done(_: None) -> None:
        raise AssertionError

    for _ in range(3):
        at.office.desk.jobs.run(bug, done)
    until(lambda: bool(sheets()), "the dialog")
    until(lambda: "times=3" in _log(folder), "all three are counted")
    assert len(at.alarms) == 1
    at.alarms.clear()
    assert len(sheets()) == 1
    (report,) = set(folder.glob(PATTERN)) - before
    told = report.read_text(encoding="utf-8") + _log(folder)
    assert "ValueError" in told
    for secret in (NEW.name, *NEW.name.split(), NEW.number, NEW.phone):
        assert f" {secret} " not in told
    at.hands.press("Return")
    assert not sheets()


def _log(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in log_files(folder))
