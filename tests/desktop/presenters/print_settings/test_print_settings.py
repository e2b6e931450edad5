"""Thiết lập in: every choice is kept at once, nonsense stays typed with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.print_settings.print_settings import (
    PREVIEWED,
    TO_FILE,
    PrintSettings,
    SettingsActs,
    mm_words,
    tenths_of,
)
from counter_app.desktop.presenters.print_settings.settings_state import (
    Choice,
    PrintSettingsState,
)
from counter_app.domain.errors.store import StoreError
from counter_app.papers.documents import Layout
from counter_app.services.printing.print_setup import Found, FoundPrinter
from counter_app.services.printing.profiles import FORMS, PaperChoice, PrintProfile
from counter_app.services.printing.receipt_paper import RECEIPT, RESULT_SLIP, Document
from tests.desktop.now_jobs import NowJobs
from tests.desktop.paper_tray import PaperTray

FOUND = Found(
    (
        FoundPrinter("HP_107a", ("auto", "manual")),
        FoundPrinter("Kho", lacks=frozenset({PaperChoice.A5}), fault="máy in Kho hết giấy"),
    ),
    "HP_107a",
    {form: PrintProfile() for form in FORMS},
)


class Scene:
    """The presenter with everything around it in hand."""

    def __init__(self) -> None:
        self.states: list[PrintSettingsState] = []
        self.jobs = NowJobs()
        self.tray = PaperTray()
        self.found = FOUND
        self.kept: list[tuple[str, PrintProfile]] = []
        self.tests: list[tuple[str, Layout, str]] = []
        self.changed = 0
        self.notices: list[Notice] = []
        self.breaks = self.unmade = False
        acts = SettingsActs(
            lambda: self.found,
            self._keep,
            self._page,
            self.tray,
            self._changed,
            self.notices.append,
        )
        self.presenter = PrintSettings(self, self.jobs, acts)

    @property
    def state(self) -> PrintSettingsState:
        return self.states[-1]

    def present(self, state: PrintSettingsState) -> None:
        self.states.append(state)

    def _keep(self, form: str, profile: PrintProfile) -> None:
        if self.breaks:
            raise StoreError
        self.kept.append((form, profile))

    def _page(self, form: str, layout: Layout, printer: str) -> Document:
        if self.unmade:
            raise StoreError
        self.tests.append((form, layout, printer))
        return Document(form, "", b"%PDF", 1)

    def _changed(self) -> None:
        self.changed += 1


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.presenter.refresh()
    return made


def keys(choices: tuple[Choice, ...]) -> list[str]:
    return [each.key for each in choices]


def test_nothing_is_known_at_first() -> None:
    made = Scene()
    made.jobs.hold()
    made.presenter.refresh()
    assert made.state.reading
    assert keys(made.state.forms) == list(FORMS)
    assert not made.presenter.test()
    made.presenter.choose_printer("HP_107a")
    assert not made.kept


def test_what_there_is(scene: Scene) -> None:
    state = scene.state
    assert not state.reading
    assert keys(state.printers) == ["", "HP_107a", "Kho", TO_FILE]
    assert state.printer == "Máy in mặc định (HP_107a)"
    assert keys(state.trays) == ["", "auto", "manual"]
    assert state.trouble == ""
    assert (state.copies.text, state.right.text) == ("1", "0")
    assert [each.chosen for each in state.ways] == [True, False]


def test_choices_are_kept_at_once(scene: Scene) -> None:
    scene.presenter.choose_form(RESULT_SLIP)
    scene.presenter.choose_printer("Kho")
    scene.presenter.choose_paper("a5")
    scene.presenter.choose_way(PREVIEWED)
    scene.presenter.type_copies("2")
    scene.presenter.type_right("1,5")
    scene.presenter.type_down("-0.3 mm")
    assert scene.kept[-1] == (
        RESULT_SLIP,
        PrintProfile("Kho", paper=PaperChoice.A5, copies=2, right=15, down=-3, silent=False),
    )
    assert scene.changed == len(scene.kept) == 6
    assert scene.state.down.text == "-0,3"
    assert scene.state.trouble == "Máy in Kho không nhận khổ giấy đã chọn."
    scene.presenter.choose_paper("two-a5-on-a4")
    assert scene.state.trouble == "Máy in Kho hết giấy."
    scene.presenter.choose_form(RECEIPT)
    assert scene.state.printer == "Máy in mặc định (HP_107a)"
    scene.presenter.choose_tray("manual")
    assert scene.state.tray == "manual"
    scene.presenter.choose_printer("HP_107a")
    assert scene.kept[-1][1].tray == "", "trays belong to their printer"


def test_the_same_again_is_not_kept(scene: Scene) -> None:
    scene.presenter.choose_tray("")
    scene.presenter.type_copies("1")
    assert not scene.kept


@pytest.mark.parametrize("typed", ["0", "10", "", "hai", "-1", "123", "²"])
def test_copies_that_make_no_sense_stay_typed(scene: Scene, typed: str) -> None:
    scene.presenter.type_copies(typed)
    assert scene.state.copies.text == typed
    assert scene.state.copies.problem
    assert scene.state.test_reason
    assert not scene.presenter.test()
    assert not scene.kept
    scene.presenter.type_copies("3")
    assert not scene.state.copies.problem


@pytest.mark.parametrize("typed", ["11", "1,55", "xa", "nan", "1e9", "--1"])
def test_lengths_that_make_no_sense_stay_typed(scene: Scene, typed: str) -> None:
    scene.presenter.type_right(typed)
    assert scene.state.right.problem
    assert not scene.kept


@pytest.mark.parametrize("tenths", range(-100, 101))
def test_lengths_read_as_they_are_written(tenths: int) -> None:
    assert tenths_of(mm_words(tenths)) == tenths


def test_a_silent_print_service_is_said_as_a_sentence(scene: Scene) -> None:
    fault = "dịch vụ in của máy tính không trả lời (hết giờ)"
    scene.found = Found((), "", {form: PrintProfile() for form in FORMS}, fault)
    scene.presenter.refresh()
    assert scene.state.trouble == "Dịch vụ in của máy tính không trả lời (hết giờ)."


def test_a_printer_that_is_gone_stays_visible(scene: Scene) -> None:
    scene.found = Found((), "", {form: PrintProfile(printer="Cũ") for form in FORMS})
    scene.presenter.refresh()
    assert scene.state.printer == "Cũ"
    assert "không còn máy in Cũ" in scene.state.trouble
    scene.presenter.choose_printer(TO_FILE)
    assert scene.state.printer == "Không in, lưu thành tệp PDF"
    assert scene.state.trouble == ""
    scene.presenter.choose_printer("")
    assert "lưu thành tệp PDF" in scene.state.trouble


def test_a_test_page_goes_by_the_profile(scene: Scene) -> None:
    scene.tray.hold()
    assert scene.presenter.test()
    assert not scene.presenter.test()
    assert scene.state.test_reason
    scene.tray.release()
    assert scene.tests == [(RECEIPT, "A4x2", "HP_107a")]
    assert scene.tray.sheets[0].title.startswith("Trang in thử")
    assert "Trang in thử" in scene.state.tested
    assert scene.state.came
    assert scene.state.test_reason == ""
    scene.presenter.choose_form(RESULT_SLIP)
    assert scene.state.tested == "", "it was another form's page"


def test_a_test_page_that_did_not_come_is_said_on_the_page(scene: Scene) -> None:
    scene.tray.no_paper()
    scene.presenter.test()
    assert "hết giấy" in scene.state.tested
    assert "F10" not in scene.state.tested, "that prints the last dossier's paper"
    assert not scene.state.came
    scene.tray.hold()
    scene.presenter.test()
    assert scene.state.tested == "", "the next one is on its way"


def test_a_test_page_that_nobody_confirmed_is_looked_for(scene: Scene) -> None:
    scene.tray.mute()
    scene.presenter.test()
    assert "không báo" in scene.state.tested
    assert not scene.state.came


def test_a_test_page_that_cannot_be_made_is_said_on_the_page(scene: Scene) -> None:
    scene.unmade = True
    scene.presenter.test()
    assert scene.state.tested
    assert not scene.state.came
    assert scene.state.test_reason == ""


def test_a_test_page_in_a_file_says_where(scene: Scene, tmp_path: Path) -> None:
    scene.tray.no_printer(tmp_path)
    scene.presenter.test()
    assert ".pdf" in scene.state.tested
    assert scene.state.came


def test_what_cannot_be_kept_is_said(scene: Scene) -> None:
    scene.breaks = True
    scene.presenter.choose_paper("a5")
    assert scene.notices[-1].kind is NoticeKind.ERROR
    assert scene.changed == 0
