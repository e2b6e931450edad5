"""A field that is hardly ever needed is a link, and never in the way of what is typed."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_app.desktop.screens.steps.folded_field import FoldedField
from counter_app.desktop.theme.look import Look


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> FoldedField:
    made = FoldedField(look, "Việc này làm lúc khác", digits=True)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_link_opens_it_and_what_is_typed_keeps_it_open(field: FoldedField) -> None:
    said: list[str] = []
    field.changed.connect(said.append)
    assert not field.is_open
    assert field.link.text() == "Việc này làm lúc khác…"
    field.link.click()
    assert field.is_open
    assert not field.link.isVisible()
    QTest.keyClicks(field.edit, "9h15")
    assert said[-1] == field.text() == "9h15"
    field.set_text("9h15")
    assert field.is_open


def test_empty_it_folds_and_what_is_wrong_is_in_sight(field: FoldedField) -> None:
    field.set_text("25h")
    assert field.is_open
    field.edit.clearFocus()  # alone in a window it gets the keys
    field.set_text("")
    assert not field.is_open
    field.set_problem("Không có giờ này.")
    assert field.is_open
    field.set_problem("")
    field.edit.clearFocus()
    field.set_text("")
    assert not field.is_open
