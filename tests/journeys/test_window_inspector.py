"""Other officers than the one of the counter: an inspector; one who forgot the password.

The inspector has the log, a dossier, its inspection; and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.commands import KEYS, Command
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.inspecting.log_page import LogPage
from counter_app.desktop.screens.resetting.reset_sheet import CodeSheet, ResetSheet
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.domain.acts.audit import Exported, Viewed
from counter_app.domain.acts.kinds import Body, Kind
from tests.journeys.driver import Counter
from tests.journeys.paper import words_on
from tests.journeys.test_window_typing import log_in_as
from tests.journeys.town import OFFICER, PASSWORD, CounterHome, Town
from tests.journeys.townspeople import FETCHING, RETURNING
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["home", "sitting", "town"]

INSPECTOR, SUPERVISOR = "CB-009", "CB-006"
CHOSEN = "khóa mới của tôi"
REFUSED = "không thuộc vai trò"
S = TypeVar("S", bound=QWidget)


@pytest.fixture
def at(sitting: Counter, town: Town) -> Iterator[Counter]:
    """Return the window with the inspector logged in; the officer comes back behind."""
    town.sandbox.province.set_password(INSPECTOR, PASSWORD)
    change_to(sitting, INSPECTOR)
    yield sitting
    change_to(sitting, OFFICER)
    sitting.clear()


def change_to(at: Counter, officer: str) -> None:
    """Change officers at the counter."""
    at.hands.press("Ctrl+Shift+L", "F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    log_in_as(at, officer)


def bodies(at: Counter, *kinds: Kind) -> list[Body | None]:
    """Return what this inspector wrote today."""
    today = at.office.desk.today()
    with at.office.desk.workplace.store.reading() as tx:
        rows = tx.day_acts.between(today, today, kinds, officer=INSPECTOR)
    return [row.body for row in rows]


def test_looks_up_a_dossier_and_prints_its_inspection(at: Counter, home: CounterHome) -> None:
    papers = len(at.spool.sheets)
    page = at.office.page
    assert isinstance(page, LogPage), "an inspector begins with the log"
    at.hands.scan(home.waiting)
    at.until(lambda: _all_of(page, home.waiting), "only its acts")
    page.focus_table()
    at.hands.press("F10")
    said = words_on(at.paper(papers + 1).pdf)
    assert home.waiting in said
    assert FETCHING.name in said
    (exported,) = bodies(at, Kind.EXPORTED)
    assert isinstance(exported, Exported)
    assert home.waiting in exported.what
    while at.toast:
        at.hands.press("Escape")
    chosen = page.presenter._line()  # an act of the dossier: it stays chosen
    assert chosen is not None
    assert chosen.dossier
    at.hands.press("Return")
    at.until(lambda: home.waiting in at.title, "its page comes")
    at.says(FETCHING.name)

    def is_recorded() -> bool:
        viewed = [body.what for body in bodies(at, Kind.VIEWED) if isinstance(body, Viewed)]
        return any(home.waiting in what for what in viewed)

    at.until(is_recorded, "the look is recorded")


def test_no_act_is_done_by_any_key(at: Counter, home: CounterHome) -> None:
    for command in (Command.NEW, Command.HAND_OVER, Command.CERTIFY, Command.SHIFT):
        at.hands.press(KEYS[command][0])
        assert isinstance(at.office.page, LogPage), f"{command.name} leads nowhere"
        at.until(lambda: REFUSED in at.toast, f"{command.name} says why")
        at.hands.press("Escape")
    at.hands.scan(RETURNING.card)
    at.until(lambda: REFUSED in at.toast, "a card begins no reception")
    at.hands.press("Escape")
    at.office.pages.open_code(home.waiting)
    at.until(lambda: home.waiting in at.title, "its page comes")
    at.says(FETCHING.name)
    page, papers = at.office.page, len(at.spool.sheets)
    assert isinstance(page, DetailPage)
    for command in (Command.RETURN, Command.SUPPLEMENT, Command.RECEIVE, Command.REPRINT):
        at.hands.press(KEYS[command][0])
        at.until(lambda: REFUSED in at.toast, f"{command.name} says why")
        at.hands.press("Escape")
        assert not page.presenter.is_returning
    assert at.dossier(home.waiting).returned is None
    assert len(at.spool.sheets) == papers
    wrote = set(Kind) - {Kind.LOGGED_IN, Kind.LOGGED_OUT, Kind.VIEWED, Kind.EXPORTED}
    assert not bodies(at, *wrote)


def _all_of(page: LogPage, code: str) -> bool:
    lines = page.presenter._lines
    return bool(lines) and all(code in line.code or code in line.detail for line in lines)


def sheet_of(kind: type[S]) -> S | None:
    """Return the sheet of this kind that is open."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return next((each for each in shown if each.isVisible()), None)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
def test_a_forgotten_password_with_the_line_and_without(sitting: Counter, town: Town) -> None:
    """The supervisor gives a code and the province hears of it; then the line is cut."""
    at, login = sitting, sitting.program.login
    town.sandbox.province.set_password(SUPERVISOR, PASSWORD)
    change_to(at, SUPERVISOR)
    at.office.show_page("settings")

    def row() -> str:
        focus = QApplication.focusWidget()
        return focus.text() if isinstance(focus, QuietButton) else ""

    while not row().startswith("Cấp lại mật khẩu"):
        at.hands.press("Tab")
    at.hands.press("Space")
    at.until(lambda: sheet_of(ResetSheet) is not None, "it is asked who, and why")
    asked = sheet_of(ResetSheet)
    assert asked is not None
    while QApplication.focusWidget() is not asked._officers[OFFICER]:
        at.hands.press("Down")
    at.hands.press("Space", "Tab")
    at.hands.type("quên")
    at.hands.press("Return")
    at.until(lambda: sheet_of(CodeSheet) is not None, "the code is shown")
    given = sheet_of(CodeSheet)
    assert given is not None
    at.hands.press("Return")
    at.until(lambda: sheet_of(CodeSheet) is None, "the code was seen")
    at.until(lambda: town.took(Kind.PASSWORD_RESET), "the province knows of it")

    at.hands.press("Ctrl+Shift+L", "F4")
    at.until(lambda: at.program.window.inside is login, "log-in is shown")
    rows = [each.id for each in login.presenter._seen.officers]
    at.hands.press(str(rows.index(OFFICER) + 1))
    at.hands.type(given.shown.code.lower())
    at.hands.press("Return")  # a province that refuses the code doesn't undo it
    at.until(lambda: "Đặt mật khẩu mới" in login._head.accessibleName(), "the code was right")
    town.down()
    before = at.office
    at.hands.type(CHOSEN)
    at.hands.press("Return")
    at.until(lambda: "Gõ lại" in login._head.accessibleName(), "once more")
    at.hands.type(CHOSEN)
    at.hands.press("Return")
    at.until(
        lambda: at.office is not before and at.program.window.inside is at.office,
        "the officer is in without a line",
    )
    assert (at.office.desk.session.officer.id, at.office.desk.session.auth) == (OFFICER, "offline")
    town.up()
    at.hands.press("Ctrl+Shift+L")
    at.until(lambda: at.program.window.inside is not at.office, "it is locked")
    at.hands.type(CHOSEN)
    at.hands.press("Return")
    at.until(lambda: at.program.window.inside is at.office, "the password unlocks")
