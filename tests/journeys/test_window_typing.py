"""Bad typing and bad moments: what was typed stays, and words say what to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from counter_app.desktop.presenters.persons.kinds import Name
from counter_app.desktop.presenters.reception.state import Block
from counter_app.domain.procedures.catalogue import Catalogue
from tests.journeys.cases import receive
from tests.journeys.driver import Counter
from tests.journeys.paper import codes_on
from tests.journeys.town import FAVOURITE, OTHER_OFFICER, PASSWORD, Town
from tests.journeys.townspeople import stranger
from tests.journeys.window_fixtures import at, home, sitting, town

__all__ = ["at", "home", "sitting", "town"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

EARLY, PHONELESS, PAPERLESS, LATE, FULL, FIRST, SECOND, TIMELY, SEEN = map(stranger, range(9))


def test_nobody_needs_a_phone(at: Counter) -> None:
    at.scan_card(PHONELESS.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    sheet = receive(at)
    (code,) = codes_on(sheet.pdf)
    assert at.dossier(code).received.applicant.phone == ""


def test_f9_too_early_says_what_is_left(at: Counter) -> None:
    before = at.acts()
    at.hands.press("F9")
    at.says("Chưa tiếp nhận", "vẫn còn nguyên")
    at.scan_card(EARLY.card)
    at.hands.press("F9")
    at.says("Chọn thủ tục")
    assert at.acts() == before
    assert at.draft.applicant is not None


def test_a_procedure_without_papers(at: Counter) -> None:
    with empty_checklist(at):
        at.scan_card(PAPERLESS.card)
        at.hands.press("Return", "Ctrl+1")
        at.until(lambda: at.draft.procedure == FAVOURITE, "the procedure is taken")
        if at.shown.current is not Block.READY:
            at.hands.press("Return")
        sheet = receive(at)
    (code,) = codes_on(sheet.pdf)
    assert at.dossier(code).received.papers == ()


class empty_checklist:  # noqa: N801  (used as a context)
    """The favourite asks for no paper, as procedures of some catalogues do."""

    def __init__(self, at: Counter) -> None:
        self._at = at
        self._reference = at.office.desk.workplace.reference

    def __enter__(self) -> None:
        catalogue = self._reference.procedures
        without = [
            dataclasses.replace(
                each,
                cases=tuple(dataclasses.replace(case, papers=()) for case in each.cases),
            )
            if each.code == FAVOURITE
            else each
            for each in catalogue.procedures
        ]
        self._set(dataclasses.replace(catalogue, procedures=tuple(without)))

    def __exit__(self, *_: object) -> None:
        self._set(self._reference.procedures)

    def _set(self, catalogue: Catalogue) -> None:
        # The books of an open counter never change; this one's are exchanged in the test alone.
        changed = dataclasses.replace(self._reference, procedures=catalogue)
        object.__setattr__(self._at.office.desk.workplace, "reference", changed)
        choosing = self._at.reception._choosing
        choosing._index = choosing._procedure = None
        choosing.learn()
        self._at.until(lambda: choosing._index is not None, "procedures can be searched")


def test_a_birth_that_no_calendar_has(at: Counter) -> None:
    at.hands.press("F4")
    at.until(lambda: at.shown.applicant.form, "the form is open")
    at.hands.type("001099000777")
    at.hands.press("Return")
    at.hands.type("an")
    at.hands.press("Return")
    at.hands.type("31/02/99")
    at.hands.press("Return")
    form = at.reception._form
    assert form is not None
    field = form._state.field(Name.BIRTH)
    assert field is not None
    assert field.problem, "it says what is wrong"
    assert field.text == "31/02/99", "what was typed stays"
    assert form._at is Name.BIRTH, "keys stay there"
    at.hands.press("F9")
    assert at.shown.applicant.form, "F9 goes to what is false"
    assert not at.draft.is_empty


def test_a_due_time_that_is_none(at: Counter) -> None:
    at.scan_card(LATE.card)
    at.hands.press("Return", "Ctrl+1")
    at.at(Block.PAPERS)
    at.hands.press("Return")
    at.at(Block.READY)
    at.office.pages.reception.panel.due._due.edit.setFocus()
    at.reception.go(Block.DUE)
    at.at(Block.DUE)
    at.hands.type("32/13/26")
    at.hands.press("Return")
    assert at.shown.due.problem
    assert at.shown.due.typed.endswith("32/13/26")
    at.hands.press("Escape")
    at.at(Block.READY)
    assert at.draft.due_by_hand is None


def test_the_disk_is_full_while_somebody_types(at: Counter, full_disk: None) -> None:
    at.scan_card(FULL.card)
    at.hands.type(FULL.phone)
    at.until(lambda: "đầy" in at.toast or "chỗ" in at.toast, "it says that the disk is full")
    assert at.draft.applicant is not None
    assert at.draft.applicant.phone == FULL.phone
    at.hands.press("Return")
    at.at(Block.PROCEDURE)


def fill(connection: Any, numbers: Iterator[int], size: int) -> None:
    """Put rows of `size` letters into the drafts until none fits any more."""
    while True:
        row = (f"{next(numbers):06d}", "nobody", "", "x" * size)
        connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?)", row)


@pytest.fixture
def full_disk(at: Counter) -> Iterator[None]:
    """Let the file of drafts grow no further: SQLite's own error of a full disk."""
    drafts = at.sitting.counter.drafts._drafts
    connection = drafts._connection
    with drafts._turn:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        number = count()
        for size in (1_000, 100, 1):
            with pytest.raises(Exception, match="full"):
                fill(connection, number, size)
    yield
    with drafts._turn:
        connection.execute("PRAGMA max_page_count = 1000000")
        connection.execute("DELETE FROM draft WHERE officer = 'nobody'")


