"""Biểu mẫu: sets are looked at; a changed one is used only after it passed and was asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.form_sets.form_sets import (
    CANDIDATE,
    MOST_FINDINGS,
    FormActs,
    FormSetsPresenter,
    unusable_notice,
)
from counter_app.desktop.presenters.form_sets.sets_state import FormSetsState
from counter_app.domain.errors.catalogue import FormSetNotKeptError
from counter_app.domain.form_sets import FormSet
from counter_app.domain.problems import doubt, false
from counter_app.services.counter.reference import shipped_form_sets
from counter_app.services.forms.checking import CheckReport
from counter_app.services.forms.office_forms import KnownSet, OfficeForms, Origin
from counter_app.services.forms.own import Taken
from counter_app.services.forms.reading import Finding
from counter_app.services.printing.receipt_paper import Document
from tests.desktop.now_jobs import NowJobs

OLD, NEW = shipped_form_sets()
OURS = replace(NEW, title="Biểu mẫu của tỉnh Ví Dụ")
PATH = Path("bieu-mau-tinh")
SHIPPED = OfficeForms(
    (
        KnownSet(OLD, Origin.SHIPPED, Taken()),
        KnownSet(NEW, Origin.SHIPPED, Taken(), is_todays=True),
    )
)
TAKEN = OfficeForms(
    (
        KnownSet(OLD, Origin.SHIPPED, Taken()),
        KnownSet(
            OURS,
            Origin.OWN,
            Taken("Ngô Văn Thí", "2026-11-20T09:12:00+07:00", "3f9a1c77" * 8),
            is_todays=True,
        ),
    )
)


def bad(count: int) -> CheckReport:
    """Return a report of so many faults."""
    found = Finding("TT03-2025.json", "/basis", false("form_set_no_basis"))
    return CheckReport(None, {}, (found,) * count)


class Scene:
    """The presenter with everything around it in hand."""

    def __init__(self, known: OfficeForms = SHIPPED) -> None:
        self.known = known
        self.report = CheckReport(OURS, {"id": NEW.id}, ())
        self.states: list[FormSetsState] = []
        self.asked: list[tuple[str, str]] = []
        self.done: list[str] = []
        self.shown: list[tuple[Document, str]] = []
        self.notices: list[Notice] = []
        self.jobs = NowJobs()
        self.breaks = False
        acts = FormActs(
            read=lambda: self.known,
            sample=self._sample,
            check=lambda path: self.report,
            take=self._take,
            back=self._back,
            preview=lambda document, title: self.shown.append((document, title)),
            notify=self.notices.append,
        )
        self.presenter = FormSetsPresenter(self, self.jobs, acts)
        self.presenter.refresh()

    def present(self, state: FormSetsState) -> None:
        self.states.append(state)

    def ask_back(self, title: str, sentence: str) -> None:
        self.asked.append((title, sentence))

    @property
    def now(self) -> FormSetsState:
        return self.states[-1]

    def _sample(self, form_set: FormSet, key: str, longest: bool) -> Document:
        return Document(key, form_set.title, b"%PDF", 1 + longest)

    def _take(self, report: CheckReport) -> str:
        if self.breaks:
            raise FormSetNotKeptError(id="TT03-2025", reason="đầy ổ đĩa")
        assert report.form_set is not None
        self.done.append(f"take {report.form_set.title}")
        self.known = TAKEN
        return report.form_set.id

    def _back(self, identifier: str) -> bool:
        self.done.append(f"back {identifier}")
        self.known = SHIPPED
        return True


def test_todays_set_is_shown_with_basis_date_and_origin() -> None:
    scene = Scene()
    assert [(each.words, each.note, each.chosen) for each in scene.now.sets] == [
        ("TT01-2018", "Kèm chương trình", False),
        ("TT03-2025", "hôm nay", True),
    ]
    assert dict(scene.now.facts) == {
        "Căn cứ": "Thông tư 03/2025/TT-VPCP",
        "Có hiệu lực từ": "01/07/2025",
        "Nguồn": "Kèm chương trình",
    }
    assert len(scene.now.papers) == 23
    assert scene.now.papers[0] == ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "01")
    assert len(set(scene.now.papers)) == 23
    assert (scene.now.banner, scene.now.take, scene.now.go_back) == (None, "", "")


def test_another_set_and_its_papers_are_looked_at() -> None:
    scene = Scene()
    scene.presenter.choose(OLD.id)
    scene.presenter.preview(0)
    ((document, title),) = scene.shown
    assert (document.form, document.form_set) == ("receipt", OLD.title)
    assert title == "Giấy tiếp nhận hồ sơ và hẹn trả kết quả – dữ liệu mẫu, TT01-2018"
    scene.presenter.preview(99)
    scene.presenter.preview(-1)
    assert len(scene.shown) == 1
    scene.presenter.preview(1, longest=True)
    document, title = scene.shown[1]
    assert (document.form, document.copies) == ("letters/supplement", 2)
    assert "– nội dung dài nhất, TT01-2018" in title


def test_a_changed_set_is_looked_at_before_it_is_used() -> None:
    scene = Scene()
    assert not scene.presenter.take()
    scene.presenter.check(PATH)
    assert scene.now.sets[-1].words == "TT03-2025, vừa đọc"
    assert scene.now.title == OURS.title
    assert scene.now.take == "Dùng bộ này"
    scene.presenter.preview(0)
    assert scene.shown[0][0].form_set == OURS.title
    scene.presenter.choose(NEW.id)
    assert not scene.presenter.take()  # another set is looked at: F9 would surprise
    scene.presenter.choose(CANDIDATE)
    assert scene.presenter.take()
    assert scene.done == [f"take {OURS.title}"]
    assert scene.notices[0].bold == "Đã nhận bộ biểu mẫu TT03-2025."
    facts = dict(scene.now.facts)
    assert facts["Người nhận"] == "Ngô Văn Thí, 20/11/2026"
    assert facts["SHA-256 của tệp"] == "3f9a1c773f9a1c77…"
    assert "Tình trạng" not in facts  # the next paper is printed on it already
    assert (scene.now.banner, scene.now.take) == (None, "")


def test_a_file_that_was_changed_by_hand_waits_for_the_next_start() -> None:
    (old, own) = TAKEN.sets
    scene = Scene(replace(TAKEN, sets=(old, replace(own, is_used=False))))
    assert dict(scene.now.facts)["Tình trạng"] == "dùng từ lần mở chương trình sau"


def test_a_bad_set_says_what_is_wrong_and_changes_nothing() -> None:
    scene = Scene()
    scene.report = bad(9)
    scene.presenter.check(PATH)
    banner = scene.now.banner
    assert banner is not None
    assert banner.bold == "Chưa dùng được bộ biểu mẫu này: 9 chỗ cần sửa."
    assert len(scene.now.findings) == MOST_FINDINGS + 1
    assert scene.now.findings[0].startswith("TT03-2025.json, chỗ basis: Chưa ghi căn cứ")
    assert scene.now.findings[-1] == "… và 3 chỗ nữa."
    assert [each.words for each in scene.now.sets] == ["TT01-2018", "TT03-2025"]
    assert (scene.now.papers, scene.now.title) == ((), "")
    assert not scene.presenter.take()
    assert scene.done == []
    scene.presenter.choose(NEW.id)
    assert (scene.now.banner, scene.now.findings) == (None, ())
    assert scene.now.papers


def test_doubts_are_said_and_dont_hinder() -> None:
    scene = Scene()
    found = Finding("x.json", "", doubt("form_set_lacks", "/letters/stop", name="Thông báo"))
    scene.report = replace(scene.report, doubtful=(found,))
    scene.presenter.check(PATH)
    assert len(scene.now.findings) == 1
    assert scene.presenter.take()


def test_nothing_else_begins_while_files_are_read() -> None:
    scene = Scene()
    scene.jobs.hold()
    scene.presenter.check(PATH)
    scene.presenter.check(PATH)
    assert scene.now.busy
    assert len(scene.jobs.held) == 1
    scene.jobs.release()
    assert not scene.now.busy


def test_going_back_is_asked_first() -> None:
    scene = Scene()
    scene.presenter.ask_back()
    assert scene.asked == []  # the shipped set can't be left
    scene = Scene(TAKEN)
    assert scene.now.go_back
    scene.presenter.ask_back()
    assert scene.asked[0][0] == "Bỏ bộ biểu mẫu TT03-2025 của đơn vị?"
    assert scene.done == []
    scene.presenter.go_back()
    assert scene.done == ["back TT03-2025"]
    assert scene.now.go_back == ""


def test_a_disk_that_refuses_is_told() -> None:
    scene = Scene()
    scene.presenter.check(PATH)
    scene.breaks = True
    scene.presenter.take()
    assert scene.notices[0].kind is NoticeKind.ERROR
    assert not scene.now.busy
    assert scene.now.take


def test_a_set_that_no_longer_passes_is_named() -> None:
    scene = Scene(replace(SHIPPED, unusable=("TT03-2025",)))
    banner = scene.now.banner
    assert banner is not None
    assert banner.bold == "Bộ biểu mẫu TT03-2025 hiện không dùng được."
    assert unusable_notice(("TT03-2025",)).kind is NoticeKind.WARN
