"""Biểu mẫu in the real program: reached by who may change lists, looked at in the preview."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from counter_app.desktop.screens.form_sets.form_sets_page import FormSetsPage
from counter_app.desktop.screens.preview.preview_page import PreviewPage
from counter_app.desktop.shell.places import FORMS
from tests.journeys.driver import Counter
from tests.journeys.test_window_inspector import change_to
from tests.journeys.town import OFFICER, PASSWORD, Town
from tests.journeys.window_fixtures import home, sitting, town

__all__ = ["home", "sitting", "town"]

ADMIN = "CB-007"


@pytest.fixture
def at(sitting: Counter, town: Town) -> Iterator[Counter]:
    """Return the window with the administrator logged in; the officer comes back behind."""
    town.sandbox.province.set_password(ADMIN, PASSWORD)
    change_to(sitting, ADMIN)
    yield sitting
    change_to(sitting, OFFICER)
    sitting.clear()


def test_an_administrator_looks_at_a_form_with_sample_data(at: Counter) -> None:
    papers = len(at.spool.sheets)
    at.hands.press("Ctrl+K")
    at.hands.type("Biểu mẫu")
    at.hands.press("Enter")
    at.until(lambda: isinstance(at.office.page, FormSetsPage), "the page is shown")
    page = at.office.page
    assert isinstance(page, FormSetsPage)
    at.until(lambda: page._table.current_row() == 0, "the papers are listed")
    at.hands.press("Enter")
    at.until(lambda: isinstance(at.office.page, PreviewPage), "the preview is shown")
    at.hands.press("Enter")  # nothing to print: it is nobody's paper
    at.hands.press("Esc")
    at.until(lambda: at.office.page is page, "back at the forms")
    assert len(at.spool.sheets) == papers
    assert at.office.pages.at("settings") is not None


def test_an_officer_does_not_get_there(sitting: Counter) -> None:
    before = sitting.office.page
    sitting.office.show_over(FORMS)
    assert sitting.office.page is before
