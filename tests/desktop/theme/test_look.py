"""Scheme and size change everywhere at once, and keep to their bounds."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.status_look import status_chip
from counter_app.desktop.theme.tokens import DARK, LIGHT, ChipTone, Scheme, Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.domain.dossiers.status import Status


def test_the_palette_follows_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look()
    look.apply(qapp)
    role = QPalette.ColorRole
    assert qapp.palette().color(role.Window) == QColor(LIGHT.window)
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Scheme.DARK)
    assert qapp.palette().color(role.Window) == QColor(DARK.window)
    assert qapp.palette().color(role.Highlight) == QColor(DARK.soft)
    look.set_scheme(Scheme.LIGHT)


def test_nothing_happens_when_nothing_changes(qtbot: QtBot) -> None:
    look = Look()
    with qtbot.assertNotEmitted(look.changed):
        look.set_scheme(Scheme.LIGHT)
        look.set_scale(1.0)


def test_sizes_go_in_steps_between_their_bounds(qtbot: QtBot) -> None:
    look = Look()
    seen = []
    for _ in range(9):
        look.bigger()
        seen.append(look.scale)
    assert seen[:5] == [1.1, 1.25, 1.5, 1.75, 1.75]
    look.normal()
    look.smaller()
    look.smaller()
    assert look.scale == 0.9
    look.set_scale(9)
    assert look.scale == 1.75


def test_text_heights_and_lengths_grow(qtbot: QtBot) -> None:
    look = Look()
    assert (look.px(132), look.line(Type.BODY), look.height(34, Type.BODY)) == (132, 20, 34)
    body = look.font(Type.BODY).pixelSize()
    look.set_scale(1.5)
    assert (look.px(132), look.line(Type.BODY), look.height(34, Type.BODY)) == (198, 30, 38)
    assert look.font(Type.BODY).pixelSize() > body


def test_icons_take_the_tone(qtbot: QtBot) -> None:
    look = Look()
    light = look.icon("check", 24, Tone.OK, 2.0).toImage()
    look.set_scheme(Scheme.DARK)
    assert look.icon("check", 24, Tone.OK, 2.0).toImage() != light
    assert not look.qicon("check", 16).isNull()


@pytest.mark.parametrize("status", Status)
def test_every_state_has_a_chip(status: Status) -> None:
    chip = status_chip(status)
    assert chip.text
    assert chip.icon


def test_a_result_that_lies_here_waits_to_be_fetched() -> None:
    assert status_chip(Status.FINISHED, result_is_here=True).tone is ChipTone.TO_RETURN