def test_two_officers_keep_what_each_was_typing(at: Counter) -> None:
    at.scan_card(FIRST.card)
    at.hands.type("0987")
    at.hands.press("Ctrl+Shift+L", "F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    log_in_as(at, OTHER_OFFICER)
    assert at.draft.is_empty, "nobody sees the other's draft"
    assert FIRST.name not in at.words()
    at.scan_card(SECOND.card)
    at.hands.press("Ctrl+Shift+L", "F4")
    at.until(lambda: at.program.window.inside is at.program.login, "log-in is shown")
    log_in_as(at, "CB-001")
    at.until(lambda: at.draft.applicant is not None, "the draft is back")
    assert at.draft.applicant is not None
    assert at.draft.applicant.name == FIRST.name
    assert at.draft.applicant.phone == "0987"
    at.says("đã được mở lại, không mất gì")


def log_in_as(at: Counter, officer: str) -> None:
    """Choose among the known officers, or type a name, and log in."""
    login = at.program.login.presenter
    rows = [each.id for each in login._seen.officers]
    if officer in rows:
        at.hands.press(str(rows.index(officer) + 1))
    else:
        at.hands.press("F4")
        at.hands.type(officer)
        at.hands.press("Tab")
    before = at.sitting.office
    at.hands.type(PASSWORD)
    at.hands.press("Return")
    at.until(
        lambda: at.sitting.office is not before and at.program.window.inside is at.sitting.office,
        f"{officer} is in",
    )
    at.until(lambda: at.reception._choosing.size > 0, "procedures can be searched")


def test_a_clock_that_is_wrong(at: Counter, town: Town) -> None:
    town.sandbox.clock.shift = timedelta(hours=3)
    try:
        at.office.show_page("unsent")
        at.hands.press("F5")
        at.until(lambda: at.office._clock_is_off, "the clock is doubted")
        at.says("giờ")
        at.office.show_page("reception")
        at.scan_card(TIMELY.card)
    finally:
        town.sandbox.clock.shift = timedelta()
        at.sitting.sync.resume()


@pytest.mark.expects_warnings  # the offscreen platform can't raise a window, and says so
def test_a_screen_that_is_gone(at: Counter) -> None:
    at.scan_card(SEEN.card)
    window = at.program.window
    window.move(QPoint(9_000, 9_000))
    window.come_to_front()
    screen = QApplication.primaryScreen().availableGeometry()
    at.until(lambda: screen.intersects(window.frameGeometry()), "it is seen again")
    assert at.draft.applicant is not None
