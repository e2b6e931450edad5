"""The page Biểu mẫu with real files: Enter looks at a paper, F9 uses what passed."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.form_sets.form_sets import FormActs, FormSetsPresenter
from counter_app.desktop.screens.form_sets.form_sets_page import FormSetsPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.domain.officers.officer import Appointment
from counter_app.domain.officers.roles import Role
from counter_app.papers.fonts import choose_fonts
from counter_app.services.forms.checking import check_files
from counter_app.services.forms.office_forms import (
    go_back,
    office_forms,
    sample_document,
    take_over,
)
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.conftest import Desktop
from tests.desktop.now_jobs import NowJobs
from tests.made import NOON
from tests.services.forms.changed import SET, copied, edit, provincial

FONTS = choose_fonts()


class Around:
    """The page, and what it asked for."""

    def __init__(self, look: Look, desktop: Desktop, folder: Path) -> None:
        self.previews: list[tuple[Document, str]] = []
        self.notices: list[Notice] = []
        place, session = desktop.desk.workplace, desktop.desk.session
        self.place = place
        decision = Appointment("07/QĐ", NOON.date(), (), NOON.date())
        officer = dataclasses.replace(
            session.officer, roles=(Role.ADMIN,), appointments=(decision,)
        )
        session = dataclasses.replace(session, officer=officer)
        acts = FormActs(
            lambda: office_forms(place, folder, FONTS),
            lambda form_set, key, longest: sample_document(form_set, key, FONTS, longest=longest),
            lambda path: check_files(path, FONTS),
            lambda report: take_over(place, session, folder, report),
            lambda identifier: go_back(place, session, folder, identifier),
            lambda document, title: self.previews.append((document, title)),
            self.notices.append,
        )
        self.page = FormSetsPage(look, lambda view: FormSetsPresenter(view, NowJobs(), acts))


@pytest.fixture
def around(look: Look, desktop: Desktop, tmp_path: Path, qtbot: QtBot) -> Around:
    made = Around(look, desktop, tmp_path / "home" / "forms")
    qtbot.addWidget(made.page)
    made.page.resize(1150, 640)
    made.page.show()
    made.page.arrive()
    return made


def test_enter_looks_at_a_paper(around: Around) -> None:
    page = around.page
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    ((document, title),) = around.previews
    assert document.pdf.startswith(b"%PDF")
    assert title == f"Giấy tiếp nhận hồ sơ và hẹn trả kết quả – dữ liệu mẫu, {SET}"
    assert not page.act(Command.RECEIVE)  # nothing was read


def test_a_changed_set_is_read_used_and_left(around: Around, tmp_path: Path) -> None:
    page, folder = around.page, tmp_path / "home" / "forms"
    page.presenter.check(provincial(tmp_path / "tinh"))
    assert page._take.isVisible()
    assert page.act(Command.RECEIVE)
    assert (folder / f"{SET}.json").exists()
    assert not page._take.isVisible()
    assert around.place.form_sets[-1].title == "Biểu mẫu của tỉnh Ví Dụ"  # no restart is needed
    page._leave.click()
    sheet = page.findChild(Sheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_B)
    assert not (folder / f"{SET}.json").exists()
    assert not page._leave.isVisible()
    assert len(around.notices) == 2
    assert around.place.form_sets == around.place.reference.form_sets


def test_a_bad_set_shows_its_faults_in_the_place_of_papers(around: Around, tmp_path: Path) -> None:
    page, folder = around.page, copied(tmp_path / "sai")
    edit(folder / f"{SET}.json", lambda plain: plain.pop("effective_from"))
    page.presenter.check(folder)
    assert page._banner.isVisible()
    assert page._found[0].text().startswith(f"{SET}.json, chỗ effective_from:")
    assert not page._table.isVisible()
    assert not page.act(Command.RECEIVE)
    page.presenter.choose(SET)
    assert page._table.isVisible()
    assert not page._banner.isVisible()


def test_the_quick_line_asks_for_files(around: Around) -> None:
    (_, ask), (words, see) = around.page.further()
    see()
    around.page._longest.click()
    assert [title for _, title in around.previews] == [
        f"Giấy tiếp nhận hồ sơ và hẹn trả kết quả – nội dung dài nhất, {SET}"
    ] * 2
    assert words == "Xem thử với nội dung dài nhất"
    ask()
    sheet = around.page.findChild(Sheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.close()
