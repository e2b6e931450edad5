"""The bundle is read before it is saved, and what was shown is what is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.checking.bundle_page import BundleActs, BundlePresenter
from counter_app.desktop.presenters.checking.bundle_state import BundleState
from counter_app.desktop.presenters.data_state.page_state import CopyPlace, PlaceChoice
from counter_app.domain.errors.home import PathUnusableError
from counter_app.services.support.bundle import Bundle, Part
from tests.desktop.now_jobs import NowJobs
from tests.made import NOON

BUNDLE = Bundle("00217", NOON, (Part("01-may.txt", "Máy", "a\nb"), Part("x.log", "Nhật ký", "c")))
STICK = CopyPlace(Path("/media/x"), "KINGSTON", 2_000_000_000)


@dataclass
class Page:
    has_key: bool = True
    places: tuple[CopyPlace, ...] = (STICK,)
    full: bool = False
    shown: list[BundleState] = field(default_factory=list)
    asked: list[tuple[str, tuple[PlaceChoice, ...]]] = field(default_factory=list)
    saved: list[Bundle] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    jobs: NowJobs = field(default_factory=NowJobs)

    def __post_init__(self) -> None:
        acts = BundleActs(
            lambda: BUNDLE, lambda: self.places, self.save, self.has_key, self.notices.append
        )
        self.presenter = BundlePresenter(self, self.jobs, acts)
        self.presenter.arrive()

    def save(self, bundle: Bundle, folder: Path) -> Path:
        if self.full:
            raise PathUnusableError(path=folder, reason="No space left on device")
        self.saved.append(bundle)
        return folder / bundle.file_name

    def present(self, state: BundleState) -> None:
        self.shown.append(state)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        self.asked.append((sentence, places))


def test_parts_are_listed_and_read_one_by_one() -> None:
    page = Page()
    state = page.shown[-1]
    assert [(row.title, row.name, row.lines) for row in state.rows] == [
        ("Máy", "01-may.txt", "2 dòng"),
        ("Nhật ký", "x.log", "1 dòng"),
    ]
    assert state.text == "a\nb"
    page.presenter.choose(1)
    assert page.shown[-1].text == "c"
    page.presenter.choose(7)
    assert page.shown[-1].text == "c"


def test_it_goes_where_the_officer_says() -> None:
    page = Page()
    assert page.presenter.ask_place()
    ((sentence, (place,)),) = page.asked
    assert "niêm phong" in sentence
    page.presenter.save_to(place.folder)
    assert page.saved == [BUNDLE]
    assert BUNDLE.file_name in page.shown[-1].saved
    assert page.shown[-1].may_save


def test_no_stick_is_said_before_a_folder_is_chosen() -> None:
    page = Page(places=())
    page.presenter.ask_place()
    assert "Chưa thấy ổ USB" in page.asked[0][0]


def test_without_a_key_it_can_be_read_and_not_saved() -> None:
    page = Page(has_key=False)
    assert page.shown[-1].rows
    assert not page.shown[-1].may_save
    assert "khóa hỗ trợ" in page.shown[-1].why_not
    assert not page.presenter.ask_place()
    assert not page.asked


def test_a_full_stick_is_said_and_it_may_be_tried_again() -> None:
    page = Page(full=True)
    page.presenter.save_to(STICK.folder)
    assert page.notices
    assert page.shown[-1].may_save
    assert not page.shown[-1].saved


def test_only_one_thing_at_a_time() -> None:
    page = Page()
    page.jobs.hold()
    page.presenter.save_to(STICK.folder)
    page.presenter.save_to(STICK.folder)
    page.presenter.arrive()
    assert not page.presenter.ask_place()
    page.jobs.release()
    assert page.saved == [BUNDLE]
