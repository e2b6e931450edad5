"""Số hóa giấy tờ in the real program: two pages from a scanner, kept sealed, back from a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counter_app.app.home import open_home
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.scanning_papers.scanning_page import ScanningPage
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.scanning import KeptFile, files_of
from tests.devices.paper_scanners import scanimage_double
from tests.journeys.bad_input import Commands
from tests.journeys.driver import Counter
from tests.journeys.endings import quick
from tests.journeys.town import FAVOURITE, CounterHome, person
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import home, town

__all__ = ["home", "town"]


@pytest.fixture(scope="module")
def scanner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Put a double of `scanimage` first on PATH."""
    folder = tmp_path_factory.mktemp("programs")
    scanimage_double.program(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=":")
        yield


def test_two_pages_are_kept_sealed_and_come_back_from_a_copy(
    home: CounterHome, scanner: None, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    with Counter(home.folder) as at:
        at.use_prefix()
        at.log_in()
        uid, kept = scanned(at)
    command: Commands = request.getfixturevalue("command")  # the window wants real streams
    sealed = home.folder / "files" / kept.file.name
    data = sealed.read_bytes()
    assert not data.startswith(b"%PDF")
    assert b"%PDF" not in data
    copy = tmp_path / "kho.db"
    done = command("backup", copy, home=home.folder)
    assert done.code == 0, done.err
    shutil.rmtree(home.folder / "files")
    done = command("restore", copy, home=home.folder)
    assert done.code == 0, done.err
    assert sealed.read_bytes() == data
    with open_home(home.folder, plain_store=True) as opened:
        (again,) = files_of(opened.workplace(), opened.files, uid)
        assert again.is_here
        assert opened.files.get(again.file.name).startswith(b"%PDF")


def scanned(at: Counter) -> tuple[str, KeptFile]:
    """Scan two pages into the first paper of a dossier, turn one, keep them; return the file."""
    place = at.office.desk.workplace
    reception = Reception(FAVOURITE, person(stranger(3)))
    dossier = receive(place, at.office.desk.session, reception)
    at.hands.scan(dossier.shown_code)
    at.until(lambda: dossier.shown_code in at.title, "its page comes")
    at.says(dossier.received.applicant.name)
    quick(at, "Số hóa giấy tờ")
    at.until(lambda: isinstance(at.office.page, ScanningPage), "the page of its papers comes")
    page = at.office.page
    assert isinstance(page, ScanningPage)
    pages = _pages(page)
    at.until(lambda: page.presenter.scanner.order(1).scanner, "the scanner is found")
    for number in (1, 2):
        at.hands.press("F6")
        at.until(lambda number=number: pages() == number, f"page {number} came")
        at.until(lambda: not page.presenter.line.is_busy, "the scanner rests")
    at.hands.press("Ctrl+Right")
    at.until(lambda: any(each.page.turn for each in page.presenter.hand.tray.pages), "turned")
    at.hands.press("F9")
    at.until(lambda: _kept(at, dossier.uid), "they are kept")
    (kept,) = _kept(at, dossier.uid)
    assert kept.is_here
    assert (kept.file.pages, kept.file.source) == (2, "scanner")
    at.until(lambda: not page.presenter._busy and not page.presenter.hand.unsaved, "all is kept")
    at.says("2 trang")
    while at.office.page is page:
        at.hands.press("Escape")
    back = at.office.page
    assert isinstance(back, DetailPage)
    timeline = back._timeline._content
    at.until(lambda: "Số hóa giấy tờ" in timeline.accessibleName(), "its history tells of it")
    return dossier.uid, kept


def _pages(page: ScanningPage) -> Callable[[], int]:
    return lambda: len(page.presenter.hand.tray.pages)


def _kept(at: Counter, uid: str) -> tuple[KeptFile, ...]:
    return files_of(at.office.desk.workplace, at.sitting.counter.home.files, uid)
