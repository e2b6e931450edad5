"""Every page of the real window: whatever takes keys or clicks has a name that can be read out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from counter_app.desktop.presenters.reception.state import Block
from tests.desktop.accessibility.tree import heard
from tests.journeys.driver import Counter
from tests.journeys.town import CounterHome
from tests.journeys.townspeople import NEW, RETURNING
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

PAGES = (
    "reception", "incoming", "dossiers", "supplement", "returns", "reminders", "log", "unsent",
    "settings", "printing", "scanner",
)  # fmt: skip


def nameless(at: Counter) -> list[str]:
    """Return what on the screen has no name, and should."""
    top = QApplication.activeModalWidget() or at.program.window
    return [f"{each.kind}: {each.role.name}" for each in heard(top) if each.is_nameless]


@pytest.mark.parametrize("page", PAGES)
def test_pages(at: Counter, page: str) -> None:
    at.office.show_page(page)
    at.until(lambda: bool(at.page.title()), "the page is shown")
    assert nameless(at) == []


def card_read(at: Counter, _: CounterHome) -> None:
    at.scan_card(NEW.card)


def searching(at: Counter, _: CounterHome) -> None:
    at.scan_card(NEW.card)
    at.hands.press("Return")
    at.at(Block.PROCEDURE)
    at.hands.type("khai")


def every_block(at: Counter, _: CounterHome) -> None:
    at.scan_card(RETURNING.card)
    at.at(Block.PROCEDURE)
    at.hands.press("Ctrl+1")
    at.at(Block.PAPERS)
    assert nameless(at) == []
    at.hands.press("1", "Return")
    at.until(lambda: any(row.noting for row in at.shown.papers.rows), "a note is asked")
    assert nameless(at) == []
    for block in (Block.FEES, Block.DUE, Block.DELIVERY):
        at.reception.go(block)
        at.at(block)
        assert nameless(at) == []


def person_form(at: Counter, _: CounterHome) -> None:
    at.hands.press("F4")
    at.until(lambda: at.shown.applicant.form, "the form is open")


def dossier(at: Counter, home: CounterHome) -> None:
    at.hands.scan(home.waiting)
    at.says(home.waiting, "Diễn biến")


def returning(at: Counter, home: CounterHome) -> None:
    dossier(at, home)
    at.hands.press("F8")
    at.says("Trả kết quả và in biên nhận")
    assert nameless(at) == []
    at.hands.press("F4")


def unknown_code(at: Counter, _: CounterHome) -> None:
    at.hands.scan("H26.15-260105-0042")
    at.says("chưa có trên máy này")


def quick_line(at: Counter, _: CounterHome) -> None:
    at.hands.press("Ctrl+K")
    at.hands.type("khai")


def keys(at: Counter, _: CounterHome) -> None:
    at.hands.press("F1")


def history(at: Counter, _: CounterHome) -> None:
    at.scan_card(RETURNING.card)
    at.at(Block.PROCEDURE)
    at.hands.press("Ctrl+L")


def preview(at: Counter, _: CounterHome) -> None:
    at.scan_card(RETURNING.card)
    at.at(Block.PROCEDURE)
    at.hands.press("Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    at.at(Block.READY)
    at.hands.press("Shift+F9")
    at.until(lambda: at.office._shown[-1] == "preview", "the preview is shown")


@pytest.mark.parametrize(
    "comes_to",
    [
        card_read, searching, every_block, person_form, dossier, returning, unknown_code,
        quick_line, keys, history, preview,
    ],
    ids=lambda each: each.__name__,
)  # fmt: skip
def test_moments(
    at: Counter, home: CounterHome, comes_to: Callable[[Counter, CounterHome], None]
) -> None:
    comes_to(at, home)
    assert nameless(at) == []
    at.hands.press("Escape", "Escape")


def test_locked_and_log_in(at: Counter) -> None:
    at.hands.press("Ctrl+Shift+L")
    at.until(lambda: at.sitting.locking.is_locked, "it is locked")
    assert nameless(at) == []
    at.hands.press("F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    assert nameless(at) == []
    at.hands.press("Escape")
    at.hands.type("mau-1234")
    at.hands.press("Return")
    at.until(lambda: at.program.window.inside is at.office, "the officer is back")


def test_tab_goes_through_the_reception_from_top_to_bottom(at: Counter) -> None:
    """Tab is the next field, always: down the cards, then down the panel, then the bars."""
    at.scan_card(RETURNING.card)
    at.at(Block.PROCEDURE)
    at.hands.press("Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    at.at(Block.READY)
    page = at.office.pages.reception
    page.applicant.setFocus()
    stops = []
    for _ in range(40):
        at.hands.press("Tab")
        focused = at.program.window.focusWidget()
        assert focused is not None
        if focused in stops:
            break
        stops.append(focused)
    inside = [each for each in stops if page.isAncestorOf(each)]
    cards = [each for each in inside if not page.panel.isAncestorOf(each)]
    panel = [each for each in inside if page.panel.isAncestorOf(each)]
    for part in (cards, panel):
        heights = [each.mapTo(page, each.rect().topLeft()).y() for each in part]
        assert heights == sorted(heights), [each.accessibleName() for each in part]
