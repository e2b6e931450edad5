"""What the check of this machine shows while it looks, asks, and when something is to be done."""

from __future__ import annotations

from dataclasses import dataclass, field

from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.checking.checks_page import ChecksActs, ChecksPresenter
from counter_app.desktop.presenters.checking.checks_state import ChecksState
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.errors.work import NotEnrolledError
from counter_app.services.support.finding import Finding
from tests.desktop.now_jobs import NowJobs

FINE = Finding("Phông giấy tờ", ok=True, found="Liberation Serif")
LATE = Finding("Lịch", ok=False, found="năm 2027 chưa được duyệt", next="cập nhật lịch")
SERVER = Finding("Máy chủ", ok=True, found="motcua.tinh.example")


@dataclass
class Page:
    local: tuple[Finding, ...] = (FINE, LATE)
    shown: list[ChecksState] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    opened: list[bool] = field(default_factory=list)
    jobs: NowJobs = field(default_factory=NowJobs)

    def __post_init__(self) -> None:
        acts = ChecksActs(
            lambda: self.local,
            lambda: (SERVER,),
            lambda: self.opened.append(True),
            self.notices.append,
        )
        self.presenter = ChecksPresenter(self, self.jobs, acts)

    def present(self, state: ChecksState) -> None:
        self.shown.append(state)

    def copy(self, text: str) -> None:
        self.copied.append(text)


def test_this_machine_first_then_the_server_and_what_asks_for_a_hand_on_top() -> None:
    page = Page()
    page.presenter.check()
    looking, asking, done = page.shown
    assert (looking.rows, looking.asking) == ((), "Đang xem máy này…")
    assert asking.asking == "Đang hỏi máy chủ…"
    assert done.asking == ""
    assert [row.what for row in done.rows] == ["Lịch", "Phông giấy tờ", "Máy chủ"]
    assert done.banner.edge is Edge.WARN
    assert done.banner.bold == "1 việc cần làm trên máy này."


def test_nothing_to_do() -> None:
    page = Page(local=(FINE,))
    page.presenter.check()
    assert page.shown[-1].banner.edge is Edge.OK


def test_an_answer_to_an_earlier_question_is_dropped() -> None:
    page = Page()
    page.jobs.hold()
    page.presenter.check()
    page.local = (FINE,)
    page.presenter.check()
    page.jobs.release(last=True)
    page.jobs.release(1)
    assert [row.what for row in page.shown[-1].rows] == ["Phông giấy tờ"]
    page.jobs.release()
    assert [row.what for row in page.shown[-1].rows] == ["Phông giấy tờ", "Máy chủ"]


def test_a_store_that_fails_ends_the_asking_in_words() -> None:
    page = Page()

    def fail() -> tuple[Finding, ...]:
        raise NotEnrolledError

    page.presenter._acts = ChecksActs(fail, fail, lambda: None, page.notices.append)
    page.presenter.check()
    assert page.shown[-1].asking == ""
    assert page.notices


def test_copy_and_bundle() -> None:
    page = Page()
    page.presenter.check()
    page.presenter.copy()
    page.presenter.bundle()
    (copied,) = page.copied
    assert copied.splitlines() == [
        "✓ Phông giấy tờ: Liberation Serif",
        "✗ Lịch: năm 2027 chưa được duyệt",
        "  → cập nhật lịch",
        "✓ Máy chủ: motcua.tinh.example",
    ]
    assert page.opened == [True]
