"""The preview under real keys: what is painted is what will be printed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.preview.preview import PreviewPresenter
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from tests.desktop.now_jobs import NowJobs
from tests.papers import samples

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


class Scene:
    """A page that looks at a receipt."""

    def __init__(self, look: Look) -> None:
        pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")
        self.document = Document(RECEIPT, "TT03-2025", pdf, 2)
        self.printed: list[Document] = []
        self.left = 0
        self.page = PreviewPage(
            look,
            lambda view: PreviewPresenter(view, NowJobs(), lambda notice: None, self._leave),
        )

    def _leave(self) -> None:
        self.left += 1

    def pages(self) -> int:
        inner = self.page.findChild(QScrollArea).widget()
        return inner.height()


@pytest.fixture
def scene(qtbot: QtBot) -> Iterator[Scene]:
    made = Scene(Look())
    qtbot.addWidget(made.page)
    made.page.resize(1000, 640)
    with qtbot.waitExposed(made.page):
        made.page.show()
    made.page.arrive()
    made.page.presenter.show(made.document, "Giấy tiếp nhận", made.printed.append)
    return made


def press(scene: Scene, key: Qt.Key) -> None:
    QTest.keyClick(scene.page.focusWidget(), key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_prints(scene: Scene, key: Qt.Key) -> None:
    press(scene, key)
    assert scene.printed == [scene.document]
    assert scene.left == 1


def test_f9_and_the_button_print_too(scene: Scene) -> None:
    assert scene.page.act(Command.RECEIVE)
    assert len(scene.printed) == 1
    scene.page.presenter.show(scene.document, "Giấy tiếp nhận", scene.printed.append)
    scene.page.findChild(PrimaryButton).click()
    assert len(scene.printed) == 2


def test_escape_prints_nothing(scene: Scene) -> None:
    assert scene.page.escape()
    assert scene.left == 1
    assert not scene.printed


def test_keys_zoom(scene: Scene, qtbot: QtBot) -> None:
    whole = scene.pages()
    press(scene, Qt.Key.Key_Plus)
    press(scene, Qt.Key.Key_Plus)
    assert scene.pages() > whole
    press(scene, Qt.Key.Key_Minus)
    press(scene, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: scene.pages() == whole)
    assert scene.page.act(Command.BIGGER)
    assert scene.page.act(Command.SMALLER)
    assert scene.page.act(Command.NORMAL)
    assert not scene.page.act(Command.UNDO)


def test_a_whole_page_follows_the_window(scene: Scene) -> None:
    before = scene.pages()
    scene.page.resize(1000, 760)
    assert scene.pages() > before


def test_paper_is_painted_white_with_its_ink(scene: Scene) -> None:
    picture = scene.page.findChild(QScrollArea).widget().grab().toImage()
    middle = picture.width() // 2
    column = [picture.pixelColor(middle, y).lightness() for y in range(picture.height())]
    assert max(column) == 255
    assert min(column) < 90


def test_looking_only_has_no_print_button(scene: Scene) -> None:
    scene.page.presenter.show(scene.document, "Giấy tiếp nhận")
    assert not scene.page.findChild(PrimaryButton).isVisible()
    press(scene, Qt.Key.Key_Return)
    assert not scene.printed
    assert scene.page.title() == "Xem trước"
    assert Command.RECEIVE in scene.page.commands()
