"""Cập nhật: what an officer sees, what a supervisor may do now, and when not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.updating.updates_page import UpdatesActs, UpdatesPresenter
from counter_app.desktop.presenters.updating.updates_state import Answer, Question, UpdatesState
from counter_app.domain.errors.keeping.updating import UpdateNotMadeError
from tests.desktop.now_jobs import NowJobs
from tests.gallery.scenes_updates import FILE, PAST, QUIET, WAITING


class View:
    """Remembers what was shown last, and what was asked."""

    def __init__(self) -> None:
        self.state = UpdatesState(None)  # type: ignore[arg-type]
        self.asked: list[Question] = []

    def present(self, state: UpdatesState) -> None:
        self.state = state

    def ask(self, question: Question) -> None:
        self.asked.append(question)


class Page(SimpleNamespace):
    """A presenter with everything around it."""


@pytest.fixture
def page() -> Page:
    made = Page(found=WAITING, forms=0, others=0, may=True, installed=[], said=[], refuses=None)
    made.view, made.jobs = View(), NowJobs()

    def install(files: tuple[Path, ...], forms: int) -> None:
        if made.refuses:
            raise made.refuses
        made.installed.append((files, forms))

    def begin() -> UpdatesPresenter:
        acts = UpdatesActs(
            read=lambda: made.found,
            install=install,
            go_back=lambda: PAST[0],
            open_forms=lambda: made.forms,
            others_forms=lambda: made.others,
            officer=lambda identifier: f"Bà {identifier}",
            may_update=made.may,
            notify=made.said.append,
        )
        presenter = UpdatesPresenter(made.view, made.jobs, acts)
        presenter.refresh()
        return presenter

    made.begin = begin
    return made


def lines(state: UpdatesState) -> str:
    rows: list[Any] = [row for part in state.parts for row in part.rows]
    return "\n".join("\n".join((row.name, *row.lines)) for row in rows)


def test_what_runs_waits_comes_and_was(page: Page) -> None:
    page.begin()
    state = page.view.state
    assert [part.title for part in state.parts] == [
        "Đang chờ", "Đang tải", "Đang dùng", "Những lần trước",
    ]  # fmt: skip
    said = lines(state)
    for words in (
        "Lịch làm việc 2026.1", "41 KB, từ máy chủ của tỉnh", "67,7 MB, từ E:/cap-nhat",
        f"counter-app update install {FILE}", "đã tải 22,3 MB trong 67,9 MB", "TT03-2025",
        "08:00 01/12/2025 · đã cài · Bà cb-0102", "đã trở lại như trước",
    ):  # fmt: skip
        assert words in said
    assert state.banner.rest.startswith("Cài khi hết ca")


def test_now_asks_first_and_leaves_the_administrators(page: Page) -> None:
    presenter = page.begin()
    assert page.view.state.may_install
    presenter.install()
    assert "Lịch làm việc 2026.1" in page.view.asked[-1].sentence
    assert "Chương trình" not in page.view.asked[-1].sentence.split(".")[0]
    assert not page.installed
    presenter.agreed(Answer.INSTALL)
    assert page.installed == [((FILE,), 0)]
    assert page.said[-1].bold == "Đã cài bản cập nhật."
    presenter.go_back()
    assert page.view.asked[-1].answer is Answer.GO_BACK
    presenter.agreed(Answer.GO_BACK)
    assert page.said[-1].bold == "Đã bỏ Danh mục thủ tục 2025.11.3."


@pytest.mark.parametrize(("forms", "others", "count"), [(1, 0, "1"), (0, 2, "2"), (1, 2, "3")])
def test_not_while_a_dossier_is_open(page: Page, forms: int, others: int, count: str) -> None:
    page.forms, page.others = forms, others
    presenter = page.begin()
    assert not page.view.state.may_install
    assert f"Còn {count} hồ sơ đang mở" in page.view.state.why_not
    assert not presenter.install()


def test_not_for_everybody(page: Page) -> None:
    page.may = False
    presenter = page.begin()
    assert "trưởng bộ phận" in page.view.state.why_not
    assert not page.view.state.may_go_back
    assert not presenter.install()
    assert not presenter.go_back()
    page.found = QUIET
    presenter.refresh()
    assert not page.view.state.why_not


def test_what_could_not_be_done_is_said_and_the_page_goes_on(page: Page) -> None:
    page.refuses = UpdateNotMadeError(version="2026.1", reason="đĩa")
    presenter = page.begin()
    page.jobs.hold()
    presenter.agreed(Answer.INSTALL)
    assert page.view.state.why_not == "Đang cài…"
    presenter.agreed(Answer.INSTALL)  # a second Enter is none
    page.jobs.release()
    notice: Notice = page.said[-1]
    assert notice.bold.startswith("Chưa cài được bản 2026.1")
    assert page.view.state.may_install


def test_a_program_is_not_gone_back_from_here(page: Page) -> None:
    program = replace(PAST[0], kind=WAITING.waiting[1].manifest.kind)
    page.found = replace(QUIET, past=(program,))
    presenter = page.begin()
    assert not page.view.state.may_go_back
    assert not presenter.go_back()
