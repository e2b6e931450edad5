"""The start page of the head by keys, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.overview.counting import OverviewActs
from counter_app.desktop.screens.overview.overview_page import OverviewPage
from counter_app.desktop.theme.look import Look
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from tests.desktop.conftest import Desktop
from tests.made import person

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@dataclass
class Files:
    """What was handed out."""

    saved: list[tuple[Path, bytes]] = field(default_factory=list)

    def acts(self) -> OverviewActs:
        return OverviewActs(
            document=lambda overview: Document(RECEIPT, "f", b"%PDF-1.7", copies=1),
            save_pdf=lambda overview, path: self.saved.append((path, b"")),
            save_png=lambda overview, png, path: self.saved.append((path, png)),
        )


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def page(desktop: Desktop, look: Look, qtbot: QtBot, files: Files) -> Iterator[OverviewPage]:
    for _ in range(2):
        receive(desktop.counter.workplace, desktop.counter.session, Reception("1.001193", person()))
    head = Session(Officer("cb", "Trần Thị Mẫu", roles=(Role.SUPERVISOR,)), "online")
    shown = OverviewPage(look, replace(desktop.desk, session=head), files.acts())
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.resize(1173, 657)
        shown.show()
        shown.activateWindow()
    shown.arrive()
    qtbot.waitUntil(shown.panel.print.isEnabled)
    yield shown
    shown._ticking.stop()


def test_keys_are_on_today_and_arrows_go_to_the_other_figures(page: OverviewPage) -> None:
    card = page.panel.cards[0]
    assert card.view.hasFocus()
    assert card.view.current == (0, 29)
    table = card.numbers.table()
    assert table is not None
    assert table.rows[0][-1] == "2"
    QTest.keyClick(card.view, Qt.Key.Key_Down)
    QTest.keyClick(card.view, Qt.Key.Key_Left)
    assert card.view.current == (1, 28)
    assert "Trả kết quả: 0" in card.view.accessibleDescription()
    QTest.keyClick(card.view, Qt.Key.Key_Home)
    assert card.view.current == (1, 0)


def test_enter_opens_the_dossiers_and_escape_comes_back(page: OverviewPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.panel.cards[0].view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.behind.table.model().rowCount() == 2)
    assert page.escape()
    assert page.panel.cards[0].view.hasFocus()
    assert not page.escape()
    QTest.keyClick(page.panel.cards[0].view, Qt.Key.Key_Home)
    QTest.keyClick(page.panel.cards[0].view, Qt.Key.Key_Return)
    assert not page.presenter.behind.is_open  # nobody stands behind a nought


def test_the_page_goes_out_as_a_picture_of_double_density(
    page: OverviewPage, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    page.presenter.export_to(tmp_path / "a.png")
    page.presenter.export_to(tmp_path / "a.pdf")
    qtbot.waitUntil(lambda: len(files.saved) == 2)
    image = QImage.fromData(files.saved[0][1])
    assert image.width() > 2 * 1100
    assert image.height() > 2 * 500
    assert page.act(Command.REPRINT)
    assert page.act(Command.REFRESH)
