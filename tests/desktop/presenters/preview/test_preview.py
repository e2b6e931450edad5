"""The preview: as fine as the room asks, printed once."""

from __future__ import annotations

import pytest

from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.preview.preview import (
    SCREEN_DPI,
    WHOLE,
    ZOOMS,
    PreviewPresenter,
    PreviewState,
    dpi_for,
)
from counter_app.papers.documents import receipt_pdf
from counter_app.papers.fonts import choose_fonts
from counter_app.services.printing.receipt_paper import RECEIPT, Document
from tests.desktop.now_jobs import NowJobs
from tests.papers import samples


class Shown:
    """A view of a fixed room."""

    def __init__(self) -> None:
        self.states: list[PreviewState] = []
        self.size = (1000, 560)
        self.dots = 1.0

    def present(self, state: PreviewState) -> None:
        self.states.append(state)

    def room(self) -> tuple[int, int]:
        return self.size

    def ratio(self) -> float:
        return self.dots


@pytest.fixture(scope="module")
def document() -> Document:
    pdf = receipt_pdf(samples.RECEIPT, samples.MARKS, samples.form_set(), choose_fonts(), "A5")
    return Document(RECEIPT, "TT03-2025", pdf, copies=2)


class Scene:
    """A presenter with everything around it in hand."""

    def __init__(self) -> None:
        self.view = Shown()
        self.jobs = NowJobs()
        self.notices: list[Notice] = []
        self.left = 0
        self.printed: list[Document] = []
        self.presenter = PreviewPresenter(self.view, self.jobs, self.notices.append, self.leave)

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_whole_pages_fit_the_room(scene: Scene, document: Document) -> None:
    scene.presenter.show(document, "Giấy tiếp nhận", scene.printed.append)
    state = scene.view.states[-1]
    assert state.count == "2 trang"
    assert state.whole
    assert state.print_words == "In"
    assert [page.height for page in state.pages] == [560, 560]
    scene.view.dots = 1.5
    scene.presenter.resized()
    assert scene.view.states[-1].pages[0].height == 840


def test_zoom_goes_by_steps(scene: Scene, document: Document) -> None:
    scene.presenter.show(document, "Giấy tiếp nhận")
    scene.presenter.bigger()
    assert scene.view.states[-1].zoom == "75 %"
    for _ in range(9):
        scene.presenter.bigger()
    assert scene.view.states[-1].zoom == f"{ZOOMS[-1]} %"
    count = len(scene.view.states)
    scene.presenter.resized()  # a fixed zoom doesn't care
    assert len(scene.view.states) == count
    scene.presenter.smaller()
    assert scene.view.states[-1].zoom == "150 %"
    scene.presenter.whole()
    assert scene.view.states[-1].whole


def test_enter_prints_once(scene: Scene, document: Document) -> None:
    scene.presenter.show(document, "Giấy tiếp nhận", scene.printed.append)
    assert scene.presenter.print()
    assert not scene.presenter.print()
    assert scene.printed == [document]
    assert scene.left == 1


def test_only_looking_prints_nothing(scene: Scene, document: Document) -> None:
    scene.presenter.show(document, "Giấy tiếp nhận")
    assert scene.view.states[-1].print_words == ""
    assert not scene.presenter.print()
    scene.presenter.leave()
    assert scene.left == 1


def test_a_late_answer_is_dropped(scene: Scene, document: Document) -> None:
    scene.jobs.hold()
    scene.presenter.show(document, "Giấy tiếp nhận")
    assert scene.view.states[-1].count == "Đang lập trang…"
    scene.presenter.bigger()
    scene.jobs.release(last=True)
    shown = len(scene.view.states)
    scene.jobs.release()
    assert len(scene.view.states) == shown


def test_a_damaged_file_goes_back_with_words(scene: Scene) -> None:
    scene.presenter.show(Document(RECEIPT, "", b"none", 1), "Giấy tiếp nhận")
    assert scene.left == 1
    assert "xem trước" in scene.notices[0].bold


def test_a_tiny_room_stays_legible() -> None:
    assert dpi_for((297, 210), (10, 10), WHOLE) == SCREEN_DPI / 2
    assert dpi_for((148, 210), (9999, 9999), WHOLE) == SCREEN_DPI * 2
    assert dpi_for((148, 210), (10, 10), 150) == SCREEN_DPI * 1.5
