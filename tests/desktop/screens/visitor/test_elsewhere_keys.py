"""An agency of another place by real keys: the promise is an estimate, also on the paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.visitor.elsewhere import Elsewhere
from tests.desktop.screens.visitor.test_visitor_keys import Page, page

__all__ = ["page"]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def test_another_agency_decides(page: Page) -> None:
    page.screen.act(Command.ELSEWHERE)
    assert page.is_open
    page.type("UBND xa Thu")
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_Return)
    assert not page.is_open
    assert page.screen.presenter.draft.competent == "UBND xa Thu"
    shown = page.screen._state
    assert shown is not None
    assert "phi địa giới: UBND xa Thu" in shown.procedure.meta
    assert "Dự kiến" in shown.due.detail


def test_an_empty_name_gives_it_back(page: Page) -> None:
    page.screen.presenter.decide_elsewhere("UBND xa Thu")
    page.screen.act(Command.ELSEWHERE)
    act = page.screen.visitor._act
    assert isinstance(act, Elsewhere)
    assert act.typed["agency"] == "UBND xa Thu"
    act.type("agency", "")
    act.confirm()
    assert page.screen.presenter.draft.competent == ""
