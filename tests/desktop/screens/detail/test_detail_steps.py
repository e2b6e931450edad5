"""Further steps on the page of one dossier, by real key events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from counter_app.desktop.commands import Command
from counter_app.desktop.screens.detail.detail_page import DetailPage
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.lists.timeline_view import TimelineView
from counter_app.domain.acts.steps import SupplementItem
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.dossiers.status import Status
from counter_app.services.dossiers.returning import return_result
from counter_app.services.steps.supplement import ask_supplement
from tests.desktop.conftest import Desktop
from tests.desktop.screens.detail.test_detail_page import (
    button,
    dossier,
    focus,
    now,
    page,
    press,
    waiting,
)

__all__ = ["dossier", "page", "waiting"]

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def ask(desktop: Desktop, dossier: Dossier) -> Dossier:
    counter = desktop.counter
    items = (SupplementItem("Ảnh chân dung"),)
    return ask_supplement(counter.workplace, counter.session, dossier.uid, items)


def panel(page: DetailPage) -> StepPanel:
    found: StepPanel = page.findChild(StepPanel)
    return found


def test_case_h_scan_f7_digits_enter(
    page: DetailPage, desktop: Desktop, dossier: Dossier, qtbot: QtBot
) -> None:
    page.open_code(dossier.code)
    page.arrive()
    assert page.commands()[Command.SUPPLEMENT] == "yêu cầu bổ sung"
    assert page.act(Command.SUPPLEMENT)
    assert panel(page).isVisible()
    press(Key.Key_1)
    with qtbot.waitSignal(page.wrote):
        press(Key.Key_Return)
    assert now(desktop, dossier).status is Status.WAITING_SUPPLEMENT
    assert desktop.tray.sheets[-1].document.form == "supplement"
    assert not panel(page).isVisible()
    assert page.commands()[Command.SUPPLEMENT] == "nhận bổ sung"
    assert isinstance(focus(), TimelineView), "another Enter does nothing"
    page.arrive()
    assert focus().accessibleName() == "Nhận bổ sung"


def test_enter_enter_takes_the_supplement_in(
    page: DetailPage, desktop: Desktop, dossier: Dossier
) -> None:
    ask(desktop, dossier)
    page.open(dossier.uid, "supplement")
    page.arrive()
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert now(desktop, dossier).status is Status.RECEIVED
    assert desktop.tray.sheets[-1].document.form == "supplement_received"


def test_esc_closes_the_panel_and_loses_nothing(page: DetailPage, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.act(Command.SUPPLEMENT)
    press(Key.Key_1)
    assert page.escape()
    assert not panel(page).isVisible()
    assert not page.escape()
    page.act(Command.SUPPLEMENT)
    assert isinstance(focus(), PrimaryButton), "what was ticked is still there"


def test_f8_and_f7_change_places(page: DetailPage, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.act(Command.SUPPLEMENT)
    page.act(Command.RETURN)
    assert page.presenter.is_returning
    assert not panel(page).isVisible()
    page.act(Command.SUPPLEMENT)
    assert not page.presenter.is_returning
    assert panel(page).isVisible()
    button(page, "").click()
    assert not page.presenter.step


def test_a_second_request_by_its_button(
    page: DetailPage, desktop: Desktop, dossier: Dossier
) -> None:
    ask(desktop, dossier)
    page.open(dossier.uid)
    button(page, "Yêu cầu bổ sung").click()
    assert page.presenter.step == "supplement_requested"
    press(Key.Key_1)
    press(Key.Key_Return)
    assert isinstance(focus(), QLineEdit), "the reason of the broken limit"
    page.presenter.end_step()
    page.arrive()
    focus_button = focus()
    assert isinstance(focus_button, PrimaryButton)
    focus_button.click()
    assert page.presenter.step == "supplement_received"


def test_f7_before_the_dossier_is_there(
    page: DetailPage, desktop: Desktop, dossier: Dossier
) -> None:
    desktop.jobs.hold()
    page.open(dossier.uid)
    assert page.act(Command.SUPPLEMENT)
    desktop.jobs.release()
    assert page.presenter.step == "supplement_requested"


def test_f7_on_a_closed_dossier_says_why(
    page: DetailPage, desktop: Desktop, waiting: Dossier
) -> None:
    counter = desktop.counter
    return_result(counter.workplace, counter.session, waiting)
    page.open(waiting.uid)
    assert Command.SUPPLEMENT not in page.commands()
    assert page.act(Command.SUPPLEMENT)
    assert "bổ sung" in desktop.notices[-1].bold
    assert not page.presenter.step


def test_another_dossier_closes_the_panel(
    page: DetailPage, desktop: Desktop, dossier: Dossier
) -> None:
    page.open(dossier.uid)
    page.act(Command.SUPPLEMENT)
    page.open(dossier.uid)
    assert not page.presenter.step
    assert not panel(page).isVisible()


def test_digits_choose_parts_while_no_panel_is_open(page: DetailPage, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.act(Command.SUPPLEMENT)
    press(Key.Key_2)
    assert page.presenter.step
    page.escape()
    press(Key.Key_2)
    assert any("phí" in row.text.lower() for row in page._side._rows._rows)


def test_the_letter_again_by_f10(page: DetailPage, desktop: Desktop, dossier: Dossier) -> None:
    page.open(dossier.uid)
    page.act(Command.REPRINT)
    ask(desktop, dossier)
    page.presenter.refresh()
    assert page.act(Command.REPRINT)
    assert [sheet.document.form for sheet in desktop.tray.sheets] == ["receipt", "supplement"]
    page.presenter.refresh()
    assert page.act(Command.REPRINT), "it asks why"
    assert len(desktop.tray.sheets) == 2
    page.presenter.reprint_because(lost=True)
    assert desktop.tray.sheets[-1].document.reprint == 1
    assert desktop.tray.sheets[-1].document.form == "supplement"
    page.close_ask()
