"""Scans that nobody expects, in moments that are wrong for them: words, and nothing typed lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from counter_app.desktop.presenters.reception.state import Block
from tests.journeys.cases import receive
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.town import OFFICER, PASSWORD, CounterHome
from tests.journeys.townspeople import BRIDE, GROOM, MOTHER, NEW
from tests.journeys.window_fixtures import at, home, town

pytestmark = pytest.mark.long

__all__ = ["at", "home", "town"]

UNKNOWN = "H26.15-260105-0042"
FOREIGN = "H30.07-260105-0042"


@pytest.fixture(scope="module")
def sitting(qapp: QApplication, home: CounterHome) -> Iterator[Counter]:
    """Return the window, with the plainest scanner there is: no prefix, Return behind it."""
    with Counter(home.folder) as counter:
        counter.log_in()
        yield counter


def half_way(at: Counter) -> None:
    """Come half through a reception: a card, and letters in the search of procedures."""
    at.scan_card(NEW.card)
    at.hands.press("Return")
    at.at(Block.PROCEDURE)
    at.hands.type("khai")


def is_half_way(at: Counter) -> None:
    """Nothing of it was lost."""
    assert at.draft.applicant is not None
    assert at.draft.applicant.name == NEW.name
    assert at.shown.procedure.typed == "khai"
    at.hands.type(" tu")
    assert at.shown.procedure.typed == "khai tu"


@pytest.mark.parametrize(
    ("code", "words"),
    [(UNKNOWN, "chưa có trên máy này"), (FOREIGN, "H30.07")],
    ids=["unknown", "foreign"],
)
def test_a_code_that_is_not_here(at: Counter, code: str, words: str) -> None:
    half_way(at)
    at.hands.scan(code)
    at.says(code, words)
    assert code in at.title
    at.hands.press("Escape")
    at.until(lambda: at.page.title() == "Tiếp nhận", "the reception is back")
    is_half_way(at)


@pytest.mark.parametrize(
    "text",
    ["https://example.vn/khuyen-mai", "8934567890123", "00020101021238570010A000000727"],
    ids=["link", "goods", "bank"],
)
def test_a_symbol_of_something_else(at: Counter, text: str) -> None:
    half_way(at)
    at.hands.scan(text)
    at.until(lambda: at.toast, "the window says what it was")
    assert "không phải" in at.toast or "quét" in at.toast
    is_half_way(at)


def test_a_card_twice(at: Counter) -> None:
    half_way(at)
    at.hands.scan(NEW.card)
    at.until(lambda: "đã có trong hồ sơ này" in at.toast, "the card is in already")
    is_half_way(at)


@pytest.mark.parametrize("key", ["Ctrl+K", "F1"])
def test_a_scan_over_what_lies_open(at: Counter, home: CounterHome, key: str) -> None:
    half_way(at)
    at.hands.press(key)
    at.hands.scan(home.waiting)
    at.says(home.waiting)
    at.hands.press("Escape")
    at.until(lambda: at.page.title() == "Tiếp nhận", "the reception is back")
    is_half_way(at)


def test_a_card_while_the_last_dossier_is_being_written(at: Counter, hold: Hold) -> None:
    at.scan_card(BRIDE.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    at.at(Block.READY)
    papers = len(at.spool.sheets)
    with hold(at):
        at.hands.press("F9")
        at.until(lambda: at.shown.panel.busy, "F9 is at work")
        at.hands.scan(GROOM.card)
    at.until(
        lambda: at.draft.applicant is not None and at.draft.applicant.name == GROOM.name,
        "the next citizen's card was kept",
    )
    at.paper(papers + 1)


Hold = Callable[[Counter], "Holding"]


class Holding:
    """Keeps the workers of the window from doing anything."""

    def __init__(self, at: Counter) -> None:
        self._at = at
        self._go = threading.Event()

    def __enter__(self) -> None:
        for _ in range(2):
            self._at.program.jobs.run(lambda: self._go.wait(30), lambda _: None)

    def __exit__(self, *_: object) -> None:
        self._go.set()


@pytest.fixture
def hold() -> Hold:
    """Return what holds the workers."""
    return Holding


def test_scans_at_the_locked_screen_and_at_log_in(at: Counter) -> None:
    half_way(at)
    at.hands.press("Ctrl+Shift+L")
    at.until(lambda: at.sitting.locking.is_locked, "it is locked")
    at.says("Có mạng", "Máy quét", at.sitting.counter.workplace.reference.centre.shown_name)
    for text in (NEW.card, UNKNOWN):
        at.hands.scan(text)
        assert not any(field.text() for field in fields(at))
    assert NEW.name not in at.words()
    at.hands.press("F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    at.says("Có mạng", "Máy quét")
    at.hands.scan(NEW.card)
    assert not any(field.text() for field in fields(at))
    at.hands.press("Escape")
    at.until(lambda: at.sitting.locking.is_locked, "it is locked again")
    at.hands.type(PASSWORD)
    at.hands.press("Return")
    at.until(lambda: at.program.window.inside is at.office, f"{OFFICER} is back")
    is_half_way(at)


def fields(at: Counter) -> list[QLineEdit]:
    """Return the fields that are on the screen."""
    return [each for each in at.program.window.findChildren(QLineEdit) if each.isVisible()]


def test_a_scan_over_a_dialog(at: Counter) -> None:
    """What a dialog asks, and what was typed in it, isn't swept away."""
    at.scan_card(MOTHER.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    sheet = receive(at)
    (code,) = codes_on(sheet.pdf)
    at.until(lambda: at.dossier(code).printed, "it is known to be printed")
    at.hands.press("F10")
    at.until(lambda: QApplication.activeModalWidget() is not None, "a dialog asks why")
    at.hands.scan(NEW.card)
    at.says("chưa được dùng", "Esc")
    assert QApplication.activeModalWidget() is not None, "what it asks is still asked"
    at.hands.press("Escape")
    at.until(lambda: QApplication.activeModalWidget() is None, "the dialog is closed")
    assert at.draft.is_empty
    at.scan_card(NEW.card)
    assert at.page.title() == "Tiếp nhận"
    assert at.dossier(code).printed
